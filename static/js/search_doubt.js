// When the answers of the site leave a doubt that it has what was asked for: only then a second index is worth its bytes.

import { plain } from "./search_state.js";

const DOUBTFUL = 1; // a best answer that scores less may be another matter
const LIKELY = 1.2; // so may a procedure that scores less than this, and an answer to a word that nothing here says
const EXACT = 3; // what a code finds
const LONGEST = 8; // words of a phrase that is looked for
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The mark of a phrase: four letters, the same as `mark` in congkhai/site/elsewhere.py; one table of cases tests both. */
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

/** Whether what was found for a query leaves a doubt; `knows` tells whether some page or editor has all its words. */
export function isDoubtful({ query, page, filters }, { results: [best], tried, nearest }, { marks, knows }) {
  if (page > 1 || Object.keys(filters).length) return false;
  if (!best || best.score < DOUBTFUL) return true;
  if (best.score >= EXACT) return false;
  const isService = ["procedure", "life_event"].includes(best.kind);
  return (isService && best.score < LIKELY) || /\d\.\d{5,}/.test(query) || (!nearest.length && !knows(query))
    || [query, ...tried].some((text) => saidOf(text, marks));
}
