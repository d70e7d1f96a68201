// The parts of a list of answers as elements: hits, filters with counts, pages. Text only, never markup.

import { pageAt } from "./edition.js";
import { addressOf, lastPage } from "./search_state.js";
import { differences, grouped } from "./search_variants.js";
import { jumpsOf, missingOf, words } from "./search_words.js";

const SHOWN_VALUES = 12; // of a facet: the commonest
const ORDER = ["kind", "sector", "level", "applicant", "online", "agency", "plan", "state", "due"];

/** An element with properties and children; null children are left out. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Whether a word only begins like the last one of a query ("tục" for "tu"), which answers say whole. */
function looseIn(query, results) {
  const typed = words(query), last = typed.at(-1);
  const isWhole = results.some(({ title }) => words(title).includes(last));
  return (word) => isWhole && word.startsWith(last) && !typed.includes(word);
}

/** Pieces of a text with their hits marked, loose ones left out. */
function pieces(segments, isLoose) {
  return segments.flatMap(({ text, hit }) => {
    const parts = hit && words(text).some(isLoose) ? text.split(/(?=\s)|(?<=\s)/) : [text];
    return parts.map((part) => (hit && part.trim() && !words(part).some(isLoose) ? element("mark", { textContent: part }) : part));
  });
}

/** The answers as a list; those of one matter (of another level, for other people) are choices below the first of them. */
export function hitsOf(results, { root, said, query, tried = [], excerpts = 0 }) {
  const asked = jumpsOf(query, said), groups = grouped(results, query);
  // Where the best answer says all, nobody asks why others were found.
  const isTold = !groups.length || !missingOf(query, groups[0][0], tried, said).length;
  const isLoose = looseIn(query, results);
  return element("ul", { className: "link-list" }, ...groups.map((group, place) => {
    const jumps = asked.length ? asked : place ? [] : jumpsOf(null, said);
    const item = hitOf(group[0], { root, said, isLoose }, jumps);
    if (place < excerpts && !isTold) item.querySelector(".meta").after(...excerptOf(group[0], query, missingOf(query, group[0], tried, said)));
    if (group.length > 1) item.append(choicesOf(group, root, said));
    return item;
  }));
}

/** One answer: its title with what matched, its kind, what its record answers first, and ways to the part asked for. */
function hitOf(hit, { root, said, isLoose }, jumps) {
  const code = hit.code && hit.kind === "procedure" ? ` · ${hit.code}` : "";
  const address = pageAt(root, hit.url);
  return element("li", {},
    element("a", { href: address, lang: "vi" }, ...pieces(hit.segments, isLoose)), ...tagOf(hit, said),
    element("p", { className: "meta" },
      `${said(`search.kind.${hit.kind}`)}${code}`, hit.summary ? " · " : "",
      element("span", { lang: "vi" }, ...pieces(hit.excerpt, isLoose))),
    hit.kind === "procedure" && jumps.length ? element("p", { className: "cluster" }, ...jumps.map(({ part, words }) =>
      element("a", { href: `${address}#${part}`, textContent: words }))) : null);
}

/** The lines for the sentence of a procedure that has the words its name lacks; they are filled later (search_excerpts.js). */
function excerptOf({ kind, url }, query, missing) {
  if (kind !== "procedure" || !missing.length) return [];
  const place = element("p", { className: "meta" });
  Object.assign(place.dataset, { excerpt: `${url}index.json`, query, missing: missing.join(" ") });
  place.style.minHeight = matchMedia("(min-width: 48em)").matches ? "1lh" : "2lh";
  return [place];
}

/** A tag that says what is not simply in force; nothing for all else. */
function tagOf({ state }, said) {
  if (!state) return [];
  const small = state[0].toLowerCase() + state.slice(1), words = shown("state", small, said);
  const tag = element("span", { className: "tag", lang: spoken("state", small, said), textContent: words === small ? state : words });
  tag.dataset.state = "abolished";
  return [" ", tag];
}

/** The others of a group, folded below a line that says what sets them apart. */
function choicesOf([first, ...others], root, said) {
  const differing = differences([first, ...others]).join("; "), count = others.length;
  const links = others.map((hit) => element("li", {},
    element("a", { href: pageAt(root, hit.url), lang: "vi", textContent: hit.title }), ...tagOf(hit, said),
    element("p", { className: "meta", lang: "vi", textContent: [hit.code, hit.summary].filter(Boolean).join(" · ") })));
  return element("details", {},
    element("summary", {}, differing ? element("span", {}, ...around(said, "search.variants", "differing", differing, { count })) : said("search.same", { count })),
    element("ul", { className: "link-list" }, ...links));
}

/** Queries that may have been meant, or null. */
export function nearestOf(state, nearest, said) {
  if (!nearest.length) return null;
  const links = nearest.flatMap((query, index) => [
    index ? " · " : " ", element("a", { href: addressOf({ ...state, filters: {} }, { query }), lang: "vi", textContent: query })]);
  return element("p", {}, said("search.nearest"), ...links);
}

