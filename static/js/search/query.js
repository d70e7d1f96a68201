// From what a citizen types to readings: sequences of slots, each with the index words that may be meant.

const TONES = { "\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5" };
// One letter or digit after another, of any script: all else parts syllables.
const SYLLABLE = /[\p{L}\p{N}]+/gu;
const COMBINING = /\p{M}/u;
// A syllable that ends in y after a consonant where i is in use too (kỹ, kĩ; quý, quí).
const I_OR_Y = /^(?:[hklmstv]|qu)y$/;
const MAX_SYLLABLES = 28;
const MAX_READINGS = 8;
const LONGEST_PHRASE = 8;

/** A written syllable as {key: "giay", form: "giây4", plain: no mark was typed}. */
export function syllable(written) {
  let tone = "", letters = "", key = "";
  for (const char of written.toLowerCase().normalize("NFD")) {
    if (TONES[char]) tone = TONES[char];
    else {
      letters += char;
      if (!COMBINING.test(char)) key += char === "đ" ? "d" : char;
    }
  }
  key = oneSpelling(key);
  const form = oneSpelling(letters.normalize("NFC")) + tone;
  return { key, form, plain: key === form };
}

function oneSpelling(letters) {
  const spelled = I_OR_Y.test(letters) ? letters.slice(0, -1) + "i" : letters;
  return spelled.replace(/^0+(?=\p{Nd})/u, ""); // 01/2023 is 1/2023
}

/** The syllables of a text in order, with the place of each in the text. */
export function syllables(text) {
  const composed = text.normalize("NFC");
  return Array.from(composed.matchAll(SYLLABLE), (match) => ({
    ...syllable(match[0]), start: match.index, end: match.index + match[0].length,
  }));
}

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
    this.marks = new Set(phrases.match(/.../gs));
    this.learn(`${abbreviations}\n${fillers}`);
  }

  learn(lines) {
    for (const line of lines.split("\n")) {
      const [phrase, ...meanings] = line.split("=").map(syllables);
      if (!phrase.length) continue;
      const first = phrase[0].key;
      if (!this.phrases.has(first)) this.phrases.set(first, []);
      this.phrases.get(first).push({ phrase, meanings });
      for (const { key } of phrase) this.words.add(key);
    }
    for (const list of this.phrases.values()) list.sort((a, b) => b.phrase.length - a.phrase.length);
  }

  /** Whether a query may hold a phrase whose meaning has not been fetched. */
  mayKnow(query) {
    const keys = syllables(query).slice(0, MAX_SYLLABLES).map(({ key }) => key);
    return keys.some((_, start) => keys.slice(start, start + LONGEST_PHRASE).some((_, length) =>
      this.marks.has(mark(keys.slice(start, start + length + 1).join(" ")))));
  }

  /** The longest phrase that begins at a place of the query, if any. */
  at(typed, start) {
    const list = this.phrases.get(typed[start].key) ?? [];
    return list.find(({ phrase }) => phrase.every((said, offset) => agrees(typed[start + offset], said)));
  }
}

/** The mark that the index leaves for a phrase (see knowledge.py). */
function mark(phrase) {
  let value = 5381;
  for (const char of phrase) value = (Math.imul(value, 33) + char.codePointAt(0)) >>> 0;
  value = ((value ^ (value >>> 15)) >>> 0) % 2 ** 18;
  return String.fromCharCode(48 + (value >> 12), 48 + ((value >> 6) % 64), 48 + (value % 64));
}

/** Marks that were typed must agree; marks that were left out may be any. */
function agrees(typed, said) {
  return typed !== undefined && typed.key === said.key && (typed.plain || typed.form === said.form);
}

/** All readings of a query, the likeliest first: [{slots, trust}]; a slot is {words: [{key, trust}], form, plain}. */
export function readings(query, lexicon, knowledge) {
  const typed = corrected(syllables(query).slice(0, MAX_SYLLABLES), lexicon, knowledge);
  const segments = segmented(typed, knowledge, lexicon);
  const first = segments.map((segment) => segment.options[0]);
  const found = [[first, 1]];
  segments.forEach((segment, index) => segment.options.slice(1).forEach((option, rank) => {
    found.push([[...first.slice(0, index), option, ...first.slice(index + 1)], option === segment.typed ? 0.88 : 0.97 - 0.02 * rank]);
  }));
  found.push([segments.map((segment) => segment.typed), 0.85]);
  return distinct(found.map(([parts, trust]) => ({ slots: parts.flat(), trust })));
}

/** The query cut into known phrases and single syllables, each with what it may mean, the likeliest first. */
function segmented(typed, knowledge, lexicon) {
  const segments = [];
  for (let at = 0; at < typed.length;) {
    const known = knowledge.at(typed, at);
    const length = known?.phrase.length ?? 1;
    const said = typed.slice(at, at + length);
    segments.push({ typed: said, options: known ? meaningsOf(known, said, lexicon) : [said] });
    at += length;
  }
  return segments;
}

