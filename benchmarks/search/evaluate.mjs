// Asks the engine every labelled query, cold each time, and prints quality per class, bytes, requests and latency.
// usage: node evaluate.mjs INDEX_DIR QUERIES.jsonl [--verbose] [--brief] [--warm] [--set=SIGNAL:VALUE]
// --warm: one engine answers all queries, and keeps what it has fetched.

import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { open } from "../../static/js/search/engine.js";
import { SIGNALS } from "../../static/js/search/ranking.js";

const [folder, queriesFile, ...flags] = process.argv.slice(2);
const verbose = flags.includes("--verbose"), warm = flags.includes("--warm");
for (const flag of flags) {
  const [, name, value] = flag.match(/^--set=(\w+):([\d.]+)$/) ?? [];
  if (name) SIGNALS[name] = Number(value);
}
const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`)]));
const packed = new Map();
const compressed = (name) => {
  if (!packed.has(name)) packed.set(name, brotliCompressSync(files.get(name)).length);
  return packed.get(name);
};
const present = new Set();
for (const [name, bytes] of files) {
  if (!name.startsWith("c-")) continue;
  const columns = JSON.parse(bytes);
  columns.id.forEach((id, index) => present.add(id.replace("\n", columns.code[index])));
}

let fetched = [];
const fetch = async (url) => {
  const name = url.slice(url.lastIndexOf("/") + 1);
  fetched.push(name);
  return files.has(name) ? new Response(files.get(name)) : new Response("", { status: 404 });
};

const queries = readFileSync(queriesFile, "utf8").trim().split("\n").map(JSON.parse);
const rows = [];
const kept = warm && await open("/search/", { fetch });
for (const { id, query, class: kind, codes = [], relevant = Object.fromEntries(codes.map((code) => [`procedure:${code}`, 3])) } of queries) {
  const grades = Object.fromEntries(Object.entries(relevant).filter(([key]) => present.has(key)));
  if (!Object.keys(grades).length) continue;
  fetched = [];
  const engine = kept || await open("/search/", { fetch });
  await engine.search(query);
  const cold = [...new Set(fetched)];
  const began = process.hrtime.bigint();
  const results = await engine.search(query, { limit: 10 });
  const latency = Number(process.hrtime.bigint() - began) / 1e6;
  const gains = results.map((hit) => grades[hit.id] ?? 0);
  const rank = gains.findIndex((gain) => gain > 0);
  const dcg = (list) => list.reduce((sum, gain, index) => sum + (2 ** gain - 1) / Math.log2(index + 2), 0);
  const ideal = dcg(Object.values(grades).sort((a, b) => b - a).slice(0, 10));
  rows.push({
    kind, first: rank === 0, strict: gains[0] === Math.max(...Object.values(grades)), reciprocal: rank < 0 ? 0 : 1 / (rank + 1), ndcg: dcg(gains) / ideal,
    bytes: cold.reduce((sum, name) => sum + compressed(name), 0), requests: cold.length, latency, empty: !results.length,
    cards: cold.filter((name) => name.startsWith("c-")).length,
  });
  if (verbose && rank !== 0) {
    console.log(`${id} ${kind} rank ${rank + 1} | ${query} | ${cold.length} requests`);
    results.slice(0, 3).forEach((hit) => console.log(`      ${hit.score.toFixed(3)} ${hit.id} ${hit.title.slice(0, 110)}`));
    console.log(`      want ${Object.keys(grades).slice(0, 3)}`);
  }
}

const mean = (list) => list.reduce((sum, value) => sum + Number(value), 0) / list.length;
const quantile = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))];
const line = (name, some) => console.log(
  `${name.padEnd(10)} ${String(some.length).padStart(4)}  s@1 ${mean(some.map((row) => row.first)).toFixed(3)}  strict ${mean(some.map((row) => row.strict)).toFixed(3)}  mrr ${mean(some.map((row) => row.reciprocal)).toFixed(3)}  ndcg ${mean(some.map((row) => row.ndcg)).toFixed(3)}`);
if (!flags.includes("--brief")) for (const kind of new Set(rows.map((row) => row.kind))) line(kind, rows.filter((row) => row.kind === kind));
line("all", rows);
for (const [name, unit] of [["bytes", "B brotli"], ["requests", ""], ["cards", "card files"], ["latency", "ms"]]) {
  const values = rows.map((row) => row[name]);
  console.log(`${name}: median ${quantile(values, 0.5).toFixed(1)} p95 ${quantile(values, 0.95).toFixed(1)} max ${Math.max(...values).toFixed(1)} ${unit}`);
}
console.log(`empty: ${rows.filter((row) => row.empty).length}`);