/** What was tried without short forms, which tell a reader nothing ("stp"); the last is the query itself. */
export const readable = (tried) => tried.filter((words, at) => words.includes(" ") || at === tried.length - 1);

/** What records call the things that were asked for, where people call them otherwise; or null. */
export function meantOf(state, { total, tried }, said) {
  const meant = readable(tried).slice(0, -1).slice(0, 3);
  return total && meant.length
    ? element("p", { className: "meta" }, ...around(said, "search.meant", "words", meant.join("; "))) : null;
}

/** A phrase with a value that records say in it, told in their language; `values` are the others. */
function around(said, key, name, value, values = {}) {
  const [before, behind] = said(key, { ...values, [name]: "\0" }).split("\0");
  return [before, element("span", { lang: "vi", textContent: value }), behind];
}

/** The filters of a list as links with counts, its order, and one link that clears all. */
export function filtersOf(state, facets, said) {
  const names = ORDER.filter((name) => facets[name]?.length > 1 || (facets[name] && state.filters[name]));
  const chosen = Object.keys(state.filters).length > 0;
  const link = (key, change) => element("a", { href: addressOf(state, change), textContent: said(key) });
  const clear = chosen ? element("p", { className: "cluster" }, ...chosenOf(state, said), link("search.filters.clear", { filters: {} })) : null;
  const other = state.sort === "deadline" ? "relevance" : "deadline";
  const sortable = facets.due?.length || state.sort === "deadline";
  const order = sortable
    ? element("p", {}, `${said("search.sort")}: `, link(`search.sort.${other}`, { sort: other })) : null;
  const wide = matchMedia("(min-width: 72em)").matches; // on a phone the answers come first, the filters fold away
  return element("div", { className: "filter-form" }, clear,
    element("details", { open: wide },
      element("summary", { textContent: said("search.filters") }),
      ...names.map((name) => facetOf(state, name, facets[name], said)), order));
}

/** Each filter that was chosen as a link that takes it back. */
function chosenOf(state, said) {
  return Object.entries(state.filters).flatMap(([name, values]) => values.map((value) => {
    const { [name]: all, ...others } = state.filters;
    const left = all.filter((one) => one !== value);
    const href = addressOf(state, { filters: left.length ? { ...others, [name]: left } : others });
    const link = element("a", { className: "tag", href, lang: spoken(name, value, said), textContent: `${shown(name, value, said)} ×` });
    link.setAttribute("aria-label", said("search.filters.remove", { value: shown(name, value, said) }));
    return link;
  }));
}

function facetOf(state, name, values, said) {
  const chosen = state.filters[name] ?? [];
  const found = [...values].sort((a, b) => b.count - a.count).slice(0, SHOWN_VALUES);
  const absent = chosen.filter((value) => !found.some((one) => one.value === value));
  const links = [...absent.map((value) => ({ value, count: 0 })), ...found].map(({ value, count }) => {
    const on = chosen.includes(value);
    const left = on ? chosen.filter((one) => one !== value) : [...chosen, value];
    const { [name]: _, ...others } = state.filters;
    const filters = left.length ? { ...others, [name]: left } : others;
    const link = element("a", { href: addressOf(state, { filters }) },
      element("span", { lang: spoken(name, value, said), textContent: shown(name, value, said) }), " ",
      element("span", { className: "count", textContent: count }));
    if (on) link.setAttribute("aria-current", "true");
    return element("li", {}, link);
  });
  return element("details", { open: chosen.length > 0 || name === "kind" },
    element("summary", { textContent: said(`search.facet.${name}`) }),
    element("ul", { className: "facet-links" }, ...links));
}

function shown(name, value, said) {
  if (name === "kind") return said(`search.kind.${value}`);
  if (name === "due") return value.split("-").reverse().join("/");
  const key = `search.value.${value}`, known = said(key);
  return known === key ? value : known;
}

/** The language of the value of a filter: what the page has no words of its own for is a name. */
const spoken = (name, value, said) => (shown(name, value, said) === value ? "vi" : document.documentElement.lang);

/** Links to the page before and after, or null where one page holds all. */
export function pagesOf(state, places, said) {
  const last = lastPage(places);
  if (last < 2) return null;
  const link = (page, key) => element("a", { href: addressOf(state, { page }), textContent: said(key) });
  const nav = element("nav", { className: "pagination" },
    state.page > 1 ? link(state.page - 1, "design.pages.previous") : null,
    element("span", { className: "meta", textContent: `${Math.min(state.page, last)} / ${last}` }),
    state.page < last ? link(state.page + 1, "design.pages.next") : null);
  nav.setAttribute("aria-label", said("design.pages"));
  return nav;
}
