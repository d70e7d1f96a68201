/** A table of the page as CSV (RFC 4180) that office programs open unharmed; loaded when somebody asks for it. */

// What an office program would work out as a formula, or what begins with the mark itself.
const FORMULA = /^[=+\-@\t\r\n']/;
// What an office program would turn into a number or a day: digits with signs, a power of ten, no other word.
const NUMBER = /^(?=\D*\d)[\d\s.,:/%()+\-]*(?:[eE][+\-]?\d+)?$/;

/** A text that no office program takes for a formula, a number or a day. */
export function guarded(text) {
  return FORMULA.test(text) || NUMBER.test(text) ? `'${text}` : text;
}

/** Rows of texts as CSV with the mark of UTF-8; a true number, as columns of numbers have them, stays one. */
export function toCsv(rows, numeric = []) {
  const cell = (text, index) => (numeric.includes(index) && /^\d+$/.test(text) ? text : guarded(text));
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${rows.map((row) => `${row.map(cell).map(quoted).join(",")}\r\n`).join("")}`;
}

/** Give a table of the page to the reader as a file, without the rows that a filter has put away. */
export function save(table, name) {
  const text = (cell) => cell.innerText.trim().replace(/[ \t]+/g, " ");
  const heads = [...table.tHead.rows[0].cells];
  const numeric = heads.flatMap((head, index) => (head.classList.contains("number") ? [index] : []));
  const bodies = [...table.tBodies].flatMap((body) => [...body.rows].filter((row) => !row.hidden));
  const rows = [heads, ...bodies.map((row) => [...row.cells])].map((cells) => cells.map(text));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([toCsv(rows, numeric)], { type: "text/csv" }));
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
