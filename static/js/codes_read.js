// Codes of procedures as people type and copy them.

/** The national code in what was typed or copied ("1001193", "1.001193.000.00.00.H56"); "" where there is none. */
export function codeIn(text) {
  const digits = /(\d)\D?(\d{3})\D?(\d{3})(?!\d)/.exec(text.replace(/\s/g, ""));
  return digits ? `${digits[1]}.${digits[2]}${digits[3]}` : "";
}
