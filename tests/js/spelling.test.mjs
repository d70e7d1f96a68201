// Forms of the index shown as people write them, and what a misspelt query may have meant.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../../static/js/search/engine.js";
import { written } from "../../static/js/search/spelling.js";
import { syllables } from "../../static/js/search/syllables.js";
import { fetchFrom, smallIndex } from "./index.mjs";

const WORDS = "giấy phép đường nghĩa khuyến quyền quý hộ thuế giải hòa thủy của người yêu kỹ lý mỹ tỷ già giá khoán chuyển";

test("each word is written as it was", () => {
  assert.equal(syllables(WORDS).map(written).join(" "), WORDS);
});

test("what is no Vietnamese word stays as it is", () => {
  assert.equal(syllables("2023 b2 a1 xyz h2h").map(written).join(" "), "2023 b2 a1 xyz h2h");
});

test("a query that finds nothing says what was tried and what may have been meant", async () => {
  const engine = await open("/search/", fetchFrom(smallIndex()));
  const { results, tried, nearest } = await engine.explore("kjhaik");
  assert.deepEqual(results, []);
  assert.deepEqual(tried, ["kjhaik"]);
  assert.ok(nearest.includes("khai"), nearest);
});

test("a code that is known is no slip of another word", async () => {
  const engine = await open("/search/", fetchFrom(smallIndex()));
  const { results, nearest } = await engine.explore("1.014466");
  assert.equal(results[0].id, "procedure:1.014466");
  assert.deepEqual(nearest, []);
});

test("what was tried is told in the words of people", async () => {
  const engine = await open("/search/", fetchFrom(smallIndex()));
  assert.deepEqual((await engine.explore("báo tử")).tried, ["đăng ký khai tử", "báo tử"]);
});
