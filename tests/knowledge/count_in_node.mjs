// Counts the cases that the Python test writes to stdin, one JSON array, with the calculator of the pages.
import { readFileSync } from "node:fs";
import { readyOn } from "../../static/js/due_days.js";

const { calendar, cases } = JSON.parse(readFileSync(0, "utf8"));
const days = cases.map(({ received, amount, unit, late_hour: lateHour }) => readyOn(calendar, received, { amount, unit, lateHour }));
process.stdout.write(JSON.stringify(days));
