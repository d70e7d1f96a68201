// Any Unicode, any spoiled file: the client answers with a list, soon, and never throws.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../../static/js/search/engine.js";
import { fetchFrom, smallIndex } from "./index.mjs";

const files = smallIndex();

/** Pseudo-random numbers below `limit`, the same each time. */
function dice(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % limit;
  };
}

const ALPHABETS = [
  () => [..."aăâdđeêioôơuưy áàảãạ khgntcx.1/"],
  (roll) => [String.fromCodePoint(roll(0xd7ff)), " "],
  (roll) => [String.fromCodePoint(0xe000 + roll(0x10ffff - 0xe000)), "\u0301", "\u200d"],
  (roll) => [String.fromCharCode(0xd800 + roll(0x7ff)), "<", ">", "\"", "__proto__", "\0", "="],
];

test("two thousand strange queries are answered", async () => {
  const engine = await open("/search/", fetchFrom(files));
  const roll = dice(20261122);
  for (let round = 0; round < 2000; round++) {
    const letters = ALPHABETS[round % ALPHABETS.length](roll);
    const query = Array.from({ length: roll(40) }, () => letters[roll(letters.length)]).join("");
    const found = await engine.search(query);
    assert.ok(found.every(({ id, score }) => typeof id === "string" && Number.isFinite(score)), query);
  }
});

test("what is no text is taken as text", async () => {
  const engine = await open("/search/", fetchFrom(files));
  for (const query of [undefined, null, 7, {}, [], "x".repeat(100_000), "đăng ".repeat(5_000)]) {
    assert.ok(Array.isArray(await engine.search(query)));
  }
  assert.deepEqual(await engine.search("kết hôn", { filters: { __proto__: ["x"], constructor: ["y"] } }), []);
});

test("spoiled files are survived", async () => {
  const roll = dice(7);
  for (let round = 0; round < 60; round++) {
    const spoil = (name, bytes) => {
      if (name === "manifest.json") return bytes;
      const copy = Buffer.from(bytes).subarray(0, roll(2) ? bytes.length : roll(bytes.length + 1));
      for (let hits = roll(6); hits > 0 && copy.length; hits--) copy[roll(copy.length)] = roll(256);
      return copy;
    };
    const engine = await open("/search/", fetchFrom(files, { spoil }));
    for (const query of ["đăng ký khai sinh", "1.001193", "báo tử", "trích đo"]) {
      assert.ok(Array.isArray(await engine.search(query, { facets: true, filters: { kind: ["procedure"] } })));
    }
  }
});
