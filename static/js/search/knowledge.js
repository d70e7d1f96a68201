// What editors know of how people speak: phrases and pairs of words, in any order, with what records call the same.

import { syllables } from "./syllables.js";

const SLACK = 3; // how many other syllables may stand among those of one phrase
const IN_ORDER = 0.97, IN_ANY_ORDER = 0.92; // how far a phrase is trusted that does not stand as it was written
const ELSEWHERE = 0.96; // a regional word for that of the phrase
const LOOSE = 0.86; // a syllable typed without marks in a query that has some

/** Phrases by the first syllable of their first part; a phrase without a meaning only asks. */
export class Knowledge {
  constructor({ phrases = "", fillers = "", regional = "", place_names = "" }, spoken) {
    this.first = new Map();
    this.learned = new Map();
    this.words = new Set(spoken);
    this.groups = new Map();
    this.placeNames = new Set(lines(place_names).map(syllables).flatMap(([one, two]) => [one.form + two.form, one.key + two.key]));
    this.regional = new Map(lines(regional).map((line) => {
      const [[word], ...same] = line.split("=").map(syllables);
      return [word.form, same.flat()];
    }));
    this.learnAll(phrases, []);
    for (const phrase of lines(fillers)) this.learn(phrase, null);
  }

  /** Learns groups of words and lines of phrases, whose meanings are words or stand in a list by number; a shard knows more of a phrase than the manifest. */
  learnAll(text, meanings) {
    const [groups, phrases = ""] = text.split("\n\n");
    for (const line of lines(groups)) this.groups.set(...line.split("="));
    for (const line of lines(phrases)) {
      const [said, ...listed] = line.split("=");
      const meant = { meanings: listed.map((one) => (one[0] === "#" ? { packed: meanings[one.slice(1)] } : { said: one })) };
      for (const phrase of said.split(",")) {
        const before = this.learned.get(phrase);
        if (before) Object.assign(before, meant);
        else {
          const own = { ...meant };
          this.learned.set(phrase, own);
          this.learn(phrase, own);
        }
      }
    }
  }

  learn(written, meant) {
    const parts = written.split("+").map((part) =>
      part.split("/").flatMap((one) => (this.groups.get(one.trim()) ?? one).split("/")).map(syllables)
        .filter((run) => run.length));
    const entry = { parts, meant };
    for (const run of parts[0] ?? []) {
      const { key } = run[0];
      if (!this.first.has(key)) this.first.set(key, []);
      this.first.get(key).push({ entry, run });
    }
    for (const run of parts.flat()) for (const { key } of run) this.words.add(key);
  }

  /** Whether a phrase at these places would cut a name of two syllables: no "kiện" stands in "kien giang". */
  cuts(at, typed) {
    const cut = (place) => this.placeNames.has(typed[place]?.form + typed[place + 1]?.form) && at.includes(place) !== at.includes(place + 1);
    return at.some((place) => cut(place) || cut(place - 1));
  }

  /** What a regional word is called elsewhere ("tía" is "cha"), as syllables. */
  elsewhere({ form }) {
    return this.regional.get(form) ?? [];
  }

  /** What a query (`marked` if any of it was typed with marks) may mean: [{at: places of its syllables, trust, meanings: [{packed} or {said: words}]}], and the places that only ask. */
  understood(typed, marked) {
    const concepts = [], asking = new Set();
    typed.forEach(({ key, also = [] }, start) => {
      const begun = [key, ...also.map((other) => other.key)].flatMap((one) => this.first.get(one) ?? []);
      for (const { entry, run } of begun) {
        const found = matched(entry, run, typed, start, marked);
        if (!found || this.cuts(found.at, typed)) continue;
        if (entry.meant) concepts.push({ ...found, meanings: entry.meant.meanings });
        else if (found.trust === 1 && !found.at.some((place) => typed[place].joined)) found.at.forEach((place) => asking.add(place));
      }
    });
    // A word of what stands as editors wrote it is no word of what stands scattered, in another order.
    const whole = concepts.flatMap(({ at, trust }) => (trust === 1 && at.at(-1) - at[0] === at.length - 1 ? at : []));
    return { concepts: largest(concepts.filter(({ at, trust }) => trust !== IN_ANY_ORDER || !at.some((place) => whole.includes(place)))), asking };
  }
}

const lines = (text) => text.split("\n").filter(Boolean);

/** The places of a phrase, whose first part's `run` begins at `start`, and how far they may be trusted; null if it is not there. */
function matched({ parts, meant }, run, typed, start, marked) {
  const head = places(run, typed, start, marked, meant && parts.length === 1);
  if (!head) return null;
  let { at, trust } = head;
  for (const part of parts.slice(1)) {
    const best = part.flatMap((other) => typed.map((_, from) => places(other, typed, from, marked, false)))
      .filter((found) => found && !found.at.some((place) => at.includes(place)))
      .sort((a, b) => b.at.length - a.at.length || b.trust - a.trust)[0];
    if (!best) return null;
    at = [...at, ...best.at];
    trust = Math.min(trust, best.trust);
  }
  return { at, trust };
}

/** The places of the syllables of a run from `start` on; in another order or with gaps if that may be. */
function places(run, typed, start, marked, loosely) {
  let trust = agrees(typed[start], run[0], marked, run.length);
  if (!trust) return null;
  const at = [start];
  for (const said of run.slice(1)) {
    const place = at.at(-1) + 1;
    const found = place < typed.length ? agrees(typed[place], said, marked, run.length) : 0;
    if (!found) return loosely && run.length > 1 ? scattered(run, typed, start, marked) : null;
    trust = Math.min(trust, found);
    at.push(place);
  }
  return { at, trust };
}

function scattered(run, typed, start, marked) {
  const at = [start];
  let ordered = true;
  for (const said of run.slice(1)) {
    const near = typed.map((_, place) => place)
      .filter((place) => !at.includes(place) && agrees(typed[place], said, marked, run.length) === 1)
      .sort((a, b) => Math.abs(a - at.at(-1) - 1) - Math.abs(b - at.at(-1) - 1))[0];
    if (near === undefined) return null;
    ordered &&= near > at.at(-1);
    at.push(near);
  }
  const spread = Math.max(...at) - Math.min(...at) + 1 - run.length;
  if (spread > SLACK) return null;
  return { at, trust: ordered ? IN_ORDER : IN_ANY_ORDER };
}

/** Marks that were typed must agree; left out in a query that has some, they are doubted: "viết tay" is not "tây". */
function agrees(typed, said, marked, length) {
  if (typed.also?.some(({ form }) => form === said.form)) return ELSEWHERE;
  if (typed.key !== said.key) return 0;
  if (typed.form === said.form) return 1;
  if (!typed.plain) return 0;
  return !marked ? 1 : length > 1 ? LOOSE : 0;
}

/** Concepts without those that lie within a larger one that is trusted as much. */
function largest(concepts) {
  const within = (a, b) => a.at.length < b.at.length && a.at.every((place) => b.at.includes(place)) && b.trust >= 0.95;
  for (const concept of concepts) concept.partly = concepts.some((other) => within(concept, other));
  return concepts;
}
