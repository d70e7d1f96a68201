// Search without a server: fetches the parts of the index a query needs and ranks what they say. No DOM.

import { Knowledge } from "./knowledge.js";
import { Lexicon } from "./lexicon.js";
import { interpreted, MAX_QUERY, understood } from "./query.js";
import { planned, settle, weigh } from "./plan.js";
import { rated, SIGNALS } from "./ranking.js";
import { merged, segments, unpackCards } from "./results.js";
import { written } from "./spelling.js";
import { Store } from "./store.js";
import { syllables } from "./syllables.js";
import { postingsOf } from "./titles.js";
import { along, direction } from "./vectors.js";

const FORMAT = 8;
// A code with what provinces append to it: "1.001193.000.00.00.H56".
const LOCAL_CODE = /(\d\.\d{6})\.000\.00\.00(?:\.[a-z]\d\d)?/gi;
const MAX_BODY_SHARDS = 1;
const MAX_FILES = 8; // of all kinds for ten results, beside the manifest
const CARD_FILES = 2; // of them are kept for cards
const POOR = 0.5; // below this share of a query's weight found in the best title, bodies are read too
const ANSWERS = 0.2; // what scores less than this share of the best is no answer
const SURE_PLACES = 3; // the first places are never rearranged
const HEAD = 10; // how many hits are looked at closely
const AS_GOOD = 0.85; // a hit this close to the next one may take its place if that saves a request

/** Opens the index below `baseUrl` (the folder with manifest.json); rejects only if there is no index. */
export async function open(baseUrl, { fetch = globalThis.fetch } = {}) {
  const base = String(baseUrl).replace(/\/?$/, "/");
  const response = await fetch(`${base}manifest.json`);
  if (!response.ok) throw new Error(`no search index at ${base}`);
  const manifest = await response.json();
  if (manifest.format !== FORMAT) throw new Error(`search index of another format: ${manifest.format}`);
  await pause();
  return new Engine(base, manifest, (address) => fetch(address)); // as a method of ours a browser refuses it
}

class Engine {
  constructor(base, manifest, fetch) {
    this.manifest = manifest;
    this.lexicon = new Lexicon(manifest);
    this.knowledge = new Knowledge(manifest, this.lexicon.spoken);
    this.store = new Store(base, manifest, this.lexicon, this.knowledge, fetch);
  }

  /** What could not be fetched or read so far. */
  get warnings() {
    return this.store.warnings;
  }

  /** The best answers: [{id, url, title, kind, excerpt, score, …}]. */
  async search(query, options = {}) {
    return (await this.explore(query, options)).results;
  }

  /**
   * {results, total, places (what pages of results are cut from: some may be empty), facets, tried, nearest (queries that may have been meant, if some word is unknown)}; `filters` is {facet: [values]}, `sort`
   * "relevance" or "deadline".
   */
  async explore(query, { limit = 10, offset = 0, filters = {}, sort = "relevance", facets = false } = {}) {
    const text = String(query).slice(0, MAX_QUERY).replace(LOCAL_CODE, "$1");
    const tabled = facets || sort === "deadline" || Object.keys(filters).length ? this.facetTable() : null;
    const isKnown = this.knows(text), guessing = isKnown ? null : import("./nearest.js").catch(() => null); // beside the shards
    const read = interpreted(text, this.lexicon, this.knowledge);
    weigh(read, this.lexicon);
    const byCode = await this.codeHits(text);
    const { asked } = byCode;
    const { ranked: found, spent } = byCode.exact ? { ranked: [], spent: asked } : await this.ranked(read, asked);
    const ranked = merged(byCode.hits, found);
    await pause();
    const table = await tabled;
    const kept = table ? table.filtered(ranked, filters) : ranked;
    if (sort === "deadline" && table) kept.sort(table.byDeadline);
    const room = MAX_FILES - spent;
    const shown = sort === "relevance" ? await this.looked(read, kept, room, byCode.hits, kept !== ranked) : kept;
    await pause();
    return {
      results: await this.cards(shown.slice(offset, offset + limit).filter(Boolean), read),
      total: shown.filter(Boolean).length,
      places: shown.length,
      facets: facets && table ? table.counted(ranked, filters) : {},
      tried: [...new Set([...meanings(read), read.slots].map((slots) => slots.map(written).join(" ")))],
      nearest: byCode.hits.length || byCode.whole || isKnown ? [] : (await guessing)?.nearest(syllables(text), { ...this, written }) ?? [],
    };
  }

