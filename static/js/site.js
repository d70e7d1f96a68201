/**
 * Small courtesies of every page: Escape closes what opened, paper shows what was folded, and tables that
 * become cards stay tables for screen readers. The page works without them.
 */

import "./combobox.js";

const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

/** Close the folded part that has the focus in it, and give the focus back to its button. */
function closeOnEscape(event) {
  if (event.key !== "Escape" || event.isComposing) return;
  const part = event.target.closest?.("details[open]");
  if (!part) return;
  part.open = false;
  part.querySelector("summary").focus();
}

/** Unfold every part for the printer, and fold again exactly those that were folded. */
function unfoldForPrint() {
  const folded = [...document.querySelectorAll("main details:not([open])")];
  for (const part of folded) part.open = true;
  addEventListener("afterprint", () => folded.forEach((part) => { part.open = false; }), { once: true });
}

/** Fill in the day of printing. */
function dateForPrint() {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split("-").reverse().join("/");
  for (const blank of document.querySelectorAll("[data-print-day]")) {
    blank.textContent = blank.dataset.printDay.replace("{day}", today);
  }
}

/** Say what the elements are: some browsers forget a table's roles when its `display` changes. */
function keepRoles(table) {
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) {
    part.setAttribute("role", ROLES[part.tagName] ?? (part.scope === "col" ? "columnheader" : "rowheader"));
  }
}

/** Let the table above a button be saved as a file, named like the page and numbered where it has several. */
function offerTable(part, index) {
  const button = part.querySelector("button");
  const path = location.pathname.replace(/index\.html$/, "").split("/").filter(Boolean);
  const name = [path.at(-1) ?? "bang", index || ""].filter(Boolean).join("-");
  part.hidden = false;
  button.addEventListener("click", async () => {
    const { save } = await import("./table_csv.js");
    save(part.previousElementSibling, name);
  });
}

document.addEventListener("keydown", closeOnEscape);
addEventListener("beforeprint", unfoldForPrint);
addEventListener("beforeprint", dateForPrint);
document.querySelectorAll("table[data-cards]").forEach(keepRoles);
document.querySelectorAll("[data-csv]").forEach(offerTable);
if (document.querySelector("[data-follow]")) import("./follow.js");
