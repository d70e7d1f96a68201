// From packed postings to ranked documents: how well each title, and if need be each body, answers a reading.

const utf8 = new TextDecoder();
export const SIGNALS = {
  adjacency: 0.9, // how much words side by side count beside the words themselves
  cover: 0.12, // a short title that the query fills
  start: 0.03, // the query's first word opens the title
  keyword: 0.85, context: 0.3, body: 0.35,
  faint: 0.12, // a word that only asks
  rarity: 1.0, // exponent on a word's weight
};

/** Steps through packed bytes. */
class Bytes {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0, shift = 1, byte;
    do {
      byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError("shard ends early");
      value += (byte & 0x7f) * shift;
      shift *= 128;
    } while (byte & 0x80);
    return value;
  }

  block() {
    const length = this.number();
    if (this.at + length > this.bytes.length) throw new RangeError("shard ends early");
    return this.bytes.subarray(this.at, (this.at += length));
  }

  ascending(length) {
    const found = [];
    for (let index = 0, last = -1; index < length; index++) found.push((last += 1 + this.number()));
    return found;
  }
}

/** The blocks of a shard by word, `words` being those the lexicon puts into it. */
export function blocksOf(bytes, words) {
  const reader = new Bytes(bytes);
  return new Map(words.map((word) => [word, reader.block()]));
}

/** A word's titles: [{form, docs, places}] and the documents whose context has it. */
export function titlePostings(block) {
  const reader = new Bytes(block);
  const forms = [];
  for (let left = reader.number(); left > 0; left--) {
    const form = utf8.decode(reader.block());
    const docs = reader.ascending(reader.number());
    forms.push({ form, docs, places: docs.map(() => placesOf(reader)) });
  }
  const context = [];
  for (let left = reader.number(), doc = 0; left > 0; left--) {
    doc += reader.number();
    for (let length = reader.number(); length >= 0; length--) context.push(doc++);
  }
  return { forms, context };
}

function placesOf(reader) {
  const places = [];
  for (let more = 1, place = 0; more;) {
    const packed = reader.number();
    more = packed & 1;
    places.push((place += packed >> 1));
  }
  return places;
}

/** The documents whose body has a word. */
export function bodyPostings(block) {
  const reader = new Bytes(block);
  const found = [];
  for (let last = -1; reader.at < block.length;) found.push((last += 1 + reader.number()));
  return found;
}

/** How well a form in a title agrees with what was typed; marks count where they were typed. */
function agreement(slot, form, partial) {
  if (slot.plain) return slot.markedQuery && form !== slot.form ? 0.93 : 1;
  if (form === slot.form) return 1;
  const typedLetters = slot.form.replace(/\d$/, ""), letters = form.replace(/\d$/, "");
  if (partial && letters.startsWith(typedLetters)) return 1;
  if (typedLetters === letters) return 0.72; // another tone
  return slot.form === slot.key || typedLetters === slot.key ? 0.72 : 0.5;
}

/** Where a slot matches: doc → {quality, places}; `source` gives the postings of a word, if they were fetched. */
export function matchesOf(slot, source) {
  const found = new Map();
  const note = (doc, quality, places) => {
    const before = found.get(doc);
    if (!before) found.set(doc, { quality, places });
    else if (quality > before.quality) {
      before.quality = quality;
      before.places = before.places.concat(places);
    } else if (places.length) before.places = before.places.concat(places);
  };
  for (const { key, trust, partial } of slot.words) {
    const postings = source.titles(key);
    for (const { form, docs, places } of postings?.forms ?? []) {
      const quality = trust * agreement(slot, form, partial);
      for (let index = 0; index < docs.length; index++) {
        note(docs[index], places[index][0] >= 64 ? quality * SIGNALS.keyword : quality, places[index]);
      }
    }
    for (const doc of postings?.context ?? []) note(doc, trust * SIGNALS.context, []);
    for (const doc of source.bodies(key) ?? []) note(doc, trust * SIGNALS.body, []);
  }
  return found;
}

/** Scores of one reading: doc → {score, covered}; `lengths` are the lengths of titles on a logarithmic scale. */
export function scoresOf(slots, matches, lengths) {
  const total = slots.reduce((sum, slot) => sum + slot.weight, 0);
  const scores = new Map();
  slots.forEach((slot, index) => {
    for (const [doc, { quality, places }] of matches[index]) {
      const score = scores.get(doc) ?? { matched: 0, near: 0, filled: 0, opens: 0 };
      score.matched += slot.weight * quality;
      if (places.length) score.filled += 1;
      if (index === 0 && places[0] === 0) score.opens = quality;
      scores.set(doc, score);
    }
  });
  let bonds = 0;
  for (let index = 1; index < slots.length; index++) {
    const bond = Math.min(slots[index - 1].weight, slots[index].weight);
    bonds += bond;
    addNearness(scores, matches[index - 1], matches[index], bond);
  }
  return rated(scores, { total, bonds, lengths });
}

function addNearness(scores, before, after, bond) {
  const [few, many] = before.size < after.size ? [before, after] : [after, before];
  for (const doc of few.keys()) {
    const first = before.get(doc), second = after.get(doc);
    if (many.has(doc) && first.places.length && second.places.length) {
      scores.get(doc).near += bond * nearness(first.places, second.places) * Math.min(first.quality, second.quality);
    }
  }
}

/** 1 for side by side in order, less for a gap of one or two or the other order, else 0. */
function nearness(before, after) {
  let best = 0;
  for (const first of before) {
    for (const second of after) {
      const gap = second - first;
      if (gap === 1) return 1;
      if (gap === 2) best = Math.max(best, 0.5);
      else if (gap === 3 || gap === -1) best = Math.max(best, 0.3);
    }
  }
  return best;
}

function rated(scores, { total, bonds, lengths }) {
  const full = total + SIGNALS.adjacency * bonds;
  for (const [doc, score] of scores) {
    const length = 2 ** ((lengths.charCodeAt(doc) - 48 - 0.5) / 2);
    score.score = (score.matched + SIGNALS.adjacency * score.near) / full
      + SIGNALS.cover * Math.min(1, score.filled / length)
      + SIGNALS.start * score.opens;
    score.covered = score.matched / total;
  }
  return scores;
}
