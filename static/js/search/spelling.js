// Syllables as people write them, and for a word that no page has the nearest ones that some page has.

const MARKS = { 1: "\u0300", 2: "\u0309", 3: "\u0303", 4: "\u0301", 5: "\u0323" };
// What stands before the vowels: qu and gi count as consonants when another vowel follows.
const PARTS = /^(qu|gi(?=[aeiouyăâêôơư])|[^aeiouyăâêôơư]*)([aeiouyăâêôơư]+)(.*)$/u;
const WITH_Y = /^(?:h|k|l|m|t|qu)i$/;

/** A syllable ({key: "giay", form: "giây4"}) as it is written ("giấy"); the tone stands where it always stood. */
export function written({ key, form }) {
  const tone = /\d/.test(key) ? undefined : MARKS[form.at(-1)];
  const letters = tone ? form.slice(0, -1) : form;
  const shown = WITH_Y.test(letters) ? `${letters.slice(0, -1)}y` : letters;
  const [, before, vowels, after] = (tone && shown.match(PARTS)) || [];
  if (!vowels) return tone ? letters : shown;
  const shaped = vowels.search(/[êôơâă](?!.*[êôơâă])/u);
  const at = shaped >= 0 ? shaped : after || vowels.length > 2 ? Math.min(1, vowels.length - 1) : 0;
  return (before + vowels.slice(0, at + 1) + tone + vowels.slice(at + 1) + after).normalize("NFC");
}

/** Queries like this one in which each unknown word is one that pages have: the likeliest first, three at most. */
export function nearest(typed, lexicon, knowledge) {
  const choices = typed.map(({ key, form }) =>
    lexicon.has(key) || knowledge.has(key) ? [written({ key, form })] : near(key, lexicon).slice(0, 3));
  if (!choices.some((some) => some.length)) return [];
  const spelled = (number) => choices.flatMap((some) => some[number] ?? some[0] ?? []).join(" ");
  const asked = typed.map(written).join(" ");
  return [...new Set([0, 1, 2].map(spelled))].filter((query) => query && query !== asked);
}

function near(key, lexicon) {
  if (key.length > 24) return [];
  const most = key.length < 4 ? 1 : key.length < 8 ? 2 : 3;
  return lexicon.words
    .filter((word) => Math.abs(word.length - key.length) <= most && lexicon.frequency(word) > 0)
    .map((word) => ({ word, slips: distance(key, word) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || lexicon.frequency(b.word) - lexicon.frequency(a.word))
    .map(({ word }) => word);
}

/** How many letters must be put in, taken out, changed or swapped. */
function distance(from, to) {
  let last = [], row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) next[j] = Math.min(next[j], last[j - 2] + 1);
    }
    last = row;
    row = next;
  }
  return row[to.length];
}