  /** Whether some page or some editor has all words of a query. */
  knows(query) {
    return syllables(query).every(({ key }) => this.lexicon.has(key) || this.knowledge.has(key));
  }

  /** Documents ranked, the best first, and how many files were spent with those `asked` for before. */
  async ranked(read, asked) {
    const { store, lexicon } = this;
    const shards = planned(read, store, "titles", MAX_FILES - CARD_FILES - asked);
    await store.loadAll(shards);
    Object.assign(read, understood(read, this.knowledge));
    weigh(read, lexicon);
    settle(read, store, lexicon);
    read.towards = direction(read.slots.map(({ key, words }) => (words[0]?.trust < 1 ? words[0].key : key)), store.vectors);
    await pause();
    const best = this.scored(read);
    const spent = shards.length + asked;
    if (best.covered >= POOR || spent >= MAX_FILES - CARD_FILES) return { ranked: best.ranked, spent };
    const bodies = planned(read, store, "bodies", MAX_BODY_SHARDS);
    await store.loadAll(bodies);
    await pause();
    return { ranked: this.scored(read).ranked, spent: spent + bodies.length };
  }

  /** Documents rated, as far as the postings are there: {ranked, covered (by the best title)}; `near` says how much less some count than the nearest. */
  scored(read, lent = new Map(), near = new Map()) {
    const { store } = this;
    const source = { titles: (key) => store.titles(key) ?? lent.get(key), bodies: (key) => store.bodies(key) };
    const { score, covered } = rated(read, source, this.manifest);
    const least = ANSWERS * score.reduce((most, one) => Math.max(most, one), 0);
    const ranked = [];
    score.forEach((said, doc) => {
      const whole = said + (near.get(doc) ?? 0);
      if ((said && said >= least) || (near.has(doc) && whole > -SIGNALS.slack)) ranked.push({ doc, score: whole });
    });
    ranked.sort((a, b) => b.score - a.score || a.doc - b.doc);
    return { ranked, covered: ranked.length ? covered[ranked[0].doc] : 0 };
  }

  async codeHits(query) {
    const { codesFound, isCode, saysCode } = /\d/.test(query) ? await import("./codes.js").catch(() => ({})) : {}; // words are found without
    if (!saysCode?.(query)) return { hits: [], exact: false, asked: 0 };
    const text = await this.store.file(this.manifest.files.codes[0], (response) => response.text());
    return { ...codesFound(query, (text ?? "").split("\n")), whole: isCode(query), asked: 1 }; // one file
  }

  facetTable() {
    const late = import("./facets.js"); // on its way together with the file
    late.catch(() => {}); // told by the file
    return this.store.file(this.manifest.files.facets[0], async (response) =>
      (await late).unpackFacets(await response.json(), this.manifest.count));
  }

  /** All hits, the first of them ranked anew: by what the titles on their cards say of words that were not fetched, and by where the query points. */
  async looked(read, kept, room, byCode, filtering) {
    const { store } = this;
    const pieceOf = ({ doc }) => store.pieceOf(doc);
    const ahead = !byCode.length && read.towards ? along(read.towards, this.manifest.vectors) : [];
    const likely = (hit) => hit.score + SIGNALS.piece * (ahead[pieceOf(hit)] ?? 0);
    const first = this.gathered(ahead.length ? [...kept].sort((a, b) => likely(b) - likely(a)) : kept, HEAD, room);
    const pieces = new Set(first.map(pieceOf)), here = (hit) => pieces.has(pieceOf(hit));
    let head = first;
    if (first.length && !byCode.length) {
      await this.fetchCards(first);
      const allowed = filtering && new Set(kept.map(({ doc }) => doc));
      head = (await this.anew(read, kept, pieces)).filter((hit) => here(hit) && (!allowed || allowed.has(hit.doc))).slice(0, HEAD);
    }
    const after = (some) => kept.filter(({ doc }) => !some.some((hit) => hit.doc === doc));
    const full = [...head, ...after(head).filter(here).slice(0, HEAD - head.length)];
    const rest = after(full);
    // What lies in more files than the first page may ask for stands on the next one; the places left are empty.
    return rest.length ? [...full, ...Array(HEAD - full.length).fill(null), ...rest] : full;
  }

