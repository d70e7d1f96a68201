/**
 * The search page: its whole state (query, filters, order, page) is the address, so that every list can be shared.
 */
import { open } from "./search/engine.js";
import { addressOf, asked } from "./search_state.js";
import { element, filtersOf, hitOf, pagesOf } from "./search_views.js";

const PER_PAGE = 10;

const box = document.getElementById("ket-qua");
const words = JSON.parse(box.dataset.words);
const root = new URL(box.dataset.root, document.baseURI);
const said = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), words[key] ?? key);

/** What stands in place of answers: what was tried, what may have been meant, whom to ask. */
function nothing(state, { tried, nearest }) {
  const filtered = Object.keys(state.filters).length > 0;
  const parts = [element("p", { textContent: said(`search.nothing${filtered ? ".filtered" : ""}`, state) })];
  if (nearest.length) {
    const links = nearest.map((query) => element("li", {},
      element("a", { href: addressOf({ ...state, filters: {} }, { query }), textContent: query })));
    parts.push(element("p", { textContent: said("search.nearest") }));
    parts.push(element("ul", { className: "link-list" }, ...links));
  }
  if (tried.length > 1) {
    const read = tried.map((textContent) => element("li", { textContent }));
    parts.push(element("p", { textContent: said("search.tried") }), element("ul", {}, ...read));
  }
  box.after(document.getElementById("hoi"));
  return parts;
}

function show(state, found) {
  const list = () => element("ul", { className: "link-list" }, ...found.results.map((hit) => hitOf(hit, root, said)));
  const hits = found.total ? [list()] : nothing(state, found);
  box.querySelector("[data-hits]").replaceChildren(...hits, pagesOf(state, found.total, PER_PAGE, said) ?? "");
  narrow(state, found.total, {}); // the place of the filters, so that nothing moves when they come
  tell(found.total ? said("search.count", { count: found.total }) : said("search.count.none"));
}

function narrow(state, total, facets) {
  const useful = total || Object.keys(state.filters).length;
  box.querySelector("[data-filters]").replaceChildren(useful ? filtersOf(state, facets, said) : "");
}

/** The heading of the answers, announced when it changes; it stands in the page before it is filled. */
function tell(text) {
  box.hidden = false;
  requestAnimationFrame(() => (box.querySelector("[role=status]").textContent = text));
}

async function run() {
  const state = asked(new URLSearchParams(location.search));
  const input = document.querySelector("main input[type=search]");
  if (input) input.value = state.query;
  if (!state.query.trim()) return;
  document.title = said("search.page.title", { query: state.query, title: document.title });
  try {
    const engine = await open(new URL("search/", root));
    const wanted = { limit: PER_PAGE, offset: (state.page - 1) * PER_PAGE, filters: state.filters, sort: state.sort };
    show(state, await engine.explore(state.query, wanted));
    // The answers are shown before the counts are fetched: a slow phone need not wait for both.
    const { total, facets } = await engine.explore(state.query, { ...wanted, facets: true });
    narrow(state, total, facets);
    if (engine.warnings.length) {
      box.querySelector("[data-hits]").prepend(element("p", { className: "meta", textContent: said("search.partial") }));
    }
  } catch {
    tell(said("search.unavailable"));
  }
}

run();
