/** Fills in the address of the page that a reader comes from, so that nobody has to copy it into a report. */

import "./copy.js";

const from = document.referrer;
const words = document.getElementById("bao-sai-text");
if (words && from.startsWith(location.origin) && new URL(from).pathname !== location.pathname) {
  words.textContent = words.textContent.replace(words.dataset.address, from);
  words.closest("details").open = true;
}
