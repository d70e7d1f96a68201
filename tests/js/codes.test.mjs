// The code in what an officer types or copies; the page that answers needs a browser and is tested there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { codeIn } from "../../static/js/codes_read.js";

for (const [typed, code] of [
  ["1.001193", "1.001193"],
  ["1001193", "1.001193"],
  [" 1.001 193 ", "1.001193"],
  ["1.001193.000.00.00.H56", "1.001193"],
  ["mã 1.001193.H56", "1.001193"],
  ["khai sinh", ""],
  ["12345", ""],
]) {
  test(`“${typed}” is ${code || "no code"}`, () => assert.equal(codeIn(typed), code));
}
