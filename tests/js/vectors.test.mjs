import assert from "node:assert/strict";
import { test } from "node:test";
import { along, direction } from "../../static/js/search/vectors.js";

const known = new Map([["cuoi", "ge"], ["vo", "eg"], ["cuoi vo", "ee"]]);

test("a query points where its syllables and pairs of syllables do together, whatever its length", () => {
  assert.deepEqual(direction(["cuoi"], known), [1, 0]);
  assert.deepEqual(direction(["cuoi", "vo"], known).map((part) => part.toFixed(3)), ["0.707", "0.707"]);
});

test("a query of which no word has a vector points nowhere", () => {
  assert.equal(direction(["zzz"], known), null);
});

test("rows of letters lie as far in a direction as they point that way", () => {
  assert.deepEqual(along([1, 0], "ieaeee"), [4, -4, 0]);
});