function meaningsOf({ phrase, meanings }, said, lexicon) {
  if (!meanings.length) return [said.length === 1 ? [{ ...said[0], faint: true }] : []];
  const exact = meanings.map(exactly);
  if (said.length > 1) return exact;
  // "do" may be "đò" and "ca" "công an", but a word of the records as it was typed comes first.
  const ambiguous = said[0].plain && lexicon.has(said[0].key) && lexicon.frequency(said[0].key) > 2;
  return ambiguous ? [said, ...exact] : [...exact, said];
}

function exactly(meaning) {
  return meaning.map((said) => ({ ...said, words: [{ key: said.key, trust: 1 }] }));
}

function distinct(all) {
  const seen = new Set();
  return all.filter(({ slots }) => {
    const name = slots.map((slot) => slot.form).join(" ");
    return slots.length && !seen.has(name) && seen.add(name);
  }).slice(0, MAX_READINGS);
}

/** Each syllable with the words of the index that it may be; one that hides two words becomes two. */
function corrected(typed, lexicon, knowledge) {
  return typed.flatMap((said, index) => {
    const known = lexicon.has(said.key) || knowledge.words.has(said.key);
    const last = index === typed.length - 1;
    const words = known ? [{ key: said.key, trust: 1 }] : [];
    if (last) words.push(...completions(said, lexicon, known));
    if (!words.length) {
      const undone = undoTyping(said.key).find((key) => lexicon.has(key) || knowledge.words.has(key));
      if (undone) return [{ ...said, key: undone, form: undone, plain: true, words: [{ key: undone, trust: 0.95 }] }];
      const parts = split(said.key, lexicon);
      if (parts) return parts.map((key) => ({ key, form: key, plain: true, words: [{ key, trust: 0.95 }] }));
    }
    if (!known && said.key.length > 2) words.push(...neighbours(said.key, lexicon));
    return [{ ...said, words, partial: last && !known }];
  });
}

function completions(said, lexicon, known) {
  const longer = lexicon.startingWith(said.key).filter((word) => word !== said.key && !/\d/.test(word));
  longer.sort((a, b) => lexicon.frequency(b) - lexicon.frequency(a));
  return longer.slice(0, 24).map((key) => ({ key, trust: known ? 0.5 : 0.85, partial: true }));
}

/** A syllable without what Telex ("tieengs", "thuwar") or VNI ("ho6", "d9at") leave behind: guesses, best first. */
function undoTyping(key) {
  const found = [];
  const marksUndone = key.replace(/([aeo])\1/g, "$1").replace(/dd/g, "d").replace(/w/g, "");
  // The tone key stands last, or before the last consonants.
  found.push(marksUndone, marksUndone.replace(/(.)[sfrxj]$/, "$1"), marksUndone.replace(/([aeiouy])[sfrxj]/, "$1"));
  if (/^[a-z]+\d/.test(key)) found.push(key.replace(/\d/g, ""));
  return found.filter((guess) => guess !== key && guess.length > 1);
}

/** Two to four words typed as one ("giayphep"): the split into the most common words, or null. */
function split(key, lexicon) {
  if (key.length > 28 || /\d/.test(key)) return null;
  const best = [{ cost: 0, words: [] }];
  for (let end = 1; end <= key.length; end++) {
    for (let start = Math.max(0, end - 7); start <= end - 2; start++) {
      const part = key.slice(start, end);
      if (!best[start] || !lexicon.has(part) || lexicon.frequency(part) < 1) continue;
      const cost = best[start].cost + lexicon.weight(part) + 4;
      if (!best[end] || cost < best[end].cost) best[end] = { cost, words: [...best[start].words, part] };
    }
  }
  return best[key.length]?.words.length > 1 ? best[key.length].words : null;
}

/** Words of the index one slip away: a letter missing, doubled, swapped or wrong; the common ones first. */
function neighbours(key, lexicon) {
  const found = [];
  for (const word of lexicon.words) {
    if (Math.abs(word.length - key.length) > 1 || /\d/.test(word)) continue;
    const trust = slip(key, word);
    if (trust) found.push({ key: word, trust, rank: trust + lexicon.frequency(word) / lexicon.count });
  }
  return found.sort((a, b) => b.rank - a.rank).slice(0, 5);
}

/** How well one slip explains `typed` for `meant`: 0 not at all. */
function slip(typed, meant) {
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start++;
  const rest = typed.slice(start), want = meant.slice(start);
  if (rest.length === want.length) {
    if (rest.slice(1) === want.slice(1)) return 0.6;
    return rest[0] === want[1] && rest[1] === want[0] && rest.slice(2) === want.slice(2) ? 0.8 : 0;
  }
  if (rest.slice(1) === want) return rest[0] === typed[start - 1] ? 0.85 : 0.65;
  return rest === want.slice(1) ? 0.8 : 0;
}
