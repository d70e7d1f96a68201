// Why an answer was found: which words its name lacks, which sentence of its page holds them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { piecesOf, sentencesOf, sentenceWith } from "../../static/js/search_excerpts.js";
import { missingOf } from "../../static/js/search_words.js";

const said = (key) => (key === "search.jump.papers.asked" ? "cần gì, giấy tờ" : "");
const birth = { title: "Đăng ký khai sinh", summary: "Miễn phí", code: "1.001193" };
const missing = (query, tried = [query]) => missingOf(query, birth, tried, said);

test("words are missing that neither title nor summary says and that do more than ask", () => {
  assert.deepEqual(missing("khai sinh cần giấy chứng sinh"), ["chứng"]);
  assert.deepEqual(missing("khai sinh 1.001193 miễn phí"), []);
});
test("none are where the title says what they mean", () => assert.deepEqual(missing("giấy ra đời", ["khai sinh", "giấy ra đời"]), []));

const record = { url: "chung/", steps: "1. Nộp hồ sơ. Nhận kết quả.", dossier: [{ name: "**Giấy chứng sinh** (bản chính)" }, { name: "Văn bản người làm chứng khi sinh" }] };

test("the sentence that says the query as it stands comes before one that has its words", () => {
  assert.equal(sentenceWith(sentencesOf(record), "giay chung sinh", ["chung"]), "Giấy chứng sinh (bản chính)");
});
test("a sentence must hold all that is missing, and addresses are none", () => {
  assert.equal(sentenceWith(sentencesOf(record), "chứng thực", ["chung", "thuc"]), "");
  assert.ok(!sentencesOf(record).includes("chung/"));
});
test("what is shown begins a little before the first hit", () => {
  const pieces = piecesOf(`${"một hai ba bốn ".repeat(9)}giấy chứng sinh`, new Set(["chung"]));
  assert.equal(pieces[0].text, "…");
  assert.deepEqual(pieces.filter(({ hit }) => hit).map(({ text }) => text), ["chứng"]);
  assert.ok(pieces.findIndex(({ hit }) => hit) < 25);
});
