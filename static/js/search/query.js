// From what a citizen types to readings: sequences of slots, each with the index words that may be meant.

import { syllable, syllables } from "./syllables.js";

export const MAX_QUERY = 300; // characters; what follows is not read
const MAX_SYLLABLES = 28;
// A syllable of Vietnamese without its marks: consonants that can open it, one to three vowels, what can close it.
const POSSIBLE = /^(?:[bckdghlmnprstvx]|[cgknpt]h|ngh?|gi|qu|tr)?[aeiouy]{1,3}(?:[cmnpt]|[cn]h|ng)?$/;

const VOWEL = /[aeiouy]/; // a sign without one is no syllable that a number key may have marked

/**
 * What a query may mean: {slots, concepts}. A slot is one syllable, {words: [{key, trust}], form, plain, faint}; a concept
 * says what several of them mean together in the words of records, {at: [slots], trust, meanings: [{packed or slots, trust}]}.
 */
export function interpreted(query, lexicon, knowledge) {
  const typed = syllables(query).slice(0, MAX_SYLLABLES);
  const marked = typed.some(({ plain }) => !plain);
  return understood({ slots: corrected(typed, lexicon, knowledge), marked }, knowledge);
}

/** The same once more is known: what the slots may mean together. */
export function understood({ slots, marked }, knowledge) {
  const { concepts, asking, province } = knowledge.understood(slots, marked);
  const purpose = purposeOf(slots, concepts);
  slots.forEach((slot, place) => {
    const named = place >= province.from && place < province.end; // the province itself counts instead of its words
    Object.assign(slot, { markedQuery: marked, named, faint: named || asking.has(place), aside: purpose > 0 && place > purpose });
  });
  for (const concept of concepts) {
    concept.aside = purpose > 0 && concept.at.every((place) => place > purpose);
    concept.meanings = concept.meanings.map(({ packed, said }, rank) => ({ packed, slots: said && syllables(said).map(exactly), trust: 1 - 0.02 * rank }));
  }
  return { slots, concepts, marked, province: province.number };
}

/** The place of the word for a purpose ("độc thân để cưới vợ") behind something that is known to mean a thing; -1 without. */
function purposeOf(slots, concepts) {
  return slots.findIndex((slot, place) =>
    ["đê2", "đăng5", "de"].includes(slot.form) && place > 1 && place < slots.length - 1
      && concepts.some(({ at }) => at.every((other) => other < place)));
}

/** A syllable of what is meant as a slot: no other word may be meant. */
export function exactly(said) {
  return { ...said, words: [{ key: said.key, trust: 1 }], markedQuery: true };
}

/** Each syllable with the words of the index that it may be; one that hides two words becomes two. */
function corrected(typed, lexicon, knowledge) {
  return typed.flatMap((said, index) => {
    const also = knowledge.elsewhere(said);
    const known = also.length > 0 || lexicon.has(said.key) || knowledge.has(said.key);
    const last = index === typed.length - 1;
    const words = known ? [{ key: said.key, trust: 1 }] : [];
    words.push(...also.map(({ key, form }) => ({ key, form, trust: 1 })));
    if (last && !also.length) words.push(...completions(said, lexicon, known));
    if (!words.length) {
      const apart = VOWEL.test(said.key) ? null : parted(said.key, lexicon, knowledge);
      const undone = apart ? undefined : undoTyping(said.key).find((key) => lexicon.has(key) || knowledge.has(key));
      if (undone) return [{ ...said, key: undone, form: undone, plain: true, words: [{ key: undone, trust: 0.95 }] }];
      const parts = apart ?? split(said.key, lexicon) ?? parted(said.key, lexicon, knowledge);
      if (parts) return parts.map((key) => ({ key, form: key, plain: true, joined: true, words: [{ key, trust: 0.95 }] }));
    }
    if (!known && said.key.length > 2) words.push(...neighbours(said.key, lexicon));
    // What editors know of a word holds for its slip, too; a word that is still being typed is none.
    const meant = known || words[0]?.partial ? said : slipped(said, words);
    return [{ ...meant, words, also, partial: last && !known }];
  });
}

function slipped(said, [likeliest]) {
  return likeliest ? { key: likeliest.key, form: likeliest.key, plain: true } : said;
}

function completions(said, lexicon, known) {
  const longer = lexicon.startingWith(said.key).filter((word) => word !== said.key && !/\d/.test(word));
  longer.sort((a, b) => lexicon.frequency(b) - lexicon.frequency(a));
  return longer.slice(0, 24).map((key) => ({ key, trust: known ? 0.5 : 0.85, partial: true }));
}

/** A syllable without what Telex ("tieengs", "thuwar") or VNI ("ho6", "d9at") leave behind: guesses, best first. */
function undoTyping(key) {
  const found = [];
  const marksUndone = key.replace(/([aeo])([a-z]{0,2}?)\1/g, "$1$2").replace(/dd/g, "d").replace(/w/g, ""); // also "lana" for "lân"
  // The tone key stands last, or before the last consonants.
  found.push(marksUndone, marksUndone.replace(/(.)[sfrxj]$/, "$1"), marksUndone.replace(/([aeiouy])[sfrxj]/, "$1"));
  found.push(marksUndone.replace(/(.)\1+/g, "$1")); // a key that stuck
  if (/^[a-z]+\d/.test(key)) found.push(key.replace(/\d/g, ""));
  return found.map((guess) => syllable(guess).key).filter((guess) => guess !== key && guess.length > 1); // "kys" is "ki"
}

/** A known sign and a number typed as one ("nd42"), or null. */
function parted(key, lexicon, knowledge) {
  const [, sign, number] = key.match(/^(\p{L}{2,})0*(\d+)$/u) ?? [];
  return number && (lexicon.has(sign) || knowledge.has(sign)) ? [sign, number] : null;
}

/** Two to four words typed as one ("giayphep"): the split into the most common words, or null. */
function split(key, lexicon) {
  if (key.length > 28 || /\d/.test(key)) return null;
  const best = [{ cost: 0, words: [] }];
  for (let end = 1; end <= key.length; end++) {
    for (let start = Math.max(0, end - 7); start <= end - 2; start++) {
      const written = key.slice(start, end), part = syllable(written).key; // "ky" is known as "ki"
      if (!best[start] || !POSSIBLE.test(written) || !lexicon.has(part) || lexicon.frequency(part) < 1) continue;
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
    if (rest[0] === want[1] && rest[1] === want[0] && rest.slice(2) === want.slice(2)) return 0.8;
    return start && sorted(rest) === sorted(want) ? 0.6 : 0; // a letter that jumped: "shin" for "sinh"
  }
  if (rest.slice(1) === want) return rest[0] === typed[start - 1] ? 0.85 : 0.65;
  return rest === want.slice(1) ? 0.8 : 0;
}

const sorted = (letters) => [...letters].sort().join("");
