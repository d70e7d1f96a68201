// From postings to ranked documents: how well each title, and if need be each body, answers a query.

const FIRST_KEYWORD_PLACE = 64;
const PHRASE = 16; // places of each keyword
const PHRASES = 12; // of a page that are told apart
const NOWHERE = [];
const TOO_LITTLE = 0.13; // a part of what is meant that counts for nothing
export const SIGNALS = {
  adjacency: 0.9, // how much words side by side count beside the words themselves
  cover: 0.18, // a short title that the query fills
  start: 0.03, // the query's first word opens the title
  number: 0.15, // the number that the query begins with is the title's own
  keyword: 0.9, context: 0.3, body: 0.35,
  need: 0.01, // a step of how likely a record says that everybody may need it
  together: 0.1, // how much of a query stands in one keyword
  literal: 0.6, // what a thing meant gives for a word of its own that a title lacks
  over: 0.4, // what a page counts of which the thing itself is over: no step at all
  whole: 2, // how much a part of what is meant counts less than its share
  said: 0.6, // a thing meant of which no title says this much is not known here
  concept: 12, // the most that a thing meant may tell
  apart: 0.4, // what the bond of two words counts that belong to different things meant
  faint: 0.12, // a word that only asks
  aside: 0.4, // a word of what something is for
  there: 0.25, // a page of the place that a query names
  local: 0.05, // how much less a page of one place counts that the query does not name
  near: 0.05, // a step of how far a page lies where the query points
  piece: 0.03, // the same of the middle of neighbouring pages
  slack: 0.2, // how little a page may lie off that has no word of the query
};

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
  for (const { key, form: same, trust, partial } of slot.words) {
    for (const { form, docs, places } of source.titles(key) ?? []) {
      const agreed = same ? Number(same === form) : agreement(slot, form, partial); // another word, marks and all
      const quality = trust * agreed;
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
 * Documents rated by what their titles, and if need be their bodies, say of a query: {score, covered} by document number.
 *
 * Each slot counts as much as the best that is found for it: itself, or a concept that it is part of. So what is said
 * in the words of records counts in full, and nothing typed is lost.
 */
export function rated({ slots, concepts, province }, source, manifest) {
  const { count } = manifest;
  const state = { count, matched: new Float32Array(count), near: new Float32Array(count), filled: new Float32Array(count),
    opens: new Float32Array(count), met: [] };
  const find = finder(source, count);
  const matches = slots.map(find);
  const meant = concepts.map((concept) => meaningOf(concept, find, count)).filter(Boolean);
  const weights = weighed(slots, meant);
  const known = slots.map((slot, place) =>
    slot.words.some(({ key }) => source.titles(key) || source.bodies(key)) || meant.some(({ at }) => at.includes(place)));
  state.together = together(slots, matches, count);
  let total = 0, demanded = 0;
  slots.forEach((slot, place) => {
    demanded += weights[place];
    if (!known[place]) return;
    total += weights[place];
    credit(state, slot, weights[place], matches[place], meant.filter(({ at }) => at.includes(place)));
  });
  const bonds = bound(state, { slots, weights, matches, meant, known });
  return finished(state, { full: total + SIGNALS.adjacency * bonds, demanded, manifest,
    start: slots.some(({ key }) => /^\d/.test(key)) ? SIGNALS.number : SIGNALS.start, province });
}

/** Finds where slots match, each once: the things that a query may mean share most of their words. */
function finder(source, count) {
  const found = new Map();
  return (slot) => {
    const name = `${slot.form} ${slot.words.length} ${slot.markedQuery}`;
    if (!found.has(name)) found.set(name, matchesOf(slot, source, count));
    return found.get(name);
  };
}

/** What one slot gives to each document. */
function credit(state, slot, weight, { docs, quality, places }, meant) {
  const best = new Float32Array(quality);
  const fills = new Float32Array(state.count);
  for (const doc of docs) {
    if (places[doc][0] < FIRST_KEYWORD_PLACE) fills[doc] = slot.rarity * quality[doc];
    if (places[doc][0] === 0) state.opens[doc] = Math.max(state.opens[doc], quality[doc]);
  }
  for (const concept of meant) {
    const own = lent(concept, slot, places);
    for (const [doc, { quality: whole, fill }] of concept.docs) {
      best[doc] = Math.max(best[doc], whole * own(doc));
      fills[doc] = Math.max(fills[doc], fill / concept.at.length);
    }
  }
  for (let doc = 0; doc < state.count; doc++) {
    state.matched[doc] += weight * best[doc];
    state.filled[doc] += fills[doc];
  }
}

/** How much of a thing meant a word may claim in a document: a word that names the thing itself must stand there. */
function lent({ says }, { key }, places) {
  return (doc) => (!says.has(key) || places[doc] ? 1 : SIGNALS.literal);
}

/** How much each slot tells: as one of those that say what is meant as much as their share of it, else as much as it is rare. */
function weighed(slots, meant) {
  const weights = slots.map(({ weight }) => weight);
  for (const { at, share, partly, trust } of meant) {
    for (const place of partly ? [] : at) weights[place] = Math.max(weights[place], share * trust);
  }
  return weights;
}

/**
 * A concept with the documents whose titles say what it means: how well, how much of the title that fills, whether it
 * opens it. Null if no title says enough of it: then its words stand for themselves.
 */
function meaningOf(concept, find, count) {
  const docs = new Map(), says = new Set();
  let most = 0;
  for (const { slots, pages, trust: rank } of concept.meanings) {
    for (const { key } of slots) says.add(key);
    const found = pages ?? beside(slots, find, count);
    const best = pages ? 1 : found.reduce((most, [, part]) => Math.max(most, part), 0);
    if (best < SIGNALS.said) continue;
    for (const [doc, part] of found) {
      const quality = concept.trust * rank * (part / best) ** SIGNALS.whole;
      if (quality < 0.05 || docs.get(doc)?.quality >= quality) continue;
      const fill = part * slots.reduce((sum, { rarity }) => sum + rarity, 0);
      docs.set(doc, { quality, fill });
      most = Math.max(most, quality);
    }
  }
  return most ? { ...concept, docs, says } : null;
}

/** How much of a query stands in one keyword of each document: a name that people give it, whole or in part. */
function together(slots, matches, count) {
  const most = new Float32Array(count), found = new Float32Array(count * PHRASES);
  const full = slots.reduce((sum, { weight }) => sum + weight ** 2, 0) || 1;
  slots.forEach(({ weight }, index) => {
    const { docs, quality, places } = matches[index];
    for (const doc of docs) {
      for (const place of places[doc]) {
        const phrase = Math.floor((place - FIRST_KEYWORD_PLACE) / PHRASE);
        if (phrase < 0 || phrase >= PHRASES) continue;
        const sum = (found[doc * PHRASES + phrase] += (weight ** 2 * quality[doc]) / full);
        if (sum > most[doc]) most[doc] = sum;
      }
    }
  });
  return most;
}

/** How much of some slots the titles of documents have, side by side: [document, part up to 1], where it is not too little. */
function beside(slots, find, count) {
  const matches = slots.map(find);
  const matched = new Float32Array(count), near = new Float32Array(count);
  let total = 0, bonds = 0;
  slots.forEach((slot, index) => {
    total += slot.rarity;
    for (const doc of matches[index].docs) matched[doc] += slot.rarity * matches[index].quality[doc];
    if (index) bonds += addNearness(near, matches[index - 1], matches[index], slots[index - 1].rarity * slot.rarity);
  });
  const full = total + SIGNALS.adjacency * bonds;
  const found = [];
  for (let doc = 0; doc < count; doc++) {
    const part = (matched[doc] + SIGNALS.adjacency * near[doc]) / full;
    if (part > TOO_LITTLE) found.push([doc, part]);
  }
  return found;
}

/** Adds what neighbouring slots gain where titles have them side by side, or one concept holds both; returns the most. */
function bound(state, { slots, weights, matches, meant, known }) {
  const told = slots.map((_, place) => place).filter((place) => known[place] && !slots[place].faint);
  let bonds = 0;
  told.slice(1).forEach((place, index) => {
    const before = told[index];
    const both = meant.filter(({ at }) => at.includes(place) && at.includes(before));
    const apart = !both.length && meant.some(({ at }) => at.includes(place) || at.includes(before));
    const product = weights[before] * weights[place] * (apart ? SIGNALS.apart ** 2 : 1);
    const near = new Float32Array(state.count);
    const bond = addNearness(near, matches[before], matches[place], product);
    for (const concept of both) {
      const [first, second] = [before, place].map((one) => lent(concept, slots[one], matches[one].places));
      for (const [doc, { quality }] of concept.docs) near[doc] = Math.max(near[doc], bond * quality * Math.min(first(doc), second(doc)));
    }
    for (let doc = 0; doc < state.count; doc++) state.near[doc] += near[doc];
    bonds += bond;
  });
  return bonds;
}

function finished({ count, matched, near, filled, opens, together }, { full, demanded, manifest, start, province }) {
  const score = new Float32Array(count), covered = new Float32Array(count);
  for (let doc = 0; doc < count; doc++) {
    if (!matched[doc]) continue;
    const signs = manifest.signs.charCodeAt(doc) - 48;
    const mass = 2 ** ((manifest.masses.charCodeAt(doc) - 48) / 2) - 1;
    score[doc] = (matched[doc] + SIGNALS.adjacency * near[doc]) / full
      + SIGNALS.cover * Math.min(1, filled[doc] / (mass || 1))
      + SIGNALS.together * together[doc]
      + start * opens[doc]
      + SIGNALS.need * signs;
    const where = manifest.where.charCodeAt(doc) - 48;
    if (where) score[doc] += where === province ? SIGNALS.there : -SIGNALS.local;
    if (!signs) score[doc] *= SIGNALS.over;
    covered[doc] = matched[doc] / demanded;
  }
  return { score, covered };
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
