// What is suggested for a query that is being typed: titles of the site, before them what the site lacks and others handle.

import { engineAt } from "./engine_at.js";
import { saidOf } from "./phrase_marks.js";

const MOST = 8;
const EXACT = 3; // what a code finds
const PATIENCE = 1000; // ms that suggestions wait for what others handle, so that they need not move for it

/** {hits: different titles, the best first, absent: what the site lacks (a card) or undefined}. */
export async function suggestionsFor(engine, query, root) {
  const found = await engine.explore(query, { limit: 2 * MOST });
  const hits = found.results.filter(({ title }, at, all) => all.findIndex((other) => other.title === title) === at).slice(0, MOST);
  return { hits, absent: hits[0]?.score >= EXACT ? undefined : await absentFor(engine, query, found, root) };
}

/** What others handle, if a query says a phrase for it; any other query costs no request, nor does who saves data pay for one. */
async function absentFor({ manifest }, query, found, root) {
  if (globalThis.navigator?.connection?.saveData) return undefined;
  if (![query, ...found.tried].some((text) => saidOf(text, manifest.elsewhere ?? ""))) return undefined;
  const asked = Promise.all([import("./search_elsewhere.js"), engineAt(root, "search/elsewhere/")])
    .then(async ([{ isSure, others }, second]) => (await others(second, query, found)).slice(0, 1).find(isSure));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  return Promise.race([asked, late]).catch(() => undefined);
}
