/**
 * Small courtesies of every page: Escape closes what opened, and paper shows what was folded.
 * The page works without them.
 */

/** Close the folded menu that has the focus in it, and give the focus back to its button. */
function closeOnEscape(event) {
  if (event.key !== "Escape" || event.isComposing) return;
  const menu = event.target.closest?.("details[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
}

/** Unfold every part for the printer, and fold again exactly those that were folded. */
function unfoldForPrint() {
  const folded = [...document.querySelectorAll("main details:not([open])")];
  for (const part of folded) part.open = true;
  addEventListener("afterprint", () => folded.forEach((part) => { part.open = false; }), { once: true });
}

document.addEventListener("keydown", closeOnEscape);
addEventListener("beforeprint", unfoldForPrint);
