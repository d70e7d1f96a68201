// What a query needs of the index: how much its words tell, which files are worth fetching first.

import { exactly } from "./query.js";
import { SIGNALS } from "./ranking.js";

const WORTHWHILE = 0.05; // a shard with less than this share of a query's weight is not fetched
const ANCHOR = 4; // how much a word is worth fetching under which phrases are filed
const LEAST = 0.15; // of what its rarity says a word tells at least, however often it is only said
const MEANT = 0.1; // how much a word is worth fetching that a larger thing meant holds

/** Slots learn how much they tell; meanings that stay words learn it of theirs. */
export function weigh({ slots, concepts }, lexicon) {
  slots.forEach((slot) => weighSlot(slot, lexicon));
  for (const { meanings } of concepts) meanings.forEach(({ slots: meant }) => meant?.forEach((slot) => weighSlot(slot, lexicon)));
}

function weighSlot(slot, lexicon) {
  slot.words = slot.words.filter(({ key }) => lexicon.has(key));
  const weights = slot.words.map(({ key }) => lexicon.weight(key));
  const sure = slot.words.some(({ trust }) => trust === 1) ? weights[0] : Math.min(...weights, 5) * 0.7;
  slot.rarity = slot.words.length ? sure : 0;
  slot.weight = Math.max(LEAST * slot.rarity, slot.rarity + lexicon.told(slot)) * (slot.faint ? SIGNALS.faint : slot.aside ? SIGNALS.aside : 1);
}

/** Concepts take their meanings from the shards that were fetched; one without any is left out. */
export function settle(read, store, lexicon) {
  for (const concept of read.concepts) {
    for (const meaning of concept.meanings) if (meaning.packed) fill(meaning, store, lexicon);
    concept.meanings = concept.meanings.filter(({ slots }) => slots?.every(({ words }) => words.length));
    const told = concept.meanings[0]?.slots.reduce((sum, { rarity }) => sum + rarity, 0);
    concept.share = (Math.min(told, SIGNALS.concept) / concept.at.length) * (concept.aside ? SIGNALS.aside : 1);
  }
  read.concepts = read.concepts.filter(({ meanings }) => meanings.length);
}

function fill(meaning, store, lexicon) {
  const found = store.meaning(meaning.packed);
  if (!found) return;
  meaning.slots = found.said.map(exactly);
  meaning.slots.forEach((slot) => weighSlot(slot, lexicon));
  meaning.pages = found.pages;
}

/** The shards of titles or bodies that matter most: rare words first, no more than the limit. */
export function planned(read, store, part, limit) {
  const worth = new Map();
  const add = (slot, word, gain) => {
    const shard = store.shardOf(part, word.key);
    if (!store.manifest.files[part][shard]) return;
    if (!worth.has(shard)) worth.set(shard, new Map());
    worth.get(shard).set(slot.form, Math.max(gain, worth.get(shard).get(slot.form) ?? 0));
  };
  const meant = new Set(read.concepts.flatMap(({ at, partly, meanings }) => (partly || meanings.every(isShort) ? [] : at)));
  const anchored = part === "titles" ? (key) => store.lexicon.anchors(key) : () => false;
  read.slots.forEach((slot, place) => {
    for (const { key } of [slot, ...(slot.also ?? [])]) if (!slot.named && anchored(key)) add({ form: `${slot.form} said` }, { key }, ANCHOR);
    const share = meant.has(place) ? MEANT : 1; // what it means is looked for instead
    for (const word of slot.words) {
      add(slot, word, share * slot.weight * word.trust * (word.partial ? (slot.partial ? 0.45 : 0.2) : 1));
    }
  });
  for (const { meanings, partly } of part === "titles" ? read.concepts : []) {
    meanings.forEach(({ slots, pages }, rank) => {
      if (pages) return;
      for (const slot of slots ?? []) if (slot.words[0]) add(slot, slot.words[0], slot.rarity * (partly ? MEANT : 1) / (1 + rank) ** 2);
    });
  }
  const total = (gains) => [...gains.values()].reduce((sum, gain) => sum + gain, 0);
  return worthiest(new Map(Array.from(worth, ([shard, gains]) => [shard, total(gains)])), limit).map((shard) => [part, shard]);
}

/** Whether a meaning is one syllable: a short form ("công an" is "ca"), beside which the words themselves are looked for. */
const isShort = ({ slots }) => slots?.length === 1;

function worthiest(worth, limit) {
  const all = [...worth.values()].reduce((sum, gain) => sum + gain, 0);
  return [...worth]
    .filter(([, gain]) => gain > WORTHWHILE * all)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .map(([shard]) => shard);
}
