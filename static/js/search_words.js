// What the words of a query ask for, and which of them an answer does not say.

import { plain } from "./phrase_marks.js";

// The parts of a procedure's page, by what people ask for.
const PARTS = { papers: "ho-so", place: "noi-nop", time: "thoi-gian", fee: "phi" };

/** The words of a text without their marks, in small letters. */
export const words = (text) => plain(text.normalize("NFC").toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The parts of a page that a question is about, [{part, words}]; all of them for no question. */
export function jumpsOf(query, said) {
  const typed = query?.normalize("NFC").toLowerCase();
  const marked = typed !== undefined && typed !== plain(typed);
  const words = ` ${(typed ?? "").replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const asks = (phrase) => words.includes(` ${marked ? phrase : plain(phrase)} `);
  return Object.entries(PARTS)
    .filter(([name]) => query === null || said(`search.jump.${name}.asked`).split(", ").some(asks))
    .map(([name, part]) => ({ part, words: said(`search.jump.${name}`) }));
}

const MOST_MISSING = 4; // words: who leaves out more tells a story, which no sentence of a page holds

/** Words of a query, as typed, that neither an answer's title nor its summary says: some that stand together, of a thing that is not meant otherwise. */
export function missingOf(query, { title, summary, code }, tried, said) {
  const asks = new Set(["event", ...Object.keys(PARTS).map((name) => `jump.${name}`)].flatMap((name) => words(said(`search.${name}.asked`))));
  const named = new Set(words(title)), shown = new Set(words(`${title} ${summary} ${code}`));
  const isMeant = tried.some((text) => words(text).every((word) => named.has(word)));
  const typed = query.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  const at = [...typed.keys()].filter((place) => words(typed[place]).some((word) => !asks.has(word) && !shown.has(word)));
  const isOne = at.length <= MOST_MISSING && at.at(-1) - at[0] === at.length - 1;
  return isMeant || !isOne ? [] : at.map((place) => typed[place]);
}
