// Tables of a page as CSV, by the table of cases that the Python tests share.

import assert from "node:assert/strict";
import { test } from "node:test";
import { guarded, toCsv } from "../../static/js/table_csv.js";
import { shared } from "./index.mjs";

for (const { text, guarded: expected, why } of shared("spreadsheet.json")) {
  test(why, () => assert.equal(guarded(text), expected));
}

test("a table begins with the mark of UTF-8, quotes what needs it, and keeps numbers of columns of numbers", () => {
  const rows = [["Tên", "Số"], ['Một\n"hai"', "12"], ["12", "1.200"]];
  assert.equal(toCsv(rows, [1]), "\uFEFFTên,Số\r\n\"Một\n\"\"hai\"\"\",12\r\n'12,'1.200\r\n");
});
