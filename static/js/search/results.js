// From ranked documents to what a list of results shows: cards, highlighted pieces of text.

import { syllables } from "./syllables.js";

/** The rows of a file of cards: {id, url, code, title, kind, sector, summary, deadline, state}. */
export function unpackCards(columns) {
  const rows = columns.id.map((id, index) => {
    const whole = (text) => text.replace("\n", columns.code[index]);
    return { id: whole(id), url: whole(columns.url[index]), code: columns.code[index] };
  });
  let title = "";
  columns.title.forEach((coded, index) => {
    title = title.slice(0, coded.charCodeAt(0) - 32) + coded.slice(1);
    rows[index].title = title;
  });
  for (const name of ["kind", "sector", "summary", "deadline", "state"]) {
    columns[name].forEach((value, index) => // a number: as many rows before says the same
      (rows[index][name] = typeof value === "number" ? rows[index - value][name] : value));
  }
  return Object.assign(rows, { vectors: columns.vectors });
}

/** A text in pieces, {text, hit}: what the query asked for is a hit; never markup. */
export function segments(text, marked) {
  const pieces = [];
  let at = 0;
  for (const { key, start, end } of syllables(text)) {
    if (!marked.has(key)) continue;
    const last = pieces.at(-1);
    if (last?.hit && !text.slice(at, start).trim()) last.text += text.slice(at, end);
    else {
      if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
      pieces.push({ text: text.slice(start, end), hit: true });
    }
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

/** Two lists of hits as one, none twice. */
export function merged(first, then) {
  const seen = new Set(first.map(({ doc }) => doc));
  return [...first, ...then.filter(({ doc }) => !seen.has(doc))];
}
