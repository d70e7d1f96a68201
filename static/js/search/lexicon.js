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
    [this.byForm, this.byKey] = `${manifest.telling}\n\n`.split("\n\n").map(unpackSteps);
  }

  has(key) {
    return this.number.get(key) < this.words.length;
  }

  shardOf(key) {
    return this.shard.charCodeAt(this.number.get(key)) - 48;
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
    return (plain && !markedQuery ? this.byKey.get(key) : this.byForm.get(form)) ?? 0;
  }

  startingWith(prefix) {
    return this.words.filter((word) => word.startsWith(prefix));
  }
}

/** Lines of words behind the half steps that they tell more or less. */
function unpackSteps(text) {
  return new Map(text.split("\n").flatMap((line) => {
    const [steps, ...words] = line.split(" ");
    return words.map((word) => [word, steps / 2]);
  }));
}

function unpackWords(coded) {
  let last = "";
  // A capital says how many letters are shared with the word before; then the rest of the word.
  return Array.from(coded.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared, rest]) =>
    (last = last.slice(0, shared.charCodeAt(0) - 65) + rest));
}
