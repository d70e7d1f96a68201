// What a list of answers is asked for, as it stands in the address: ?q=…&f.kind=task&sx=han&trang=2

import { plain } from "./phrase_marks.js";

/** Reads {query, filters: {facet: [values]}, sort, page} from the parameters of an address. */
export function asked(address) {
  const filters = {};
  for (const [name, value] of address) {
    if (name.startsWith("f.")) (filters[name.slice(2)] ??= []).push(value);
  }
  const page = Math.max(1, Number.parseInt(address.get("trang") ?? "1", 10) || 1);
  return { query: address.get("q") ?? "", filters, sort: address.get("sx") === "han" ? "deadline" : "relevance", page };
}

/** The address of a list, with some of what is asked for changed; a changed list begins at its first page. */
export function addressOf(state, change = {}) {
  const { query, filters, sort, page } = { ...state, page: 1, ...change };
  const address = new URLSearchParams({ q: query });
  for (const [name, values] of Object.entries(filters)) {
    for (const value of values) address.append(`f.${name}`, value);
  }
  if (sort === "deadline") address.set("sx", "han");
  if (page > 1) address.set("trang", page);
  return `?${address}`;
}

/** The number of the last page of a list. */
export const lastPage = (total, perPage) => Math.max(1, Math.ceil(total / perPage));

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
