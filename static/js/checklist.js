/**
 * Keeps the ticks of a checklist on this device (localStorage, nothing is sent) and counts them.
 * The boxes work without it; they only forget.
 */

/** The ids that were ticked when the reader was last here; none where storage is refused or spoilt. */
function readTicks(key) {
  try {
    const ids = JSON.parse(localStorage.getItem(key) ?? "[]");
    return new Set(Array.isArray(ids) ? ids : []);
  } catch {
    return new Set();
  }
}

function keepTicks(key, boxes) {
  const ids = boxes.filter((box) => box.checked).map((box) => box.id);
  try {
    if (ids.length) localStorage.setItem(key, JSON.stringify(ids));
    else localStorage.removeItem(key);
  } catch {
    // A browser that refuses storage still shows the ticks while the page is open.
  }
}

function enhance(list) {
  const key = `checklist:${list.dataset.checklist}`;
  const boxes = [...list.querySelectorAll("input[type=checkbox]")];
  const tools = list.querySelector(".check-tools");
  const count = tools.querySelector("[role=status]");
  const ticked = readTicks(key);
  const showCount = () => {
    const done = boxes.filter((box) => box.checked).length;
    count.textContent = count.dataset.words.replace("{done}", done).replace("{total}", boxes.length);
  };
  const changed = () => { keepTicks(key, boxes); showCount(); };

  for (const box of boxes) box.checked = ticked.has(box.id);
  list.addEventListener("change", changed);
  tools.querySelector("button").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    changed();
    boxes[0]?.focus();
  });
  tools.hidden = false;
  showCount();
}

document.querySelectorAll("[data-checklist]").forEach(enhance);
