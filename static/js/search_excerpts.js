/**
 * Why an answer was found whose name does not say the words asked for: the sentence of its page that holds them, from the
 * page's data twin, once the answers are on the screen. It takes the place of a line that was there for it: nothing moves.
 */

import { words } from "./search_words.js";

const BEFORE = 40; // letters kept before what is shown
const LONGEST = 240;
const OTHERS = new Set(["url", "version", "code", "sector", "kind", "legal_basis", "announcement", "source", "status", "online"]);

/** Puts the sentence into each place, [{place, url, query, missing}]; `none` says that no sentence holds the words. */
export function fillExcerpts(places, none) {
  return Promise.all(places.map(async ({ place, url, query, missing }) => {
    const found = await fetch(url).then((response) => (response.ok ? response.json() : {})).catch(() => ({}));
    const sentence = sentenceWith(sentencesOf(found), query, missing.flatMap(words));
    if (sentence) fit(place, sentence, new Set(words(query)));
    else place.textContent = none(missing.join(", "));
  }));
}

/** All sentences of a record; not what only a machine reads. */
export function sentencesOf(value) {
  if (typeof value === "string") return value.split(/\n+|(?<=[.;:!?])\s+/).map((one) => one.replace(/[*_#>|]+/g, "").trim()).filter(Boolean);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, part]) => (OTHERS.has(key) ? [] : sentencesOf(part)));
}

/** The sentence that holds all missing words, and most of the query; as it stands before others, a short one before a long one. */
export function sentenceWith(sentences, query, missing) {
  const phrase = words(query).join(" ");
  const rated = sentences.flatMap((text) => {
    const said = words(text), has = (word) => said.includes(word);
    if (!missing.every(has)) return [];
    const whole = ` ${said.join(" ")} `.includes(` ${phrase} `) ? 100 : 0;
    return [{ text, worth: whole + words(query).filter(has).length - said.length / 1000 }];
  });
  return rated.sort((a, b) => b.worth - a.worth)[0]?.text ?? "";
}

/** A sentence in pieces, [{text, hit}], from a little before its first hit on. */
export function piecesOf(sentence, wanted) {
  const text = sentence.normalize("NFC");
  const pieces = text.split(/([\p{L}\p{N}]+)/u).map((one) => ({ text: one, hit: words(one).some((word) => wanted.has(word)) }));
  const first = pieces.findIndex(({ hit }) => hit);
  let start = first, before = 0;
  while (start > 0 && before + pieces[start - 1].text.length <= BEFORE) before += pieces[--start].text.length;
  return [...(start > 0 ? [{ text: "…", hit: false }] : []), ...pieces.slice(start)];
}

/** Shows as much of a sentence as the lines of its place hold. */
function fit(place, sentence, wanted) {
  const height = place.offsetHeight, pieces = piecesOf(sentence, wanted);
  const nodes = pieces.map(({ text, hit }) => (hit ? Object.assign(document.createElement("mark"), { textContent: text }) : text));
  let shown = 0;
  for (let letters = 0; shown < pieces.length && letters < LONGEST; shown++) letters += pieces[shown].text.length;
  const show = () => place.replaceChildren(...nodes.slice(0, shown), shown < nodes.length ? "…" : "");
  for (show(); place.offsetHeight > height && shown > 1; show()) shown -= 2;
  place.lang = "vi";
}
