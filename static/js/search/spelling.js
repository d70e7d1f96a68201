// Syllables of the index as people write them.

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
