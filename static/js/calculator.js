/**
 * When will it be ready? Counts a processing time on the working days of Viet Nam, by the same rules as
 * congkhai/knowledge/procedures/ready.py: one table of cases (tests/cases/due_dates.json) holds both. Nothing leaves the device.
 */

import { procedureData } from "./procedure_data.js";

const DAY = 86400000;
const day = (iso) => new Date(`${iso}T00:00:00Z`);
const iso = (date) => date.toISOString().slice(0, 10);
const later = (date, days) => new Date(date.getTime() + days * DAY);

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

/** How many working days have passed since a day was over: 0 where none has, null where it is not over yet. */
export function daysLate(calendar, due, now) {
  if (now <= due) return null;
  let count = 0;
  for (let date = later(day(due), 1); iso(date) <= now; date = later(date, 1)) count += reason(calendar, date) ? 0 : 1;
  return count;
}

const shown = (text) => text.split("-").reverse().join("/");
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_all, name) => values[name] ?? "");

/** The sentences of an answer, in the words that the page brings along; `told` names the first of them. */
function sentences(answer, data, told) {
  const words = data.words;
  if (!answer.day) return [words.unknown];
  const weekday = words.weekdays[day(answer.day).getUTCDay()];
  const lines = [fill(words[told], { weekday, day: shown(answer.day), besides: answer.besides })];
  if (answer.countedFrom !== answer.received) {
    const off = answer.skipped.some(([date]) => date === answer.received);
    lines.push(fill(off ? words.day_off : words.late, { day: shown(answer.countedFrom) }));
  }
  if (Number(answer.day.slice(0, 4)) > data.calendar.known) lines.push(fill(words.estimate, { year: answer.day.slice(0, 4) }));
  const standing = standingOf(answer, data, told);
  if (standing) lines.push(standing);
  const passed = passedOver(answer.skipped, data);
  if (passed.length) lines.push(fill(words.passed, { days: passed.join("; ") }));
  return lines;
}

/** Whether the day is over, and what follows of that; "" where it is still to come for what is handed in today. */
function standingOf({ day: due, received }, { calendar, words }, told) {
  const now = today();
  if (now.slice(0, 4) < calendar.first || now.slice(0, 4) > calendar.last || received > now) return "";
  const late = daysLate(calendar, due, now);
  if (told === "by") return late === null ? "" : words.by_over;
  if (late === null) return received < now ? words.in_time : "";
  return late ? fill(words.overdue, { n: late }) : words.overdue_just;
}

/** The days passed over as parts of one line: days off that follow one another together, then all weekends. */
export function passedOver(skipped, { calendar, words }) {
  const runs = [];
  for (const [off, code, detail] of skipped.filter(([, code]) => code !== "weekend")) {
    const run = runs.at(-1);
    if (run?.code === code && iso(later(day(run.days.at(-1)), 1)) === off) {
      run.days.push(off);
      run.names.push(detail);
    } else runs.push({ code, days: [off], names: [detail] });
  }
  const parts = runs.map(({ code, days, names }) => {
    const expected = Number(days[0].slice(0, 4)) > calendar.known;
    const reason = code === "holiday" ? named(names) : fill(words[code], { document: names.join(", ") });
    return fill(expected ? words.passed_expected : words.passed_reason, { day: span(days), reason });
  });
  const weekends = skipped.filter(([, code]) => code === "weekend").map(([off]) => shown(off));
  if (weekends.length) parts.push(fill(words.passed_reason, { day: weekends.join(", "), reason: words.weekend }));
  return parts;
}

/** "04–10/02/2027": the first and the last of days that follow one another. */
function span(days) {
  const [first, last] = [days[0], days.at(-1)];
  if (first === last) return shown(first);
  return `${first.slice(0, 7) === last.slice(0, 7) ? first.slice(8) : shown(first)}–${shown(last)}`;
}

/** What days off that follow one another are called: as the feast that all of them are days of, else each by its name. */
function named(names) {
  const words = (name) => new Set(name.split(" "));
  const inHow = (name) => names.filter((other) => other.includes(name)).length;
  const feast = [...names].sort((one, other) => inHow(other) - inHow(one))[0];
  const ofIt = names.every((name) => [...words(name)].some((word) => words(feast).has(word)));
  return inHow(feast) > 2 && ofIt ? feast : [...new Set(names)].join(", ");
}

/** Today in Viet Nam, ISO. */
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** An element with properties and what is in it. */
function element(name, properties, ...inside) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}

/** A field below its label. */
const labelled = (words, field) => element("p", {}, element("label", { className: "label", htmlFor: field.id }, words), field);

/** The form of a place: which day, at which hour where that matters, which of several periods. */
function formOf(place, words, number) {
  const { date, event, hour, periods } = place.dataset;
  const choices = periods.split("\n").map((line) => line.split(/=(.*)/s));
  const day = element("input", { className: "field", type: "date", id: `ngay-nop-${number}`, name: "date" });
  // The day of an event is the reader's to tell; only what is handed in is likely to be so today.
  if (!date && !event) day.value = today();
  const fields = [labelled(date ?? event ?? words.date, day)];
  if (hour !== undefined) {
    const time = { className: "field", type: "time", id: `gio-nop-${number}`, name: "time", value: "08:00" };
    fields.push(labelled(words.time, element("input", time)));
  }
  const options = choices.map(([value, shown]) => element("option", { value }, shown ?? value));
  const select = element("select", { id: `thoi-han-${number}`, name: "period" }, ...options);
  if (!date) fields.push(labelled(words.period, select));
  else fields.push(element("input", { type: "hidden", name: "period", value: choices[0][0] }));
  const answer = element("output", { className: "calculator-answer" });
  return element("form", { className: "calculator-form" }, ...fields, answer);
}

/** Put the form of a place below its heading or its words, and answer whatever is chosen. */
async function enhance(place, number) {
  const data = await procedureData();
  const form = formOf(place, data.words, number);
  const rules = element("p", { className: "meta" });
  const lateHour = place.dataset.lateHour ? Number(place.dataset.lateHour) : null;
  const show = () => {
    const [amount, unit] = form.elements.period.value.split(" ");
    const received = form.elements.date.value;
    const output = form.querySelector("output");
    if (!received) { output.replaceChildren(); return; }
    const time = form.elements.time?.value || "08:00";
    const answer = readyOn(data.calendar, `${received}T${time}`, { amount: Number(amount), unit, lateHour });
    const { date, besides } = place.dataset;
    const lines = sentences({ ...answer, received, besides }, data, date ? "by" : besides ? "besides" : "answer");
    rules.textContent = data.words[amount === "0" || unit === "hours" ? "rules_at_once" : "rules"];
    output.replaceChildren(...lines.map((line, index) => element("p", { className: index ? "meta" : "answer" }, line)));
    const isLate = place.dataset.feedback && answer.day && answer.day < today();
    if (isLate) output.append(element("p", {}, element("a", { href: place.dataset.feedback }, data.words.complain)));
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  (place.querySelector("h3") ?? place).after(form);
  if (!place.dataset.date) place.append(rules);
  show();
}

if (typeof document !== "undefined") document.querySelectorAll("[data-periods]").forEach(enhance);
