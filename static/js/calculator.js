/** When will it be ready? Asks for the day, and tells what due_days.js counts. Nothing leaves the device. */

import { day, daysLate, iso, later, laterBy, readyOn } from "./due_days.js";
import { procedureData } from "./procedure_data.js";

const shown = (text) => text.split("-").reverse().join("/");
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_all, name) => values[name] ?? "");

/** A sentence on a day: "Chậm nhất {weekday}, ngày {day}." */
const dayWords = (words, told, due, besides = "") =>
  fill(words[told], { weekday: words.weekdays[day(due).getUTCDay()], day: shown(due), besides });

/**
 * The sentences of an answer, in the words that the page brings along, those that are the answer itself as { text, large };
 * `told` names the first of them. Where stretches may come on top, `latest` is the answer with them.
 */
function sentences(answer, latest, data, told) {
  const words = data.words;
  if (!answer.day || !latest.day) return [{ text: words.unknown, large: true }];
  const lines = latest === answer ? [{ text: dayWords(words, told, answer.day, answer.besides), large: true }] : [
    { text: dayWords(words, "earliest", answer.day), large: true }, { text: fill(words.without, answer) },
    { text: dayWords(words, "latest", latest.day), large: true }, { text: fill(words.with, answer) },
  ];
  if (answer.countedFrom !== answer.received) {
    const off = answer.skipped.some(([date]) => date === answer.received);
    lines.push({ text: fill(off ? words.day_off : words.late, { day: shown(answer.countedFrom) }) });
  }
  const year = latest.day.slice(0, 4);
  if (Number(year) > data.calendar.known) lines.push({ text: fill(words.estimate, { year }) });
  const standing = standingOf(answer.day, latest, data, told);
  if (standing) lines.push({ text: standing });
  const passed = passedOver(latest.skipped, data);
  if (passed.length) lines.push({ text: fill(words.passed, { days: passed.join("; ") }) });
  return lines;
}

/** Whether the day is over, and what follows of that; "" where it is still to come for what is handed in today. */
function standingOf(earliest, { day: due, received }, { calendar, words }, told) {
  const now = today();
  if (now.slice(0, 4) < calendar.first || now.slice(0, 4) > calendar.last || received > now) return "";
  const late = daysLate(calendar, due, now);
  if (told === "by") return late === null ? "" : words.by_over;
  if (late === null && now > earliest) return words.between;
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

/** What may come on top of the times of a place: how much, and what it is. */
function stretchesOf({ dataset }) {
  return (dataset.stretches?.split("\n") ?? []).map((line) => {
    const [value, words] = line.split(/=(.*)/s), [amount, unit] = value.split(" ");
    return { amount: Number(amount), unit, words };
  });
}

/** Put the form of a place below its heading or its words, and answer whatever is chosen. */
async function enhance(place, number) {
  const data = await procedureData();
  const form = formOf(place, data.words, number);
  const rules = element("p", { className: "meta" });
  const lateHour = place.dataset.lateHour ? Number(place.dataset.lateHour) : null;
  const added = stretchesOf(place);
  const show = () => {
    const [amount, unit] = form.elements.period.value.split(" ");
    const received = form.elements.date.value;
    const output = form.querySelector("output");
    if (!received) { output.replaceChildren(); return; }
    const time = form.elements.time?.value || "08:00";
    const { date, besides } = place.dataset;
    const counted = readyOn(data.calendar, `${received}T${time}`, { amount: Number(amount), unit, lateHour });
    const answer = { ...counted, received, besides, stretches: added.map(({ words }) => words).join(data.words.and) };
    const latest = answer.day && added.length ? laterBy(data.calendar, answer, added) : answer;
    const lines = sentences(answer, latest, data, date ? "by" : besides ? "besides" : "answer");
    rules.textContent = data.words[amount === "0" || unit === "hours" ? "rules_at_once" : "rules"];
    output.replaceChildren(...lines.map(({ text, large }) => element("p", { className: large ? "answer" : "meta" }, text)));
    const isLate = place.dataset.feedback && latest.day && latest.day < today();
    if (isLate) output.append(element("p", {}, element("a", { href: place.dataset.feedback }, data.words.complain)));
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  (place.querySelector("h3") ?? place).after(form);
  if (!place.dataset.date) place.append(rules);
  show();
}

if (typeof document !== "undefined") document.querySelectorAll("[data-periods]").forEach(enhance);
