// Asks Pagefind or MiniSearch the same queries over the same pages.
// usage: node peers.mjs pagefind|minisearch PAGES.jsonl QUERIES.jsonl BUILD_FOLDER PEERS_FOLDER

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { createRequire } from "node:module";

const [engine, pagesFile, queriesFile, folder, peers] = process.argv.slice(2);
const lines = (file) => readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const pages = lines(pagesFile);
const present = new Set(pages.map(({ id }) => id));
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

/** MiniSearch with folding, boosts, prefix and fuzziness; its whole index is one download. */
function minisearch() {
  const MiniSearch = createRequire(join(peers, "package.json"))("minisearch");
  const index = new MiniSearch({
    fields: ["title", "code", "sector", "body"], processTerm: fold,
    searchOptions: { boost: { title: 4, code: 4 }, prefix: (term, at, terms) => at === terms.length - 1, fuzzy: 0.2, processTerm: fold },
  });
  index.addAll(pages);
  console.log(`MiniSearch: ${(brotliCompressSync(JSON.stringify(index)).length / 1e6).toFixed(1)} MB brotli before the first answer`);
  return async (query) => index.search(query).slice(0, 10).map(({ id }) => id);
}

/** Pagefind as it comes; it reads its files through fetch. */
async function pagefind() {
  const bundle = join(folder, "pagefind");
  if (!existsSync(bundle)) return null;
  let bytes = 0;
  globalThis.fetch = async (url) => {
    const file = join(bundle, new URL(url, "http://site/").pathname.replace(/^.*\/pagefind\//, ""));
    const content = readFileSync(file);
    bytes += content.length; // its files are compressed already
    return new Response(content);
  };
  globalThis.document = { querySelector: () => ({ getAttribute: () => "vi" }), currentScript: null };
  globalThis.window = globalThis;
  globalThis.location = new URL("http://site/");
  const found = await import(join(bundle, "pagefind.js"));
  await found.options({ basePath: "http://site/pagefind/", baseUrl: "/" });
  await found.init("vi");
  return async (query) => {
    const { results } = await found.search(query);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return shown.map(({ raw_url: url }) => decodeURI(url).slice(1));
  };
}

const ask = engine === "pagefind" ? await pagefind() : minisearch();
if (ask) {
  let first = 0, reciprocal = 0, asked = 0;
  for (const { query, relevant } of lines(queriesFile)) {
    const good = Object.keys(relevant).filter((id) => present.has(id));
    if (!good.length) continue;
    const rank = (await ask(query)).findIndex((id) => good.includes(id));
    asked += 1;
    first += rank === 0;
    reciprocal += rank < 0 ? 0 : 1 / (rank + 1);
  }
  console.log(`${engine.padEnd(10)} ${asked}  s@1 ${(first / asked).toFixed(3)}  mrr ${(reciprocal / asked).toFixed(3)}`);
}
