/**
 * The search page: its whole state (query, filters, order, page) is the address, so that every list can be shared; answers
 * change in the page, the way back leads to the same list at the same height.
 */
import "./copy.js";
import { engineAt } from "./engine_at.js";
import { answersTo } from "./search_answers.js";
import { listen, makePlace, showMissed, showRecent } from "./search_asked.js";
import { isDoubtful } from "./search_doubt.js";
import { eventFirst } from "./search_event.js";
import { hintsOf } from "./search_hints.js";
import { addressOf, asked, lastPage, optionsOf } from "./search_state.js";
import { element, filtersOf, hitsOf, meantOf, nearestOf, pagesOf, readable } from "./search_views.js";

const WEAK = 0.5; // a best answer that scores less is hardly one
const EXCERPTS = 3; // answers that may show a sentence of their page
const PATIENCE = 2000; // ms that answers wait for what others handle, which stands above them

const box = document.getElementById("ket-qua");
const away = document.getElementById("noi-khac"); // null on a site that tells nothing of matters elsewhere
const input = document.querySelector("main input[type=search]");
const words = JSON.parse(box.dataset.words);
const root = new URL(box.dataset.root, document.baseURI);
const title = document.title;
const said = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), words[key] ?? key);
const state = () => asked(new URLSearchParams(location.search));

let turn = 0; // answers that come after another query was asked are dropped

/** What stands in place of answers: what was tried, whom to ask. */
function nothing(wanted, found) {
  const filtered = Object.keys(wanted.filters).length > 0;
  const parts = [element("p", { textContent: said(`search.nothing${filtered ? ".filtered" : ""}`, wanted) })];
  const tried = readable(found.tried);
  if (tried.length > 1) {
    const read = tried.map((textContent) => element("li", { textContent }));
    parts.push(element("p", { textContent: said("search.tried") }), element("ul", {}, ...read));
  }
  box.after(document.getElementById("hoi"));
  return parts;
}

/** A page number that is too high: which is the last. */
function beyond(wanted, last) {
  const link = element("a", { href: addressOf(wanted, { page: last }), textContent: said("search.beyond.last", { last }) });
  return [element("p", { textContent: said("search.beyond", { page: wanted.page, last }) }), element("p", {}, link)];
}

/** What others handle, if the second index answers better than the site: [card, …]; asked only where there is a doubt. */
async function elsewhere(wanted, found, engine) {
  const knows = () => engine.knows(wanted.query);
  if (!away || !isDoubtful(wanted, found, { marks: engine.manifest.elsewhere ?? "", knows })) return [];
  const asked = Promise.all([import("./search_elsewhere.js"), engineAt(root, "search/elsewhere/")])
    .then(([{ others }, second]) => others(second, wanted.query, found));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, []));
  return Promise.race([asked, late]).catch(() => []); // the answers of the site need nothing of it
}

/** Shows what others handle, and what it is called as part of the count, which is announced. */
function tellElsewhere(fill, cards, total, key) {
  if (away) away.hidden = !cards.length;
  if (!cards.length) return tell(total ? said(key, { count: total }) : said("search.count.none"));
  const words = JSON.parse(away.dataset.words);
  const absent = fill(away, cards, words, element);
  tell(total ? words["elsewhere.count"].replace("{absent}", absent).replace("{count}", total) : absent);
}

async function show(wanted, found, cards) {
  // What fills the block above the hits is there before anything is drawn: nothing moves afterwards.
  const fill = cards.length ? (await import("./search_elsewhere.js")).tell : null;
  const last = lastPage(found.places);
  const excerpts = cards.length || found.nearest.length || navigator.connection?.saveData ? 0 : EXCERPTS;
  const hits = !found.total ? nothing(wanted, found)
    : wanted.page > last ? beyond(wanted, last) : [hitsOf(wanted.page > 1 ? found.results : eventFirst(wanted.query, found.results, said), { root, said, query: wanted.query, tried: found.tried, excerpts })];
  box.querySelector("[data-hits]").replaceChildren(
    cards.length ? "" : nearestOf(wanted, found.nearest, said) ?? "", ...(cards.length ? [] : hintsOf(wanted, found, { root, said })), ...hits,
    pagesOf(wanted, found.places, said) ?? "", meantOf(wanted, found, said) ?? "");
  narrow(wanted, found.total, {}); // the place of the filters, so that nothing moves when they come
  makePlace();
  tellElsewhere(fill, cards, found.total, found.nearest.length ? "search.count.unsaid" : "search.count");
}

