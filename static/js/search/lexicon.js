// The words of the index: which there are, how common each is, in which shard it lies.

/** The words of the index with how common each is and which shard holds it; sorted, as the manifest lists them. */
export class Lexicon {
  constructor(manifest) {
    this.words = unpackWords(manifest.words);
    this.spoken = unpackWords(manifest.spoken); // words of phrases that no page has
    this.number = new Map([...this.words, ...this.spoken].map((word, index) => [word, index]));
    this.rarity = manifest.rarity;
    this.shard = manifest.shard;
    this.anchored = manifest.anchors;
    this.count = manifest.count;
    [this.byForm, this.byKey] = `${manifest.telling}\n\n`.split("\n\n").map((text) => `${text}\n`.replaceAll("\n", " \n"));
  }

  has(key) {
    return this.number.get(key) < this.words.length;
  }

  shardOf(key) {
    return this.shardAt(this.number.get(key));
  }

  shardAt(number) {
    return this.shard.charCodeAt(number) - 48;
  }

  /** Whether some phrase lies in the shard of a word. */
  anchors(key) {
    return this.anchored[this.number.get(key)] === "1";
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

  /** How much more (or less) than its rarity says a syllable tells where people speak: "tui" is rare in titles only. */
  told({ key, form, plain, markedQuery }) {
    return plain && !markedQuery ? stepsOf(key, this.byKey) : stepsOf(form, this.byForm);
  }

  startingWith(prefix) {
    return this.words.filter((word) => word.startsWith(prefix));
  }
}

/** How much more a word tells by its line of `text`: words between blanks, behind the half steps. */
function stepsOf(word, text) {
  const at = text.indexOf(` ${word} `);
  return at < 0 ? 0 : Number.parseInt(text.slice(text.lastIndexOf("\n", at) + 1), 10) / 2;
}

/** Words as the index packs sorted ones. */
export function unpackWords(coded) {
  let last = "";
  // A capital says how many letters are shared with the word before; then the rest of the word.
  return (coded.match(/[A-Z][^A-Z]*/g) ?? []).map((one) => (last = last.slice(0, one.charCodeAt(0) - 65) + one.slice(1)));
}
