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

/** The boxes of what everyone brings: a case (a list with an address) counts them with its own. */
function common() {
  return [...document.querySelectorAll('[data-checklist$="-moi"] input[type=checkbox]')];
}

function enhance(list) {
  const key = `checklist:${list.dataset.checklist}`;
  const boxes = [...list.querySelectorAll("input[type=checkbox]")];
  const tools = list.querySelector(".check-tools");
  const count = tools?.querySelector("[role=status]");
  const ticked = readTicks(key);
  const showCount = () => {
    if (!count) return;
    const counted = [...(list.id ? common() : []), ...boxes].filter((box) => !("besides" in box.dataset));
    const done = counted.filter((box) => box.checked).length;
    count.textContent = count.dataset.words.replace("{done}", done).replace("{total}", counted.length);
  };
  const changed = () => { keepTicks(key, boxes); document.dispatchEvent(new Event("checklist")); };

  for (const box of boxes) box.checked = ticked.has(box.id);
  list.addEventListener("change", changed);
  if (!tools) return;
  tools.querySelector("button").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    changed();
    boxes[0]?.focus();
  });
  tools.hidden = false;
  document.addEventListener("checklist", showCount);
}

/** The address of the case that is shown alone within a part, "" where all are shown. */
function chosen(part) {
  const list = document.querySelector(`${part} > .checklist:target`);
  return list ? `#${list.id}` : "";
}

/** Prints the part that the link leads to: its address makes it the only one on paper (print.css). */
function printAlone(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (!chosen(link.hash)) location.hash = link.hash;
    print();
  });
}

/** Hands on the address of a part of the page, by the device's own means or by copying it. */
function share(button) {
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = !(navigator.share || navigator.clipboard);
  button.addEventListener("click", async () => {
    const url = new URL(chosen(button.dataset.share) || button.dataset.share, location.href).href;
    try {
      if (navigator.share) await navigator.share({ title: document.title, url });
      else { await navigator.clipboard.writeText(url); status.textContent = button.dataset.done; }
    } catch {
      // The reader closed the device's own menu, or the browser refuses: nothing was lost.
    }
  });
}

document.querySelectorAll("[data-checklist]").forEach(enhance);
document.dispatchEvent(new Event("checklist"));
document.querySelectorAll("a[data-print]").forEach(printAlone);
document.querySelectorAll("button[data-share]").forEach(share);
