// A closer look: words whose shard was not fetched are looked up in the titles of the cards that were.

import { inOrder, keysIn } from "./syllables.js";

const OPENING = /^thu tuc (?:hanh chinh )?/; // says only that it is a procedure; the index leaves it out too
const LAST_PLACE = 40;

/** Postings of the wanted words in the titles of rows of cards, `start` being the document of the first row. */
export function postingsOf(rows, start, wanted, found = new Map()) {
  // Most titles have none of the words: to look for letters costs little, to cut all of them holds a slow phone up.
  const keys = (rows.titles ??= keysIn(rows.map(({ code, title }) => `${code} ${title}`.replace(/\n/g, " ")).join("\n")).split("\n"));
  const asked = [...wanted].map((key) => ` ${key} `);
  rows.forEach((row, index) => {
    if (!asked.some((key) => keys[index].includes(key))) return;
    const said = (row.said ??= inOrder(row.title)); // a query that grows by a letter asks again
    const opening = said.slice(0, 5).map(({ key }) => key).join(" ").match(OPENING)?.[0].split(" ").length - 1 || 0;
    const title = [...(row.kind === "procedure" ? [] : inOrder(row.code)), ...said.slice(opening)];
    title.forEach(({ key, form }, at) => {
      if (wanted.has(key)) enter(found, key, form, start + index, Math.min(at, LAST_PLACE));
    });
  });
  return found;
}

function enter(found, key, form, doc, place) {
  if (!found.has(key)) found.set(key, []);
  let posting = found.get(key).find((one) => one.form === form);
  if (!posting) found.get(key).push((posting = { form, docs: [], places: [] }));
  if (posting.docs.at(-1) === doc) posting.places.at(-1).push(place);
  else posting.docs.push(doc) && posting.places.push([place]);
}
