// Search without a server: fetches the parts of the index a query needs and ranks what they say. No DOM.

import { Knowledge, Lexicon, readings, syllables } from "./query.js";
import { blocksOf, bodyPostings, matchesOf, scoresOf, SIGNALS, titlePostings } from "./ranking.js";

const FORMAT = 1;
const MAX_TITLE_SHARDS = 5;
const MAX_BODY_SHARDS = 2;
const POOR = 0.7; // below this share of a query's weight found in the best title, bodies are read too

/** Opens the index below `baseUrl` (the folder with manifest.json); rejects only if there is no index. */
export async function open(baseUrl, { fetch = globalThis.fetch } = {}) {
  const base = String(baseUrl).replace(/\/?$/, "/");
  const response = await fetch(`${base}manifest.json`);
  if (!response.ok) throw new Error(`no search index at ${base}`);
  const manifest = await response.json();
  if (manifest.format !== FORMAT) throw new Error(`search index of another format: ${manifest.format}`);
  return new Engine(base, manifest, fetch);
}

class Engine {
  constructor(base, manifest, fetch) {
    Object.assign(this, { base, manifest, fetch, warnings: [], loaded: new Map(), unpacked: new Map() });
    this.lexicon = new Lexicon(manifest);
    this.knowledge = new Knowledge(manifest);
    this.members = membersOf(this.lexicon, manifest.files.titles.length);
  }

  /** The best answers: [{id, url, title, kind, excerpt, score, …}]. */
  async search(query, options = {}) {
    return (await this.explore(query, options)).results;
  }

  /** {results, total, facets, readings}; `filters` is {facet: [values]}, `sort` "relevance" or "deadline". */
  async explore(query, { limit = 10, offset = 0, filters = {}, sort = "relevance", facets = false } = {}) {
    const read = readings(String(query), this.lexicon, this.knowledge);
    const byCode = await this.codeHits(String(query));
    const ranked = byCode.exact ? byCode.hits : merged(byCode.hits, await this.ranked(read));
    const table = facets || sort === "deadline" || Object.keys(filters).length ? await this.facetTable() : null;
    const kept = table ? filtered(ranked, table, filters) : ranked;
    if (sort === "deadline" && table) kept.sort((a, b) => byDeadline(table, a, b));
    return {
      results: await this.cards(kept.slice(offset, offset + limit), read),
      total: kept.length,
      facets: facets && table ? counted(ranked, table, filters) : {},
      readings: read.map(({ slots }) => slots.map((slot) => slot.form)),
    };
  }

  /** Titles to choose from while someone types: [{id, url, title, kind}]. */
  async suggest(prefix, { limit = 8 } = {}) {
    return (await this.search(prefix, { limit: limit * 2 }))
      .filter((hit, index, all) => all.findIndex((other) => other.title === hit.title) === index)
      .slice(0, limit);
  }

  /** Documents ranked over all readings, the best first. */
  async ranked(read) {
    this.weigh(read);
    await this.loadAll(this.planned(read, "titles", MAX_TITLE_SHARDS));
    let best = this.scored(read);
    if (best.covered < POOR) {
      await this.loadAll(this.planned(read, "bodies", MAX_BODY_SHARDS));
      best = this.scored(read);
    }
    return best.ranked;
  }

  weigh(read) {
    for (const { slots } of read) {
      const marked = slots.some((slot) => !slot.plain);
      for (const slot of slots) {
        slot.words = slot.words.filter(({ key }) => this.lexicon.has(key));
        const weights = slot.words.map(({ key }) => this.lexicon.weight(key));
        const sure = slot.words.filter(({ trust }) => trust === 1).length ? weights[0] : Math.min(...weights, 5) * 0.7;
        slot.weight = sure ** SIGNALS.rarity * (slot.faint ? SIGNALS.faint : 1);
        slot.markedQuery = marked;
      }
    }
  }

