// What the client keeps of the index: its words, and what editors know of how people speak.

import { syllables } from "./syllables.js";

const LONGEST_PHRASE = 8;

/** The words of the index with how common each is and which shard holds it; sorted, as the manifest lists them. */
export class Lexicon {
  constructor(manifest) {
    this.words = unpackWords(manifest.words);
    this.number = new Map(this.words.map((word, index) => [word, index]));
    this.rarity = manifest.rarity;
    this.shard = manifest.shard;
    this.count = manifest.count;
  }

  has(key) {
    return this.number.has(key);
  }

  shardOf(key) {
    return this.shard.charCodeAt(this.number.get(key)) - 48;
  }

  /** In how many titles a word stands, about. */
  frequency(key) {
    const level = this.rarity.charCodeAt(this.number.get(key)) - 48;
    return level > 0 ? 2 ** ((level - 1) / 4) : 0;
  }

  /** How much a word tells: 0 for one that is everywhere, about 9 for one that is unique. */
  weight(key) {
    return Math.log2(1 + this.count / (1 + this.frequency(key)));
  }

  startingWith(prefix) {
    let low = 0, high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (low < this.words.length && this.words[low].startsWith(prefix)) found.push(this.words[low++]);
    return found;
  }
}

function unpackWords(coded) {
  let last = "";
  // A capital says how many letters are shared with the word before; then the rest of the word.
  return Array.from(coded.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared, rest]) =>
    (last = last.slice(0, shared.charCodeAt(0) - 65) + rest));
}

/** What editors know: phrases of syllables and their meanings ([] for words that only ask). */
export class Knowledge {
  constructor({ abbreviations = "", fillers = "", phrases = "" }) {
    this.phrases = new Map();
    this.words = new Set();
    this.marks = unpackMarks(phrases);
    this.learn(`${abbreviations}\n${fillers}`);
  }

  learn(lines) {
    for (const line of lines.split("\n")) {
      const cut = line.indexOf("=");
      const phrase = syllables(cut < 0 ? line : line.slice(0, cut));
      if (!phrase.length) continue;
      const first = phrase[0].key;
      if (!this.phrases.has(first)) this.phrases.set(first, []);
      this.phrases.get(first).push({ phrase, meant: cut < 0 ? "" : line.slice(cut + 1) });
      for (const { key } of phrase) this.words.add(key);
    }
    for (const list of this.phrases.values()) list.sort((a, b) => b.phrase.length - a.phrase.length);
  }

  /** Whether a query may hold a phrase whose meaning has not been fetched. */
  mayKnow(query) {
    const keys = syllables(query).map(({ key }) => key);
    return keys.some((_, start) => keys.slice(start, start + LONGEST_PHRASE).some((_, length) =>
      this.marks.has(mark(keys.slice(start, start + length + 1).join(" ")))));
  }

  /** The longest phrase that begins at a place of the query, if any. */
  at(typed, start) {
    const list = this.phrases.get(typed[start].key) ?? [];
    const known = list.find(({ phrase }) => phrase.every((said, offset) => agrees(typed[start + offset], said)));
    // Meanings are cut into syllables only when asked for: there are more than a thousand.
    if (known) known.meanings ??= known.meant ? known.meant.split("=").map(syllables) : [];
    return known;
  }
}

/** The sorted marks from the gaps between them (see knowledge.py). */
function unpackMarks(coded) {
  const marks = new Set();
  let last = 0, gap = 0, scale = 1;
  for (let index = 0; index < coded.length; index++) {
    const letter = coded.charCodeAt(index) - 48;
    gap += (letter % 64) * scale;
    scale *= 64;
    if (letter >= 64) continue;
    marks.add((last += gap));
    gap = 0;
    scale = 1;
  }
  return marks;
}

/** The mark that the index leaves for a phrase (see knowledge.py). */
function mark(phrase) {
  let value = 5381;
  for (const char of phrase) value = (Math.imul(value, 33) + char.codePointAt(0)) >>> 0;
  return ((value ^ (value >>> 15)) >>> 0) % 2 ** 18;
}

/** Marks that were typed must agree; marks that were left out may be any. */
function agrees(typed, said) {
  return typed !== undefined && typed.key === said.key && (typed.plain || typed.form === said.form);
}
