// What editors know of how people speak: phrases and pairs of words, in any order, with what records call the same.

import { firstIn, inOrder, keysIn, syllable } from "./syllables.js";

const SLACK = 3; // how many other syllables may stand among those of one phrase
const IN_ORDER = 0.97, IN_ANY_ORDER = 0.92; // how far a phrase is trusted that does not stand as it was written
const ELSEWHERE = 0.96; // a regional word for that of the phrase
const LOCATIVE = new Set(["o", "tai", "tinh", "pho", "tp"]); // what stands before the name of a place
const LOOSE = 0.86; // a syllable typed without marks in a query that has some

/** Phrases by the first syllable of their first part, and phrases that only ask. */
export class Knowledge {
  constructor({ phrases = "", fillers = "", regional = "", places = "" }, spoken) {
    this.first = new Map();
    this.learned = new Map();
    this.groups = new Map();
    // What few queries need is cut into syllables when one does: on a slow phone the first answers wait for all of this.
    this.spoken = new Set(spoken);
    this.asking = lines(fillers);
    this.askingKeys = keysIn(fillers).split("\n");
    this.names = lines(places).flatMap((names, index) => names.split(",").map((name) => ({ name, number: index + 1 })));
    this.nameKeys = keysIn(places.replace(/,/g, "\n")).split("\n");
    this.regional = new Map(lines(regional).map((line) => {
      const [word, ...same] = line.split("=");
      return [syllable(word).form, same.join(" ")];
    }));
    this.learnAll(phrases, []);
  }

  /** Learns groups of words and lines of phrases, whose meanings are words or stand in a list by number; a shard knows more of a phrase than the manifest. */
  learnAll(text, meanings) {
    const [groups, phrases = ""] = text.normalize("NFC").split("\n\n");
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

  /** Files a phrase below the syllables that it may begin with; all else of it is cut when a query comes to it. */
  learn(written, meant) {
    const [head, ...rest] = written.split("+");
    const entry = { meant, rest: once(() => rest.map((part) => this.ways(part).map(inOrder).filter((run) => run.length))), isWhole: !rest.length };
    for (const way of this.ways(head)) {
      const { key } = firstIn(way);
      if (!this.first.has(key)) this.first.set(key, []);
      this.first.get(key).push({ entry, run: once(() => inOrder(way)) });
    }
  }

  /** The ways to say a part of a phrase; some are named as a group. */
  ways(part) {
    return part.split("/").flatMap((one) => (this.groups.get(one.trim()) ?? one).split("/"));
  }

  /** Whether some phrase has a word that no page has. */
  has(key) {
    return this.spoken.has(key) || [...this.askingKeys, ...this.nameKeys].some((line) => line.includes(` ${key} `));
  }

  /** The province that a query names: its `number` in the manifest's list, `start` and `end` of its name, and `from` where "ở" or "tỉnh" leads to it; {} if none. */
  province(typed, marked) {
    const said = saidBy(typed);
    for (const { name, number } of this.names.filter((_, at) => said.includes(this.nameKeys[at]))) {
      const run = inOrder(name);
      for (const start of typed.keys()) {
        const found = places(run, typed, start, marked), end = start + run.length;
        const before = typed[start - 1]?.key, led = LOCATIVE.has(before);
        // Without marks "gia lai" is "giá lại" as well, "Việt Nam định cư" is no Nam Định, and Hồ Chí Minh is a man.
        const alone = marked ? found?.trust === 1 && before !== "viet" : !start || end === typed.length;
        if (found && (led || (alone && run.length < 3))) return { number, start, end, from: start - led };
      }
    }
    return {};
  }

  /** The places of phrases that only ask and stand as editors wrote them: found by their letters, few are ever cut into syllables. */
  askedIn(typed, marked, province) {
    const said = saidBy(typed);
    return new Set(this.asking.filter((_, at) => said.includes(this.askingKeys[at])).flatMap((phrase) => {
      const run = inOrder(phrase);
      return typed.map((_, start) => places(run, typed, start, marked, false))
        .flatMap((found) => (found?.trust === 1 && !cuts(found, province) && !found.at.some((place) => typed[place].joined) ? found.at : []));
    }));
  }

  /** What a regional word is called elsewhere ("tía" is "cha"), as syllables. */
  elsewhere({ form }) {
    return inOrder(this.regional.get(form) ?? "");
  }

  /** What a query (`marked` if any of it was typed with marks) may mean: [{at: places of its syllables, trust, meanings: [{packed} or {said: words}]}], and the places that only ask. */
  understood(typed, marked) {
    const concepts = [], province = this.province(typed, marked);
    typed.forEach(({ key, also = [] }, start) => {
      const begun = [key, ...also.map((other) => other.key)].flatMap((one) => this.first.get(one) ?? []);
      for (const { entry, run } of begun) {
        const found = matched(entry, run(), typed, start, marked);
        if (!found || cuts(found, province)) continue;
        concepts.push({ ...found, meanings: entry.meant.meanings });
      }
    });
    // A word of what stands as editors wrote it is no word of what stands scattered, in another order.
    const whole = concepts.flatMap(({ at, trust }) => (trust === 1 && at.at(-1) - at[0] === at.length - 1 ? at : []));
    return { concepts: largest(concepts.filter(({ at, trust }) => trust !== IN_ANY_ORDER || !at.some((place) => whole.includes(place)))), asking: this.askedIn(typed, marked, province), province };
  }
}

/** Whether what is found at some places holds a part of the name of a province alone: no "kiện" stands in "kien giang". */
function cuts({ at }, { start, end }) {
  const held = at.filter((place) => place >= start && place < end).length;
  return held && held < end - start;
}

/** The keys of what was typed between blanks. */
const saidBy = (typed) => ` ${typed.map(({ key }) => key).join(" ")} `;

const lines = (text) => text.split("\n").filter(Boolean);

/** What is made when it is first asked for. */
function once(make) {
  let made;
  return () => (made ??= make());
}

/** The places of a phrase, whose first part's `run` begins at `start`, and how far they may be trusted; null if it is not there. */
function matched({ rest, isWhole }, run, typed, start, marked) {
  const head = places(run, typed, start, marked, isWhole);
  if (!head) return null;
  let { at, trust } = head;
  for (const part of rest()) {
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
