// Whether a query says one of many phrases, known by short marks alone: what others handle need not be held to be known.

const LONGEST = 8; // words of a phrase that is looked for
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A text without its marks. */
export const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");

/** The mark of a phrase: four letters, the same as `mark` in congkhai/site/pages/elsewhere.py; one table of cases tests both. */
export function markOf(phrase) {
  let number = 0x811c9dc5;
  for (const letter of phrase) number = Math.imul(number ^ letter.charCodeAt(0), 0x01000193);
  number = (number >>> 24) ^ (number & 0xffffff);
  return [18, 12, 6, 0].map((shift) => LETTERS[(number >> shift) & 63]).join("");
}

/** The words of a text, folded: only letters and digits without marks. */
export const wordsOf = (text) => plain(text.normalize("NFC").toLowerCase()).match(/[a-z0-9]+/g) ?? [];

/** How many words the longest phrase has that a text says and of which `marks` (four letters each) knows the mark; 0 for none. */
export function saidOf(text, marks) {
  const known = new Set(marks.match(/.{4}/g)), words = wordsOf(text);
  for (let length = Math.min(words.length, LONGEST); length; length--) {
    const starts = words.slice(0, words.length - length + 1).map((_, start) => words.slice(start, start + length).join(" "));
    if (starts.some((phrase) => known.has(markOf(phrase)))) return length;
  }
  return 0;
}
