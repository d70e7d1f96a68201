// Asks an index for each number of its plans, decisions and documents as people type it, and prints those whose page is not the first answer.
// usage: node numbers.mjs FOLDER

import { open } from "../../static/js/search/engine.js";
import { unpackCards } from "../../static/js/search/results.js";
import { builtIndex, fetchFrom } from "./index.mjs";

const files = builtIndex(process.argv[2]);
const engine = await open("/search/", fetchFrom(files));
const cards = engine.manifest.files.cards.flatMap((name) => unpackCards(JSON.parse(files.get(name))));
const numbers = [...new Set(cards.filter(({ kind }) => kind !== "procedure").map(({ code }) => code).filter(Boolean))];
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
const missed = [];
for (const number of numbers) {
  for (const query of [number, plain(number), plain(number).toLowerCase().replace(/[/.-]/g, " "), `Văn bản số ${number}`]) {
    const [first] = await engine.search(query);
    if (first?.code !== number) missed.push([query, first?.code]);
  }
}
console.log(JSON.stringify({ numbers: numbers.length, missed }));
