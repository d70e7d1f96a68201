/**
 * The search page: its whole state (query, filters, order, page) is the address, so that every list can be shared.
 */
import { open } from "./search/engine.js";

const PER_PAGE = 20;
const SHOWN_VALUES = 12; // of a facet; the rest is behind the commonest

const box = document.getElementById("ket-qua");
const words = JSON.parse(box.dataset.words);
const root = new URL(box.dataset.root, document.baseURI);
const said = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words[key] ?? key);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** What the address asks for. */
function asked(address = new URLSearchParams(location.search)) {
  const filters = {};
  for (const [name, value] of address) if (name.startsWith("f.")) (filters[name.slice(2)] ??= []).push(value);
  const page = Math.max(1, Number.parseInt(address.get("trang") ?? "1", 10) || 1);
  return { query: address.get("q") ?? "", filters, sort: address.get("sx") === "han" ? "deadline" : "relevance", page };
}

/** The address of a list, with some of what is asked for changed. */
function addressOf(state, change = {}) {
  const { query, filters, sort, page } = { ...state, page: 1, ...change };
  const address = new URLSearchParams({ q: query });
  for (const [name, values] of Object.entries(filters)) for (const value of values) address.append(`f.${name}`, value);
  if (sort === "deadline") address.set("sx", "han");
  if (page > 1) address.set("trang", page);
  return `?${address}`;
}

const pieces = (segments) => segments.map(({ text, hit }) => (hit ? element("mark", { textContent: text }) : text));

function cardOf(hit) {
  const kind = said(`search.kind.${hit.kind}`);
  const code = hit.code && hit.kind === "procedure" ? ` · ${hit.code}` : "";
  return element("li", {},
    element("a", { href: new URL(hit.url, root).href }, ...pieces(hit.segments)),
    element("p", { className: "meta" }, `${kind}${code}`, hit.summary ? " · " : "", ...pieces(hit.excerpt)));
}

function facetOf(state, name, values) {
  const chosen = state.filters[name] ?? [];
  const commonest = [...values].sort((a, b) => b.count - a.count);
  const links = commonest.slice(0, SHOWN_VALUES).map(({ value, count }) => {
    const on = chosen.includes(value);
    const left = on ? chosen.filter((one) => one !== value) : [...chosen, value];
    const shown = name === "kind" ? said(`search.kind.${value}`) : name === "due" ? value.split("-").reverse().join("/") : value;
    const link = element("a", { href: addressOf(state, { filters: { ...state.filters, [name]: left } }) },
      element("span", { textContent: shown }), " ", element("span", { className: "count", textContent: count }));
    if (on) link.setAttribute("aria-current", "true");
    return element("li", {}, link);
  });
  return element("details", { open: chosen.length > 0 || name === "kind" },
    element("summary", { textContent: said(`search.facet.${name}`) }),
    element("ul", { className: "facet-links" }, ...links));
}

function filtersOf(state, facets) {
  const names = Object.keys(facets).filter((name) => facets[name].length > 1 || state.filters[name]);
  const clear = Object.keys(state.filters).length
    ? element("p", {}, element("a", { href: addressOf(state, { filters: {} }), textContent: said("search.filters.clear") })) : null;
  const other = state.sort === "deadline" ? "relevance" : "deadline";
  const order = facets.due?.length || state.sort === "deadline"
    ? element("p", {}, `${said("search.sort")}: `,
      element("a", { href: addressOf(state, { sort: other }), textContent: said(`search.sort.${other}`) })) : null;
  const wide = matchMedia("(min-width: 72em)").matches; // on a phone the answers come first, the filters fold away
  return element("details", { className: "filter-form", open: wide || clear !== null },
    element("summary", { textContent: said("search.filters") }),
    ...names.map((name) => facetOf(state, name, facets[name])), clear, order);
}

function pagesOf(state, total) {
  const last = Math.ceil(total / PER_PAGE);
  if (last < 2) return null;
  const link = (page, key) => element("a", { href: addressOf(state, { page }), textContent: said(key) });
  const nav = element("nav", { className: "pagination" },
    state.page > 1 ? link(state.page - 1, "design.pages.previous") : null,
    element("span", { className: "meta", textContent: `${state.page} / ${last}` }),
    state.page < last ? link(state.page + 1, "design.pages.next") : null);
  nav.setAttribute("aria-label", said("design.pages"));
  return nav;
}

function show(state, found, warnings) {
  const count = found.total ? said("search.count", { count: found.total }) : said("search.count.none");
  const tried = found.readings.length ? said("search.tried", { tried: found.readings.map((one) => one.join(" ")).join("; ") }) : "";
  const parts = [element("p", { className: "meta", textContent: warnings.length ? said("search.partial") : "" })];
  if (found.total) parts.push(element("ul", { className: "link-list" }, ...found.results.map(cardOf)));
  else parts.push(element("p", { textContent: said("search.nothing") }), element("p", { className: "meta", textContent: tried }));
  box.querySelector("[role=status]").textContent = count;
  box.querySelector("[data-hits]").replaceChildren(...parts, pagesOf(state, found.total) ?? "");
  box.querySelector("[data-filters]").replaceChildren(found.total || Object.keys(state.filters).length ? filtersOf(state, found.facets) : "");
  box.hidden = false;
}

async function run() {
  const state = asked();
  const input = document.querySelector("main input[type=search]");
  if (input) input.value = state.query;
  if (!state.query.trim()) return;
  document.title = `${state.query} – ${document.title}`;
  try {
    const engine = await open(new URL("search/", root));
    const wanted = { limit: PER_PAGE, offset: (state.page - 1) * PER_PAGE, filters: state.filters, sort: state.sort };
    show(state, await engine.explore(state.query, { ...wanted, facets: true }), engine.warnings);
  } catch {
    box.querySelector("[role=status]").textContent = said("search.unavailable");
    box.hidden = false;
  }
}

run();
