// Asks an index strange queries, the same each time, and counts what must never be: throws, warnings, markup.
// usage: node strange.mjs INDEX_DIR [COUNT]

import { readFileSync, readdirSync } from "node:fs";
import { open } from "../../static/js/search/engine.js";

const [folder, count = "100000"] = process.argv.slice(2);
const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
const files = new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`)]));
const fetch = async (url) => {
  const name = url.slice(url.lastIndexOf("/") + 1);
  return files.has(name) ? new Response(files.get(name)) : new Response("", { status: 404 });
};
let state = 20261129;
const roll = (limit) => (state = (Math.imul(state, 1103515245) + 12345) >>> 0, (state >>> 8) % limit);

const engine = await open("/search/", { fetch });
const { words } = engine.lexicon;
const { spoken } = engine.lexicon;
const WAYS = [
  () => words[roll(words.length)],
  () => spoken[roll(spoken.length)],
  () => words[roll(words.length)].slice(0, 1 + roll(4)),
  () => [..."aăâđêôơư<>&\"'=/.+#1 "].filter(() => roll(3) === 0).join(""),
  () => String.fromCodePoint(roll(0xd7ff)),
  () => String.fromCharCode(0xd800 + roll(0x7ff)),
  () => "<img src=x onerror=alert(1)>",
];
const told = { queries: 0, empty: 0, throws: 0, markup: 0 };
for (let round = 0; round < Number(count); round++) {
  const way = roll(3) ? [WAYS[roll(3)]] : WAYS;
  const query = Array.from({ length: 1 + roll(8) }, () => way[roll(way.length)]()).join(" ");
  told.queries++;
  try {
    const found = await engine.search(query, { limit: 10 });
    if (!found.length) told.empty++;
    const shown = found.flatMap(({ segments, excerpt }) => [...segments, ...excerpt]);
    if (shown.some(({ text }) => /<[a-z]/i.test(text))) told.markup++;
  } catch (error) {
    if (!told.throws++) console.log(query, error);
  }
}
console.log(JSON.stringify({ ...told, warnings: engine.warnings.length }));
