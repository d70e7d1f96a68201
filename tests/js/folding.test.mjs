// Folding in the client, by the table of cases that the Python tests share.

import assert from "node:assert/strict";
import { test } from "node:test";
import { syllables } from "../../static/js/search/syllables.js";
import { shared } from "./index.mjs";

for (const { text, keys, forms, why } of shared("folding.json")) {
  test(why, () => {
    const found = syllables(text);
    assert.deepEqual(found.map(({ key }) => key), keys);
    assert.deepEqual(found.map(({ form }) => form), forms);
  });
}

test("a plain syllable is one that was typed without any mark", () => {
  assert.deepEqual(syllables("dat đất dật").map(({ plain }) => plain), [true, false, false]);
});