  /** The pages as they answer a query once the cards of some pieces are there, the best first; those of before where the cards say nothing new. */
  async anew(read, kept, pieces) {
    const { store } = this;
    const wanted = new Set(keysOf(read).filter((key) => store.titles(key) === undefined));
    const lent = new Map(), near = new Map();
    for (const piece of pieces) {
      const rows = await store.loaded.get(this.manifest.files.cards[piece]);
      await pause();
      if (!rows) continue;
      if (wanted.size) postingsOf(rows, store.starts[piece], wanted, lent);
      if (read.towards) along(read.towards, rows.vectors).forEach((far, row) => near.set(store.starts[piece] + row, far * SIGNALS.near));
    }
    await pause();
    const nearest = Math.max(...near.values());
    near.forEach((far, doc) => near.set(doc, far - nearest));
    return lent.size || near.size ? this.scored(read, lent, near).ranked : kept;
  }

  /** The first `count` hits from `room` files of cards; of equal hits those of a file already needed. */
  gathered(ranked, count, room) {
    const left = [...ranked], chosen = [], files = new Set();
    const fileOf = ({ doc }) => this.store.pieceOf(doc);
    while (left.length && chosen.length < count) {
      const full = files.size >= room;
      const floor = full ? 0 : left[0].score * (chosen.length < SURE_PLACES ? 1 : AS_GOOD);
      const near = left.findIndex((hit) => hit.score < floor || files.has(fileOf(hit)));
      if (full && near < 0) break;
      const [hit] = left.splice(near >= 0 && left[near].score >= floor ? near : 0, 1);
      files.add(fileOf(hit));
      chosen.push(hit);
    }
    return chosen;
  }

  /** The name of the file that has the card of a hit. */
  fileOf({ doc }) {
    return this.manifest.files.cards[this.store.pieceOf(doc)];
  }

  fetchCards(hits) {
    return Promise.all([...new Set(hits.map((hit) => this.fileOf(hit)))].map((name) =>
      this.store.file(name, async (response) => unpackCards(await response.json()))));
  }

  async cards(hits, read) {
    const { store } = this;
    await this.fetchCards(hits);
    const telling = read.slots.filter(({ faint }) => !faint);
    const typed = { slots: telling.length ? telling : read.slots, concepts: [] };
    const marked = new Set(keysOf({ ...read, slots: typed.slots })), plainly = new Set(keysOf(typed));
    const cards = await Promise.all(hits.map(async (hit) => {
      const rows = await store.loaded.get(this.fileOf(hit));
      const card = rows?.[hit.doc - store.starts[store.pieceOf(hit.doc)]];
      const pieces = card && { segments: segments(card.title, marked), excerpt: segments(card.summary, plainly) };
      return card && { ...card, score: hit.score, ...pieces };
    }));
    return cards.filter(Boolean);
  }
}

/** What the words of a query may mean, each as slots. */
const meanings = ({ concepts }) => concepts.flatMap((concept) => concept.meanings.flatMap(({ slots }) => (slots ? [slots] : [])));

/** The words that a query asks for, and those that it may mean. */
const keysOf = (read) => [read.slots, ...meanings(read)].flat().flatMap(({ words }) => words.map(({ key }) => key));

/** Lets the browser draw and listen between two pieces of work: no piece may hold a slow phone for 50 ms. */
function pause() {
  return globalThis.scheduler?.yield ? globalThis.scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}
