/**
 * Counts a processing time on the working days of Viet Nam, by the same rules as congkhai/knowledge/procedures/ready.py:
 * one table of cases (tests/cases/due_dates.json) holds both.
 */

const DAY = 86400000;
export const day = (iso) => new Date(`${iso}T00:00:00Z`);
export const iso = (date) => date.toISOString().slice(0, 10);
export const later = (date, days) => new Date(date.getTime() + days * DAY);

/** Why a day is off: [code, detail], or null for a working day. Throws where the year is not known. */
export function reason(calendar, date) {
  const year = date.getUTCFullYear();
  if (year < calendar.first || year > calendar.last) throw new RangeError(String(year));
  const text = iso(date);
  if (calendar.off[text]) return calendar.off[text];
  const weekend = [0, 6].includes(date.getUTCDay());
  return weekend && !calendar.worked.includes(text) ? ["weekend", ""] : null;
}

/** The working day `count` working days later, and the days passed over. */
function countWorking(calendar, start, count) {
  const skipped = [];
  let date = start;
  while (count > 0) {
    date = later(date, 1);
    const why = reason(calendar, date);
    if (why) skipped.push([iso(date), ...why]);
    else count -= 1;
  }
  return { date, skipped };
}

/** A last day on a day off moves to the next working day (Civil Code 2015 Art. 148.5). */
function moved(calendar, date) {
  const skipped = [];
  for (let why = reason(calendar, date); why; why = reason(calendar, date)) {
    skipped.push([iso(date), ...why]);
    date = later(date, 1);
  }
  return { date, skipped };
}

/** The same day of a later month, or the last day of a shorter one. */
function monthsLater(date, months) {
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return later(first, Math.min(date.getUTCDate(), last) - 1);
}

/** Count from a day that is known to be in the calendar. */
function end(calendar, start, amount, unit) {
  reason(calendar, start);
  if (unit === "working_days") return countWorking(calendar, start, amount);
  if (unit === "months") return moved(calendar, monthsLater(start, amount));
  return moved(calendar, later(start, amount));
}

/**
 * Where a rule on late submissions holds, what comes after that hour, or on a day off, counts from the beginning
 * of the next working day: { start, skipped, waits }.
 */
function counted(calendar, date, minutes, lateHour) {
  const why = lateHour === null ? null : reason(calendar, date);
  if (lateHour === null || (!why && minutes <= lateHour * 60)) return { start: date, skipped: [], waits: false };
  const next = countWorking(calendar, date, 1);
  return { start: next.date, skipped: [...(why ? [[iso(date), ...why]] : []), ...next.skipped], waits: true };
}

/**
 * When the result of a submission is due; a later one is never due earlier.
 * received: "2026-11-20T14:30"; unit: working_days | days | months | hours.
 * Returns { countedFrom, day, skipped: [[iso, code, detail]] }, with day null where a year is not known.
 */
export function readyOn(calendar, received, { amount, unit, lateHour = null }) {
  const [text, time = "00:00"] = received.split("T");
  const [hour, minute] = time.split(":").map(Number);
  let from = day(text);
  try {
    const { start, skipped, waits } = counted(calendar, from, hour * 60 + minute, lateHour);
    from = start;
    const minutes = waits ? 0 : hour * 60 + minute;
    const hours = unit === "hours";
    const { date, skipped: passed } = hours
      ? end(calendar, start, Math.floor((minutes + amount * 60) / 1440), "days")
      : end(calendar, start, amount, unit);
    return { countedFrom: iso(start), day: iso(date), skipped: [...skipped, ...passed] };
  } catch (error) {
    if (error instanceof RangeError) return { countedFrom: iso(from), day: null, skipped: [] };
    throw error;
  }
}

/**
 * When it is due if stretches come on top, one after the other, each as a time of its own: [{ amount, unit }].
 * As with `readyOn`, day is null where a year is not known.
 */
export function laterBy(calendar, answer, stretches) {
  try {
    return stretches.reduce(({ day: from, skipped, ...rest }, { amount, unit }) => {
      const { date, skipped: passed } = end(calendar, day(from), amount, unit);
      return { ...rest, day: iso(date), skipped: [...skipped, ...passed] };
    }, answer);
  } catch (error) {
    if (error instanceof RangeError) return { ...answer, day: null };
    throw error;
  }
}

/** How many working days have passed since a day was over: 0 where none has, null where it is not over yet. */
export function daysLate(calendar, due, now) {
  if (now <= due) return null;
  let count = 0;
  for (let date = later(day(due), 1); iso(date) <= now; date = later(date, 1)) count += reason(calendar, date) ? 0 : 1;
  return count;
}
