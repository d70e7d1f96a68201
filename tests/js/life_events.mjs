// Asks an index for each of its life events by name, with marks and without, and prints the queries that it is none of the first three answers to.
// usage: node life_events.mjs FOLDER

import { open } from "../../static/js/search/engine.js";
import { unpackCards } from "../../static/js/search/results.js";
import { builtIndex, fetchFrom } from "./index.mjs";

const files = builtIndex(process.argv[2]);
const engine = await open("/search/", fetchFrom(files));
const cards = engine.manifest.files.cards.flatMap((name) => unpackCards(JSON.parse(files.get(name))));
const events = cards.filter(({ kind }) => kind === "life_event");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
const missed = [];
for (const { id, title } of events) {
  for (const query of [title, plain(title), title.toLowerCase()]) {
    const place = (await engine.search(query)).findIndex((hit) => hit.id === id);
    if (place < 0 || place > 2) missed.push([query, place]);
  }
}
console.log(JSON.stringify({ events: events.length, missed }));
