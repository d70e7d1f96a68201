// From packed postings to ranked documents: how well each title, and if need be each body, answers a reading.

const utf8 = new TextDecoder();
const FIRST_KEYWORD_PLACE = 64;
const NOWHERE = [];
export const SIGNALS = {
  adjacency: 0.9, // how much words side by side count beside the words themselves
  cover: 0.12, // a short title that the query fills
  start: 0.03, // the query's first word opens the title
  number: 0.15, // the number that the query begins with is the title's own
  variant: 0.03, // not the plain case but its renewal, change or end
  keyword: 0.85, context: 0.3, body: 0.35,
  need: 0.015, // the record says that everybody may need it
  faint: 0.12, // a word that only asks
  marks: 1, // how much tones and marks that were typed must agree
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

/** A word's titles by form: [{form, docs, places}]; `starts` are the first documents of the pieces of the index. */
export function titlePostings(block, starts) {
  const reader = new Bytes(block);
  const forms = [];
  for (let left = reader.number(); left > 0; left--) {
    const found = { form: utf8.decode(reader.block()), docs: [], places: [] };
    eachPiece(reader, starts, (start) => {
      for (const doc of reader.ascending(reader.number() + 1)) found.docs.push(start + doc);
    });
    found.places = found.docs.map(() => placesOf(reader));
    forms.push(found);
  }
  return forms;
}

function eachPiece(reader, starts, read) {
  for (let left = reader.number(), piece = -1; left > 0; left--) {
    piece += 1 + reader.number();
    if (piece >= starts.length - 1) throw new RangeError("shard names a piece that is not there");
    read(starts[piece], starts[piece + 1]);
  }
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

/** The documents whose context (sector, agency) has a word, and those whose body has. */
export function bodyPostings(block, starts) {
  const reader = new Bytes(block);
  const context = [], bodies = [];
  if (!block.length) return { context, bodies };
  eachPiece(reader, starts, (start, end) => {
    for (let left = reader.number(), doc = start; left > 0; left--) {
      doc += reader.number();
      const last = doc + reader.number();
      if (last >= end) throw new RangeError("shard names documents that cannot be");
      while (doc <= last) context.push(doc++);
    }
  });
  eachPiece(reader, starts, (start) => {
    for (const doc of reader.ascending(reader.number() + 1)) bodies.push(start + doc);
  });
  return { context, bodies };
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

/** Where a slot matches, by document number: {docs, quality, places}; `source` gives the postings that were fetched. */
export function matchesOf(slot, source, count) {
  const found = { docs: [], quality: new Float32Array(count), places: new Array(count) };
  for (const { key, trust, partial } of slot.words) {
    for (const { form, docs, places } of source.titles(key) ?? []) {
      const quality = trust * (1 - SIGNALS.marks * (1 - agreement(slot, form, partial)));
      for (let index = 0; index < docs.length; index++) {
        const inTitle = places[index][0] < FIRST_KEYWORD_PLACE;
        note(found, docs[index], inTitle ? quality : quality * SIGNALS.keyword, places[index]);
      }
    }
    const { context = NOWHERE, bodies = NOWHERE } = source.bodies(key) ?? {};
    for (const doc of context) note(found, doc, trust * SIGNALS.context, NOWHERE);
    for (const doc of bodies) note(found, doc, trust * SIGNALS.body, NOWHERE);
  }
  return found;
}

function note(found, doc, quality, places) {
  const before = found.places[doc];
  if (!before) found.docs.push(doc);
  found.places[doc] = !before?.length ? places : places.length ? before.concat(places) : before;
  if (quality > found.quality[doc]) found.quality[doc] = quality;
}

/**
 * Scores of one reading into `best` ({score, covered} by document number), where they are higher.
 *
 * `trust` scales the score; `demanded` is the weight of all slots, also of those whose postings were not fetched.
 */
export function rate({ slots, trust, demanded }, matches, manifest, best) {
  const matched = new Float32Array(manifest.count), filled = new Float32Array(manifest.count);
  const near = new Float32Array(manifest.count), opens = new Float32Array(manifest.count);
  let total = 0, bonds = 0;
  slots.forEach(({ weight }, index) => {
    const { docs, quality, places } = matches[index];
    total += weight;
    for (const doc of docs) {
      matched[doc] += weight * quality[doc];
      if (places[doc][0] < FIRST_KEYWORD_PLACE) filled[doc] += weight * quality[doc];
      if (places[doc][0] === 0 && quality[doc] > opens[doc]) opens[doc] = quality[doc];
    }
    if (index) bonds += addNearness(near, matches[index - 1], matches[index], slots[index - 1].weight * weight);
  });
  const full = total + SIGNALS.adjacency * bonds;
  const numbered = slots.some(({ key }) => /^\d/.test(key));
  for (let doc = 0; doc < matched.length; doc++) {
    if (!matched[doc]) continue;
    const signs = manifest.signs.charCodeAt(doc) - 48;
    const mass = 2 ** ((manifest.masses.charCodeAt(doc) - 48) / 2) - 1;
    const score = trust * ((matched[doc] + SIGNALS.adjacency * near[doc]) / full
      + SIGNALS.cover * Math.min(1, filled[doc] / (mass || 1))
      + (numbered ? SIGNALS.number : SIGNALS.start) * opens[doc]
      + SIGNALS.need * (signs & 3) - (signs & 4 ? SIGNALS.variant : 0));
    if (score > best.score[doc]) {
      best.score[doc] = score;
      best.covered[doc] = matched[doc] / demanded;
    }
  }
}

/** Adds what two neighbouring slots gain in titles that have them near each other; returns what they could gain. */
function addNearness(near, before, after, product) {
  const bond = Math.sqrt(product);
  const docs = before.docs.length < after.docs.length ? before.docs : after.docs;
  for (const doc of docs) {
    const first = before.places[doc], second = after.places[doc];
    if (!first?.length || !second?.length) continue;
    near[doc] += bond * nearness(first, second) * Math.min(before.quality[doc], after.quality[doc]);
  }
  return bond;
}

/** 1 for side by side in order, less for a gap of one or two or the other order, else 0. */
function nearness(before, after) {
  let best = 0;
  for (const first of before) {
    for (const second of after) {
      const gap = second - first;
      if (gap === 1) return 1;
      if (gap === 2) best = Math.max(best, 0.5);
      else if (gap === 3 || gap === -1 || gap === -2) best = Math.max(best, 0.3);
    }
  }
  return best;
}
