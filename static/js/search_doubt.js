// When the answers of the site leave a doubt that it has what was asked for: only then a second index is worth its bytes.

import { saidOf, wordsOf } from "./phrase_marks.js";

const DOUBTFUL = 1; // a best answer that scores less may be another matter
const LIKELY = 1.2; // so may a procedure that scores less than this, and an answer to a word that nothing here says
const EXACT = 3; // what a code finds
const SHORT = 4; // words of a query that is no more than a name
const HEAD = 14; // words of a title that say what it is
const TELLING = 2; // words of a title by which it says what was asked for: the others may only ask ("đơn xin …")
const CLEAR = 1.25; // a best answer that scores more is what was asked for, whatever its title says

/** Whether a short query names what the best answer only mentions: "thường trú" stands far behind in its title, or nowhere. */
export function isBeside(query, { results: [best], tried, nearest }) {
  const asked = wordsOf(query), title = wordsOf(best?.title ?? "");
  if (!title.length || best.score >= CLEAR || nearest.length || asked.length > SHORT) return false;
  const head = title.slice(0, HEAD), says = asked.filter((word) => head.includes(word)).length;
  const isMeant = tried.some((text) => text !== query && wordsOf(text).every((word) => title.includes(word)));
  return says < Math.min(asked.length, TELLING) && !isMeant;
}

/** Whether an answer is what people come for, and no page on something else. */
export const isService = (hit) => ["procedure", "life_event"].includes(hit?.kind);

/** Whether what was found for a query leaves a doubt; `knows` tells whether some page or editor has all its words. */
export function isDoubtful({ query, page, filters }, found, { marks, knows }) {
  const { results: [best], tried, nearest } = found;
  if (page > 1 || Object.keys(filters).length) return false;
  if (!best || best.score < DOUBTFUL) return true;
  if (best.score >= EXACT) return false;
  return (isService(best) && best.score < LIKELY) || isBeside(query, found) || /\d\.\d{5,}/.test(query) || (!nearest.length && !knows(query))
    || [query, ...tried].some((text) => saidOf(text, marks));
}
