// Text cut into syllables as the index knows them: a folded key to look up, a form that keeps the marks.

const TONES = { "\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5" };
// One letter or digit after another, of any script: all else parts syllables.
const SYLLABLE = /[\p{L}\p{N}]+/gu;
const NO_SYLLABLE = /[^\p{L}\p{N}\n]+/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
// A syllable that ends in y after a consonant where i is in use too (kỹ, kĩ; quý, quí).
const I_OR_Y = /^(?:[hklmstv]|qu)y$/;
// Letters and digits as wide as Chinese ones, which some keyboards type: the plain ones.
const FULL_WIDTH = /[\uff10-\uff5a]/g;
const plainWidth = (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0);
const remembered = new Map(); // syllables repeat: titles in a list of results have few different ones
const MOST_REMEMBERED = 5000;

/** A written syllable as {key: "giay", form: "giây4", plain: no mark was typed}. */
export function syllable(written) {
  const before = remembered.get(written);
  if (before) return before;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const cut = cutSyllable(written);
  remembered.set(written, cut);
  return cut;
}

function cutSyllable(written) {
  const small = smallLetters(written), letters = small.replace(TONE, "");
  const key = oneSpelling(withoutMarks(letters));
  const form = oneSpelling(letters.normalize("NFC")) + (TONES[small.match(TONE)?.at(-1)] ?? "");
  return { key, form, plain: key === form };
}

const smallLetters = (text) => text.replace(FULL_WIDTH, plainWidth).toLowerCase().normalize("NFD");
const withoutMarks = (letters) => letters.replace(/\p{M}+/gu, "").replace(/đ/g, "d");

function oneSpelling(letters) {
  const spelled = I_OR_Y.test(letters) ? letters.slice(0, -1) + "i" : letters;
  return spelled.replace(/^0+(?=\p{Nd})/u, ""); // 01/2023 is 1/2023
}

/** The keys of all syllables between blanks, line by line: where one is looked for, few texts need to be cut. */
export function keysIn(text) {
  const cut = withoutMarks(smallLetters(text)).replace(NO_SYLLABLE, " ").replace(/\n/g, " \n ");
  return ` ${cut} `.replace(/\b([hklmstv]|qu)y\b/g, "$1i").replace(/\b0+(?=\d)/g, "");
}

/** The first syllable of a text; one without letters for none. */
export const firstIn = (text) => syllable(text.match(/[\p{L}\p{N}]+/u)?.[0] ?? "");

/** The syllables of a text in order. */
export const inOrder = (text) => (text.normalize("NFC").match(SYLLABLE) ?? []).map(syllable);

/** The syllables of a text in order, with the place of each in the text. */
export function syllables(text) {
  const composed = text.normalize("NFC");
  return Array.from(composed.matchAll(SYLLABLE), ({ 0: written, index: start }) => {
    const { key, form, plain } = syllable(written);
    return { key, form, plain, start, end: start + written.length };
  });
}
