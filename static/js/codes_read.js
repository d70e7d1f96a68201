// Codes of procedures as people type and copy them.

/** The national code in what was typed or copied ("1001193", "1.001193.000.00.00.H56"); "" where there is none. */
export function codeIn(text) {
  const digits = /(\d)\D?(\d{3})\D?(\d{3})(?!\d)/.exec(text.replace(/\s/g, ""));
  return digits ? `${digits[1]}.${digits[2]}${digits[3]}` : "";
}

/** The content code of a sheet, and the day of its last decision (ISO) where a text ends with one, or "". */
export function sheetIn(text) {
  const version = (text.match(/\b[0-9a-f]{7}\b/g) || []).at(-1) || "";
  const [, day, month, year] = /(\d\d)\/(\d\d)\/(\d{4})$/.exec(text.trim()) || [];
  return { version, day: version && year ? `${year}-${month}-${day}` : "" };
}

/** What is to be said of a posted sheet whose procedure has a sheet of some version, or none (""). */
export function verdictOn(posted, version) {
  if (!version) return "gone";
  return posted === version ? "holds" : "old";
}
