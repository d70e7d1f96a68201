// Asks an index for each of its words and meanings, and prints the files that were never opened and what was warned of.
// usage: node every_word.mjs FOLDER

import { open } from "../../static/js/search/engine.js";
import { builtIndex, fetchFrom } from "./index.mjs";

const files = builtIndex(process.argv[2]);
const { fetch, asked } = fetchFrom(files);
const engine = await open("/search/", { fetch });
for (const word of engine.lexicon.words) {
  await engine.search(word, { limit: 1 });
  await engine.store.loadAll(["titles", "bodies"].map((part) => [part, engine.store.shardOf(part, word)]));
  engine.store.titles(word);
  engine.store.bodies(word);
}
for (const word of engine.lexicon.spoken) await engine.store.loadAll([["titles", engine.store.shardOf("titles", word)]]);
for (const [phrase, { meanings }] of engine.knowledge.learned) {
  for (const { packed, said } of meanings) {
    if (!said && !engine.store.meaning(packed)?.pages.length) engine.store.warn(phrase, new Error("no page says it"));
  }
}
const unread = [...files.keys()].filter((name) => /^[tb]-/.test(name) && !asked.includes(name));
console.log(JSON.stringify({ words: engine.lexicon.words.length, unread, warnings: engine.warnings }));
