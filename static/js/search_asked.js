// The parts of the search page that show what was asked on this device: recent queries, and those without an answer.

import { asked, forget, keep } from "./search_memory.js";
import { addressOf } from "./search_state.js";
import { element } from "./search_views.js";

const recent = document.getElementById("gan-day");
const missed = document.getElementById("chua-thay");

/** Shows the last queries, as long as nothing is asked, and whether some found nothing: read while answers are on their way. */
export function showRecent(query) {
  const queries = asked("recent");
  missed.querySelector("details").hidden = !asked("missed").length;
  recent.hidden = Boolean(query.trim()) || !queries.length;
  recent.querySelector("ul").replaceChildren(...queries.map((one) => element("li", {},
    element("a", { href: addressOf({ query: one, filters: {}, sort: "relevance" }), textContent: one }))));
}

/** Makes the place of what showMissed shows, which may come later: nothing moves then. */
export function makePlace() {
  missed.hidden = false;
}

/** Keeps a query that was asked, and offers to keep it with those that found nothing; a weak answer is kept at once. */
export function showMissed(query, weak) {
  keep("recent", query);
  if (weak) keep("missed", query);
  const queries = asked("missed");
  makePlace();
  missed.querySelector("[data-keep]").hidden = queries.includes(query.trim());
  missed.querySelector("details").hidden = !queries.length;
  missed.querySelector("[data-number]").textContent = queries.length;
  missed.querySelector("pre").textContent = queries.join("\n");
}

recent.querySelector("[data-forget]").addEventListener("click", () => {
  forget("recent");
  showRecent("");
});

/** `current` gives the query of the page. */
export function listen(current) {
  missed.querySelector("[data-keep]").addEventListener("click", () => showMissed(current(), true));
  missed.querySelector("[data-forget]").addEventListener("click", () => {
    forget("missed");
    showMissed(current(), false);
  });
}