  /** The files that matter most for the readings: rare words first, no more than the limit. */
  planned(read, part, limit) {
    const worth = new Map();
    read.forEach(({ slots, trust }) => slots.forEach((slot) => slot.words.forEach((word) => {
      const shard = this.lexicon.shardOf(word.key);
      const gain = slot.weight * trust * word.trust * (word.partial ? 0.2 : 1);
      if (this.manifest.files[part][shard]) {
        if (!worth.has(shard)) worth.set(shard, new Map());
        worth.get(shard).set(slot.form, Math.max(gain, worth.get(shard).get(slot.form) ?? 0));
      }
    })));
    const total = (gains) => [...gains.values()].reduce((sum, gain) => sum + gain, 0);
    return [...worth]
      .sort((a, b) => total(b[1]) - total(a[1]) || a[0] - b[0])
      .slice(0, limit)
      .map(([shard]) => [part, shard]);
  }

  scored(read) {
    const best = new Map();
    const cache = new Map();
    for (const { slots, trust } of read) {
      const known = slots.filter((slot) => slot.words.some(({ key }) => this.unpacked.has(`titles ${this.lexicon.shardOf(key)}`) || this.unpacked.has(`bodies ${this.lexicon.shardOf(key)}`)));
      const matches = known.map((slot) => {
        const name = `${slot.form} ${slot.words.length}`;
        if (!cache.has(name)) cache.set(name, matchesOf(slot, this));
        return cache.get(name);
      });
      for (const [doc, { score, covered }] of scoresOf(known, matches, this.manifest.lengths)) {
        const before = best.get(doc);
        if (!before || before.score < score * trust) best.set(doc, { doc, score: score * trust, covered });
      }
    }
    const ranked = [...best.values()].sort((a, b) => b.score - a.score || a.doc - b.doc);
    return { ranked, covered: ranked.length ? ranked[0].covered : 0 };
  }

  /** The title postings of a word, if its shard was fetched. */
  titles(key) {
    return this.postings("titles", key, titlePostings);
  }

  /** The body postings of a word, if its shard was fetched. */
  bodies(key) {
    return this.postings("bodies", key, bodyPostings);
  }

  postings(part, key, unpack) {
    const blocks = this.unpacked.get(`${part} ${this.lexicon.shardOf(key)}`);
    const block = blocks?.get(key);
    if (!(block instanceof Uint8Array)) return block;
    const postings = unpack(block);
    blocks.set(key, postings);
    return postings;
  }

  async loadAll(wanted) {
    await Promise.all(wanted.map(async ([part, shard]) => {
      const name = `${part} ${shard}`;
      if (this.unpacked.has(name)) return;
      const bytes = await this.file(this.manifest.files[part][shard], (response) => response.arrayBuffer());
      try {
        if (bytes) this.unpacked.set(name, blocksOf(new Uint8Array(bytes), this.members[shard]));
      } catch (error) {
        this.warn(this.manifest.files[part][shard], error);
      }
    }));
  }

  /** A file of the index, read once; null and a warning if it is missing or broken. */
  file(name, read) {
    if (!this.loaded.has(name)) {
      const load = async () => {
        const response = await this.fetch(this.base + name);
        if (!response.ok) throw new Error(`status ${response.status}`);
        return read(response);
      };
      this.loaded.set(name, load().catch((error) => {
        this.loaded.delete(name);
        this.warn(name, error);
        return null;
      }));
    }
    return this.loaded.get(name);
  }

  warn(name, error) {
    this.warnings.push(`${name}: ${error.message}`);
  }

  async codeHits(query) {
    // A code has a dot and four digits or more, or six digits; a local suffix (.H12) belongs to a province.
    const typed = query.match(/\d[\d.]*\.\d[\d.]*|\d{5,}/)?.[0].replace(/\D/g, "") ?? "";
    if (typed.length < 4) return { hits: [], exact: false };
    const text = await this.file(this.manifest.files.codes[0], (response) => response.text());
    const hits = [];
    (text ?? "").split("\n").forEach((code, doc) => {
      const digits = code.replace(/\D/g, "");
      const at = code.includes("/") ? -1 : digits.indexOf(typed);
      if (at >= 0) hits.push({ doc, score: 3 - at / 10 - (digits.length - typed.length) / 100 });
    });
    hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
    return { hits, exact: hits.length > 0 && hits[0].score === 3 };
  }

