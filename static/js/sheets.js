/** Sheets for the wall: prints the chosen one alone, and says on paper under which address this site is read. */

import { isPublished } from "./published.js";

document.querySelectorAll("a[data-print]").forEach((link) => {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (location.hash !== link.hash) location.hash = link.hash; // the style sheet shows and prints only this one
    print();
  });
});

if (isPublished()) {
  for (const blank of document.querySelectorAll(".sheet-address[data-fill]")) {
    const sheet = blank.closest(".sheet");
    blank.textContent = `${sheet.querySelector("h2 a").href}?ma=${sheet.querySelector(".sheet-head code").textContent}`;
  }
}
