// From ranked documents to what a list of results shows: cards, highlighted pieces of text, facets with counts.

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
  return rows;
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

/** {facets: Map of facet → [[value, documents]], due: Map of document → date}; throws if the file is broken. */
export function unpackFacets({ facets, deadlines }, count) {
  const unpacked = Object.entries(facets).map(([facet, values]) =>
    [facet, values.map(([value, runs]) => [value, docsOf(runs, count)])]);
  return { facets: new Map(unpacked), due: new Map(deadlines) };
}

function docsOf(runs, count) {
  const docs = [];
  for (let index = 0, doc = 0; index < runs.length; index += 2) {
    doc += runs[index];
    if (doc + runs[index + 1] >= count) throw new RangeError("facet names documents that are not there");
    for (let left = runs[index + 1]; left >= 0; left--) docs.push(doc++);
  }
  return docs;
}

/** Two lists of hits as one, none twice. */
export function merged(first, then) {
  const seen = new Set(first.map(({ doc }) => doc));
  return [...first, ...then.filter(({ doc }) => !seen.has(doc))];
}

/** The ranked documents that have one of the wanted values of each facet. */
export function filtered(ranked, table, filters) {
  return Object.entries(filters).filter(([, wanted]) => wanted.length).reduce((kept, [facet, wanted]) => {
    const values = (table.facets.get(facet) ?? []).filter(([value]) => [wanted].flat().includes(value));
    const allowed = new Set(values.flatMap(([, docs]) => docs));
    return kept.filter(({ doc }) => allowed.has(doc));
  }, ranked);
}

/** Counts of each value among what was found, a facet's own filter left out. */
export function counted(ranked, table, filters) {
  return Object.fromEntries(Array.from(table.facets, ([facet, values]) => {
    const others = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== facet));
    const found = new Set(filtered(ranked, table, others).map(({ doc }) => doc));
    const counts = values.map(([value, docs]) => ({ value, count: docs.filter((doc) => found.has(doc)).length }));
    return [facet, counts.filter(({ count }) => count)];
  }));
}

/** The order of deadlines, the next one first; pages without one come last, the better ones first. */
export function byDeadline(table, a, b) {
  const first = table.due.get(a.doc) ?? "9999", second = table.due.get(b.doc) ?? "9999";
  return first < second ? -1 : first > second ? 1 : b.score - a.score;
}
