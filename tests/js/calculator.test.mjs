// The calculator counts as congkhai/knowledge/procedures/ready.py does: the same table of cases, and whatever the Python test pipes in.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { passedOver } from "../../static/js/calculator.js";
import { daysLate, laterBy, readyOn, reason } from "../../static/js/due_days.js";

const table = JSON.parse(readFileSync(new URL("../cases/due_dates.json", import.meta.url)));

for (const { received, amount, unit, late_hour: lateHour, day, why } of table.cases) {
  test(`${received} + ${amount} ${unit}: ${why}`, () => {
    assert.equal(readyOn(table.calendar, received, { amount, unit, lateHour }).day, day);
  });
}

test("each skipped day is explained", () => {
  const { skipped } = readyOn(table.calendar, "2026-11-20T08:00", { amount: 2, unit: "working_days" });
  assert.deepEqual(skipped.map(([date, code]) => [date, code]), [
    ["2026-11-21", "weekend"], ["2026-11-22", "weekend"], ["2026-11-24", "holiday"],
  ]);
});

test("each skipped day is explained where a late submission waits, too", () => {
  const { skipped } = readyOn(table.calendar, "2026-11-20T16:00", { amount: 1, unit: "working_days", lateHour: 15 });
  assert.deepEqual(skipped.map(([date]) => date), ["2026-11-21", "2026-11-22", "2026-11-24"]);
});

test("all days passed over are one line: a feast as one span, days of two feasts by both names", () => {
  const words = { passed_reason: "{day} ({reason})", passed_expected: "{day} ({reason}, dự kiến)", weekend: "tuần" };
  const holiday = (date, name) => [date, "holiday", name];
  const tet = [holiday("2027-02-04", "28 Tết"), holiday("2027-02-05", "Giao thừa Tết Nguyên Đán"), holiday("2027-02-06", "Tết Nguyên Đán"),
    holiday("2027-02-07", "Mùng hai Tết Nguyên Đán")];
  const may = [holiday("2026-04-30", "Ngày Chiến thắng"), holiday("2026-05-01", "Ngày Quốc tế Lao động")];
  const skipped = [...may, ["2026-05-02", "weekend", ""], ...tet];
  assert.deepEqual(passedOver(skipped, { calendar: { known: 2026 }, words }), [
    "30/04/2026–01/05/2026 (Ngày Chiến thắng, Ngày Quốc tế Lao động)", "04–07/02/2027 (Tết Nguyên Đán, dự kiến)", "02/05/2026 (tuần)",
  ]);
});

test("a day that is over is late by the working days since, and not before it is over", () => {
  const late = (due, now) => daysLate(table.calendar, due, now);
  assert.deepEqual([late("2026-11-20", "2026-11-20"), late("2026-11-20", "2026-11-22")], [null, 0]);
  assert.deepEqual([late("2026-11-20", "2026-11-23"), late("2026-11-20", "2026-11-25")], [1, 2]);
});

test("stretches that come on top are counted one after the other, each to its own working day", () => {
  const first = readyOn(table.calendar, "2026-10-01T08:00", { amount: 10, unit: "working_days" });
  const added = [{ amount: 15, unit: "days" }, { amount: 5, unit: "days" }];
  assert.deepEqual([first.day, laterBy(table.calendar, first, added).day], ["2026-10-15", "2026-11-04"]);
  assert.equal(laterBy(table.calendar, first, []).day, first.day);
  assert.equal(laterBy(table.calendar, first, [{ amount: 90, unit: "months" }]).day, null);
});

test("a later submission never gives an earlier day", () => {
  for (const [amount, unit] of [[1, "working_days"], [5, "days"], [1, "months"], [20, "hours"], [0, "days"]]) {
    let before = "";
    for (let hour = 0; hour < 24 * 40; hour += 1) {
      const received = new Date(Date.UTC(2026, 7, 20, hour)).toISOString().slice(0, 16);
      const { day } = readyOn(table.calendar, received, { amount, unit, lateHour: 15 });
      assert.ok(day >= before, `${received} + ${amount} ${unit}: ${day} < ${before}`);
      before = day;
    }
  }
});

test("a year outside the calendar is not guessed", () => {
  assert.throws(() => reason(table.calendar, new Date("2031-01-01T00:00:00Z")), RangeError);
});