  facetTable() {
    return this.file(this.manifest.files.facets[0], (response) => response.json());
  }

  async cards(hits, read) {
    const size = this.manifest.cardsPerFile;
    const names = new Set(hits.map(({ doc }) => this.manifest.files.cards[Math.floor(doc / size)]));
    await Promise.all([...names].map((name) => this.file(name, async (response) => unpackCards(await response.json()))));
    const marked = new Set(read.flatMap(({ slots }) => slots.flatMap((slot) => slot.words.map(({ key }) => key))));
    const cards = await Promise.all(hits.map(async ({ doc, score }) => {
      const rows = await this.loaded.get(this.manifest.files.cards[Math.floor(doc / size)]);
      const card = rows?.[doc % size];
      return card && { ...card, score, segments: segments(card.title, marked), excerpt: segments(card.summary, marked) };
    }));
    return cards.filter(Boolean);
  }
}

function membersOf(lexicon, count) {
  const members = Array.from({ length: count }, () => []);
  for (const word of lexicon.words) members[lexicon.shardOf(word)].push(word);
  return members;
}

function merged(first, then) {
  const seen = new Set(first.map(({ doc }) => doc));
  return [...first, ...then.filter(({ doc }) => !seen.has(doc))];
}

function unpackCards(columns) {
  const rows = columns.id.map((id, index) => {
    const whole = (text) => text.replace("\n", columns.code[index]);
    return { id: whole(id), url: whole(columns.url[index]), code: columns.code[index] };
  });
  let title = "";
  columns.title.forEach((coded, index) => {
    title = title.slice(0, coded.charCodeAt(0) - 32) + coded.slice(1);
    rows[index].title = title;
  });
  for (const name of ["kind", "sector", "agency", "summary", "deadline"]) {
    columns[name].forEach((value, index) => (rows[index][name] = value === 0 ? rows[index - 1][name] : value));
  }
  return rows;
}

/** A text in pieces, {text, hit}: what the query asked for is a hit; never markup. */
function segments(text, marked) {
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

function docsOf(runs) {
  const docs = [];
  for (let index = 0, doc = 0; index < runs.length; index += 2) {
    doc += runs[index];
    for (let left = runs[index + 1]; left >= 0; left--) docs.push(doc++);
  }
  return docs;
}

function docsWith(table, facet, values) {
  return new Set((table.facets[facet] ?? []).filter(([value]) => values.includes(value)).flatMap(([, runs]) => docsOf(runs)));
}

function filtered(ranked, table, filters) {
  return Object.entries(filters).filter(([, values]) => values.length).reduce((kept, [facet, values]) => {
    const allowed = docsWith(table, facet, [values].flat());
    return kept.filter(({ doc }) => allowed.has(doc));
  }, ranked);
}

/** Counts of each value among what was found, a facet's own filter left out. */
function counted(ranked, table, filters) {
  const counts = {};
  for (const [facet, values] of Object.entries(table.facets)) {
    const others = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== facet));
    const found = new Set(filtered(ranked, table, others).map(({ doc }) => doc));
    counts[facet] = values
      .map(([value, runs]) => ({ value, count: docsOf(runs).filter((doc) => found.has(doc)).length }))
      .filter(({ count }) => count);
  }
  return counts;
}

function byDeadline(table, a, b) {
  table.due ??= new Map(table.deadlines);
  const first = table.due.get(a.doc) ?? "9999", second = table.due.get(b.doc) ?? "9999";
  return first < second ? -1 : first > second ? 1 : b.score - a.score;
}
