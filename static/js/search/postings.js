// Packed postings unpacked: where a word stands in titles, in contexts and in bodies.

import { syllables } from "./syllables.js";

const utf8 = new TextDecoder();
const STEPS = 63; // of how well a page says what is meant

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

  byte() {
    if (this.at >= this.bytes.length) throw new RangeError("shard ends early");
    return this.bytes[this.at++];
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

/** A shard unpacked, `words` being those the lexicon puts into it: {blocks: by word, names and vectors of what has one, text: lines of phrases, meanings: [{block}]}. */
export function blocksOf(bytes, words) {
  const reader = new Bytes(bytes);
  const blocks = new Map(words.map((word) => [word, reader.block()]));
  const [names, vectors, text] = [0, 0, 0].map(() => (reader.at < bytes.length ? utf8.decode(reader.block()) : ""));
  const meanings = [];
  while (reader.at < bytes.length) meanings.push({ block: reader.block() });
  return { blocks, names, vectors, text, meanings };
}

/** A word's titles by form: [{form, docs, places}]; `starts` are the first documents of the pieces of the index. */
export function titlePostings(block, starts) {
  const reader = new Bytes(block);
  const forms = [];
  if (!block.length) return forms; // a word of contexts and bodies only
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

/** What a phrase means: the words of records, the pages whose titles say so, and how well each does, up to 1. */
export function meaningPages(block, count) {
  const reader = new Bytes(block);
  const text = utf8.decode(reader.block());
  const docs = reader.ascending(reader.number() + 1);
  if (docs.at(-1) >= count) throw new RangeError("shard names documents that are not there");
  return { said: syllables(text), pages: docs.map((doc) => [doc, reader.byte() / STEPS]) };
}
