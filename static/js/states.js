/**
 * Keeps the words of a state right on the day of reading: a page built in May still says "quá hạn" in July.
 * Only open states move; what is done, continuous or without a date stays as built. A duty that comes round has several days.
 */

const DAY = 86_400_000;
const MOVING = new Set(["upcoming", "due_soon", "due_today", "overdue", "unreported"]);

/** Today's date in Viet Nam as days since the epoch, wherever the reader's clock stands. */
function todayInVietNam(now = Date.now()) {
  return Math.floor((now + 7 * 3_600_000) / DAY);
}

/** The state of an open task on a day, both days since the epoch; `late` is what it is after its due day. */
function stateOn(day, due, soonDays, late) {
  if (due < day) return late;
  if (due === day) return "due_today";
  return due - day <= soonDays ? "due_soon" : "upcoming";
}

function refresh(words, day) {
  for (const tag of document.querySelectorAll(".tag[data-due]")) {
    if (!MOVING.has(tag.dataset.state)) continue;
    const days = tag.dataset.due.split(" ").map((iso) => Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY));
    const due = days.find((one) => one >= day) ?? days.at(-1);
    if (Number.isNaN(due)) continue;
    const state = stateOn(day, due, Number(words.dataset.soonDays), tag.dataset.late || "overdue");
    if (state === tag.dataset.state) continue;
    tag.dataset.state = state;
    tag.textContent = words.getAttribute(`data-${state.replace("_", "-")}`);
    const row = tag.closest("tr[data-state]");
    if (row) row.dataset.state = state;
  }
}

const words = document.getElementById("state-words");
if (words) refresh(words, todayInVietNam());