/** Whether a query found hardly anything. */
const isMissed = (wanted, found, cards) =>
  !cards.length && !Object.keys(wanted.filters).length && !(found.results[0]?.score >= WEAK || wanted.page > 1);

/** Lets the browser draw: no piece of work may hold a slow phone for 50 ms. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Draws the filters; `kept`: as open as they stand, for counts that come while someone looks at them. */
function narrow(wanted, total, facets, kept = false) {
  const useful = total || Object.keys(wanted.filters).length, place = box.querySelector("[data-filters]");
  const opened = kept && place.querySelector("details")?.open;
  place.replaceChildren(useful ? filtersOf(wanted, facets, said) : "");
  if (opened && useful) place.querySelector("details").open = true;
}

/** Fills in the lines that wait for a sentence of an answer's page. */
async function excerpts() {
  const places = [...box.querySelectorAll("[data-excerpt]")].map((place) =>
    ({ place, url: new URL(place.dataset.excerpt, root), query: place.dataset.query, missing: place.dataset.missing.split(" ") }));
  if (places.length) (await import("./search_excerpts.js")).fillExcerpts(places, (words) => said("search.excerpt.none", { words }));
}

/** The heading of the answers, announced when it changes; it stands in the page before it is filled. */
function tell(text) {
  box.hidden = false;
  requestAnimationFrame(() => (document.getElementById("so-ket-qua").textContent = text));
}

async function run(height = 0) {
  const wanted = state(), mine = ++turn;
  if (input && document.activeElement !== input) input.value = wanted.query;
  document.documentElement.toggleAttribute("data-asked", Boolean(wanted.query.trim()));
  showRecent(wanted.query);
  if (!wanted.query.trim()) return void (box.hidden = true);
  if (Object.keys(wanted.filters).length) narrow(wanted, 0, {}); // what was chosen is known at once
  document.title = said("search.page.title", { query: wanted.query, title });
  try {
    const { engine, found } = await answersTo(root, wanted);
    const cards = await elsewhere(wanted, found, engine);
    if (mine !== turn) return;
    await show(wanted, found, cards);
    scrollTo(0, height);
    await drawn();
    showMissed(wanted.query, isMissed(wanted, found, cards)); // a slow phone waits for its storage
    // The answers are shown before the counts are fetched: a slow phone need not wait for both.
    const { total, facets } = await engine.explore(wanted.query, { ...optionsOf(wanted), facets: true });
    if (mine !== turn) return;
    narrow(wanted, total, facets, true);
    excerpts();
    if (engine.warnings.length) {
      box.querySelector("[data-hits]").prepend(element("p", { className: "meta", textContent: said("search.partial") }));
    }
  } catch {
    if (mine === turn) tell(said("search.unavailable"));
  }
}

/** Goes to another list without leaving the page. */
function go(address) {
  keepHeight();
  if (address !== location.search) history.pushState({}, "", address);
  return run();
}

const keepHeight = () => history.replaceState({ ...history.state, height: scrollY }, "");
const plain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);

box.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='?']");
  if (!link || !plain(event)) return;
  event.preventDefault();
  go(link.getAttribute("href")).then(() => box.querySelector("h2").focus({ preventScroll: true }));
});
input?.form.addEventListener("submit", (event) => {
  event.preventDefault();
  input.blur(); // closes suggestions, and the keyboard of a phone
  go(addressOf({ query: input.value, filters: {}, sort: "relevance" }));
});
addEventListener("popstate", () => run(history.state?.height));
addEventListener("pagehide", keepHeight);
listen(() => state().query);
history.scrollRestoration = "manual";
run(history.state?.height);
