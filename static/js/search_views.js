// The parts of a list of answers as elements: hits, filters with counts, pages. Text only, never markup.

import { pageAt } from "./edition.js";
import { addressOf, jumpsOf, lastPage } from "./search_state.js";

const SHOWN_VALUES = 12; // of a facet: the commonest
const ORDER = ["kind", "sector", "level", "applicant", "online", "agency", "plan", "state", "due"];

/** An element with properties and children; null children are left out. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

const pieces = (segments) => segments.map(({ text, hit }) => (hit ? element("mark", { textContent: text }) : text));

const folded = (title) => title.replace(/\s*\([^()]*\)\s*$/, "").replace(/^Thủ tục\s+/i, "").replace(/\s+/g, " ").toLowerCase();

/** The answers as a list; those of one name (of another level, another province) are choices below the first of them. */
export function hitsOf(results, { root, said, query }) {
  const groups = new Map();
  for (const hit of results) {
    const name = hit.kind === "procedure" ? folded(hit.title) : hit.id;
    groups.set(name, [...(groups.get(name) ?? []), hit]);
  }
  const asked = jumpsOf(query, said);
  return element("ul", { className: "link-list" }, ...Array.from(groups.values(), ([first, ...others], place) => {
    const jumps = asked.length ? asked : place ? [] : jumpsOf(null, said);
    const item = hitOf(first, root, said, jumps);
    if (others.length) item.append(choicesOf(others, root, said));
    return item;
  }));
}

/** One answer: its title with what matched, its kind, what its record answers first, and ways to the part asked for. */
function hitOf(hit, root, said, jumps) {
  const code = hit.code && hit.kind === "procedure" ? ` · ${hit.code}` : "";
  const address = pageAt(root, hit.url);
  return element("li", {},
    element("a", { href: address, lang: "vi" }, ...pieces(hit.segments)), ...tagOf(hit, said),
    element("p", { className: "meta" },
      `${said(`search.kind.${hit.kind}`)}${code}`, hit.summary ? " · " : "",
      element("span", { lang: "vi" }, ...pieces(hit.excerpt))),
    hit.kind === "procedure" && jumps.length ? element("p", { className: "cluster" }, ...jumps.map(({ part, words }) =>
      element("a", { href: `${address}#${part}`, textContent: words }))) : null);
}

/** A tag that says what is not simply in force; nothing for all else. */
function tagOf({ state }, said) {
  if (!state) return [];
  const small = state[0].toLowerCase() + state.slice(1), words = shown("state", small, said);
  const tag = element("span", { className: "tag", lang: spoken("state", small, said), textContent: words === small ? state : words });
  tag.dataset.state = "abolished";
  return [" ", tag];
}

function choicesOf(others, root, said) {
  const links = others.map((hit) => element("li", {},
    element("a", { href: pageAt(root, hit.url), lang: "vi", textContent: hit.title }), ...tagOf(hit, said),
    element("p", { className: "meta", lang: "vi", textContent: [hit.code, hit.summary].filter(Boolean).join(" · ") })));
  return element("details", {},
    element("summary", { textContent: said("search.same", { count: others.length }) }),
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

/** A phrase with a value that records say in it, told in their language. */
function around(said, key, name, value) {
  const [before, behind] = said(key, { [name]: "\0" }).split("\0");
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
export function pagesOf(state, total, perPage, said) {
  const last = lastPage(total, perPage);
  if (last < 2) return null;
  const link = (page, key) => element("a", { href: addressOf(state, { page }), textContent: said(key) });
  const nav = element("nav", { className: "pagination" },
    state.page > 1 ? link(state.page - 1, "design.pages.previous") : null,
    element("span", { className: "meta", textContent: `${Math.min(state.page, last)} / ${last}` }),
    state.page < last ? link(state.page + 1, "design.pages.next") : null);
  nav.setAttribute("aria-label", said("design.pages"));
  return nav;
}
