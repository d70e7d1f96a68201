/** The answers to what an address asks for; those that the page begins with are asked for before its other scripts are there. */

import { engineAt } from "./engine_at.js";
import { asked, optionsOf } from "./search_state.js";

// Whichever scripts of a page hold this module; taken once.
const begun = (globalThis.congkhaiAnswers ??= new Map());

/** Begins to look for the answers to the page's address, if it asks for something. */
export function begin(root) {
  const wanted = asked(new URLSearchParams(location.search));
  if (!wanted.query.trim()) return;
  const answers = explored(root, wanted);
  answers.catch(() => {}); // told by who takes them
  begun.set(location.search, answers);
}

/** {engine, found} for what is `wanted` by the page's address. */
export function answersTo(root, wanted) {
  const answers = begun.get(location.search);
  begun.clear();
  return answers ?? explored(root, wanted);
}

async function explored(root, wanted) {
  const engine = await engineAt(root);
  return { engine, found: await engine.explore(wanted.query, optionsOf(wanted)) };
}
