// The files of the index: each fetched once and unpacked when asked for; a missing or broken one is a warning.

import { unpackWords } from "./lexicon.js";
import { blocksOf, bodyPostings, meaningPages, titlePostings } from "./postings.js";

export class Store {
  constructor(base, manifest, lexicon, knowledge, fetch) {
    Object.assign(this, { base, manifest, lexicon, knowledge, fetch, warnings: [], loaded: new Map(), unpacked: new Map(), vectors: new Map() });
    this.starts = [0]; // of each piece of the index its first document, and where the last one ends
    for (const size of manifest.sizes) this.starts.push(this.starts.at(-1) + size);
    this.pieces = manifest.sizes.flatMap((size, piece) => Array(size).fill(piece)); // of each document
  }

  /** The number of the piece, and so of the file of cards, that a document lies in. */
  pieceOf(doc) {
    return this.pieces[doc];
  }

  /** The number of the shard of titles or bodies that has a word; bodies lie in fewer shards. */
  shardOf(part, key) {
    return this.numberOf(part, this.lexicon.shardOf(key));
  }

  numberOf(part, shard) {
    const { titles, [part]: own } = this.manifest.files;
    return Math.floor((shard * own.length) / titles.length);
  }

  /** The title postings of a word, if its shard was fetched. */
  titles(key) {
    return this.postings("titles", key, titlePostings);
  }

  /** The body postings of a word, if its shard was fetched. */
  bodies(key) {
    return this.postings("bodies", key, bodyPostings);
  }

  /** What is meant, {said: syllables, pages: [[document, part]]}, of its packed bytes; null if they are broken. */
  meaning(packed) {
    try {
      return (packed.meant ??= meaningPages(packed.block, this.manifest.count));
    } catch (error) {
      this.warn("a meaning", error);
      return null;
    }
  }

  postings(part, key, unpack) {
    const shard = this.shardOf(part, key);
    const blocks = this.unpacked.get(`${part} ${shard}`);
    const block = blocks?.get(key);
    if (!(block instanceof Uint8Array)) return block;
    let postings = null;
    try {
      postings = unpack(block, this.starts);
    } catch (error) {
      this.warn(this.manifest.files[part][shard], error);
    }
    blocks.set(key, postings);
    return postings;
  }

  /** Fetches shards, given as [part, number], all at once. */
  async loadAll(wanted) {
    await Promise.all(wanted.map(async ([part, shard]) => {
      const name = `${part} ${shard}`;
      if (this.unpacked.has(name)) return;
      const bytes = await this.file(this.manifest.files[part][shard], (response) => response.arrayBuffer());
      try {
        if (!bytes) return;
        const { blocks, names, vectors, text, meanings } = blocksOf(new Uint8Array(bytes), this.lexicon.words.filter((_, at) => this.numberOf(part, this.lexicon.shardAt(at)) === shard));
        this.unpacked.set(name, blocks);
        const named = unpackWords(names), length = vectors.length / named.length;
        named.forEach((feature, at) => this.vectors.set(feature, vectors.slice(at * length, (at + 1) * length)));
        this.knowledge.learnAll(text, meanings);
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
}
