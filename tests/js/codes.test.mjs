// The code in what an officer types or copies; the page that answers needs a browser and is tested there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { codeIn, sheetIn, verdictOn } from "../../static/js/codes_read.js";

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

test("the last words of a line say which sheet hangs rightly, and by a decision of which day", () => {
  const line = "Khai sinh 1234567 · Tờ niêm yết · mã nội dung e49e3dc · sửa đổi, bổ sung, Quyết định 9/QĐ-X ký ngày 22/11/2026";
  assert.deepEqual(sheetIn(line), { version: "e49e3dc", day: "2026-11-22" });
  assert.deepEqual(sheetIn("Khai sinh, đã bị bãi bỏ"), { version: "", day: "" });
});

test("the day of posting is no day of change", () => {
  const line = "Khai sinh · mã nội dung e49e3dc · đăng lên cổng ngày 22/11/2026; chưa rõ ngày nội dung đổi";
  assert.deepEqual(sheetIn(line), { version: "e49e3dc", day: "" });
});

test("a posted sheet holds, is old, or is to be taken down", () => {
  assert.equal(verdictOn("e49e3dc", "e49e3dc"), "holds");
  assert.equal(verdictOn("0000000", "e49e3dc"), "old");
  assert.equal(verdictOn("e49e3dc", ""), "gone");
});
