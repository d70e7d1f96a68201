/**
 * Keeps "due in the next days" right on the day of reading: shows the lines that lie between today and the last day.
 */
import "./states.js";

const DAY = 86_400_000;

/** Today's date in Viet Nam, ISO, `days` later. */
function dayInVietNam(days, now = Date.now()) {
  return new Date(now + 7 * 3_600_000 + days * DAY).toISOString().slice(0, 10);
}

for (const box of document.querySelectorAll("section[data-upcoming]")) {
  const first = dayInVietNam(0);
  const last = dayInVietNam(Number(box.dataset.upcoming));
  let shown = 0;
  for (const row of box.querySelectorAll("tr[data-day]")) {
    row.hidden = row.dataset.day < first || row.dataset.day > last;
    shown += row.hidden ? 0 : 1;
  }
  for (const part of box.querySelectorAll("[data-when]")) part.hidden = (part.dataset.when === "empty") === shown > 0;
  // The words change where they stand: a line that goes away would move all that is below it.
  const words = first.split("-").reverse().join("/");
  for (const note of box.querySelectorAll("[data-as-built]")) note.textContent = note.dataset.today.replace("{day}", words);
}
