// When a second index is asked, and when what it says is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isDoubtful, isMarked, markOf, wordsOf } from "../../static/js/search_doubt.js";
import { better } from "../../static/js/search_elsewhere.js";
import { shared } from "./index.mjs";

for (const { text, mark, why } of shared("phrase_marks.json")) {
  test(`the mark of a phrase is that of the build: ${why}`, () => assert.equal(markOf(wordsOf(text).join(" ")), mark));
}

const marks = ["ly hon", "xac nhan doc than"].map(markOf).sort().join("");
for (const [text, marked] of [["ly hôn", true], ["xin giấy xác nhận độc thân ở đâu", true], ["xác nhận cư trú", false], ["", false]]) {
  test(`“${text}” ${marked ? "says" : "does not say"} a phrase`, () => assert.equal(isMarked(text, marks), marked));
}

const asked = (query) => ({ query, page: 1, filters: {} });
const found = (score, kind = "procedure", more = {}) => ({ results: [{ score, kind }], tried: [], nearest: [], ...more });
const doubt = (wanted, answers, knows = true) => isDoubtful(wanted, answers, { marks, knows: () => knows });

test("a procedure that answers well leaves no doubt, nor does an agency or a document", () => {
  assert.equal(doubt(asked("khai sinh"), found(1.3)), false);
  assert.equal(doubt(asked("sở tư pháp"), found(1.1, "agency")), false);
});
test("no answer, a weak one, a middling procedure leave a doubt", () => {
  assert.equal(doubt(asked("ly thân"), { results: [], tried: [], nearest: [] }), true);
  assert.equal(doubt(asked("ly thân"), found(0.9, "task")), true);
  assert.equal(doubt(asked("ly thân"), found(1.1)), true);
});
test("a phrase of what others handle leaves a doubt however good the answer is, also in other words for it", () => {
  assert.equal(doubt(asked("giấy xác nhận độc thân"), found(1.3)), true);
  assert.equal(doubt(asked("bỏ chồng"), found(1.3, "procedure", { tried: ["ly hôn", "bỏ chồng"] })), true);
});
test("a word that nothing here says leaves a doubt, but not where another may have been meant", () => {
  assert.equal(doubt(asked("giấy phép karaoke"), found(1.3), false), true);
  assert.equal(doubt(asked("khai sihn"), found(1.3, "procedure", { nearest: ["khai sinh"] }), false), false);
});
test("a code that is not here leaves a doubt, one that is here none", () => {
  assert.equal(doubt(asked("1.004222"), found(1.3, "document")), true);
  assert.equal(doubt(asked("1.001193"), found(3)), false);
});
test("who filters or turns pages is asked nothing else", () => {
  assert.equal(doubt({ query: "ly hôn", page: 2, filters: {} }, found(0.2)), false);
  assert.equal(doubt({ query: "ly hôn", page: 1, filters: { kind: ["task"] } }, found(0.2)), false);
});

const card = (kind, score, id = kind) => ({ kind, score, id });
test("a name of the register must be clearly better than all that the site has", () => {
  assert.deepEqual(better({ score: 1.2 }, [card("register", 1.22)]), []);
  assert.deepEqual(better({ score: 0.5 }, [card("procedure", 1.3), card("register", 1.32)]), []);
  assert.deepEqual(better({ score: 1 }, [card("register", 1.3), card("procedure", 0.8)]).map(({ id }) => id), ["register"]);
});
test("what editors tell need only be as good", () => assert.equal(better({ score: 1.3 }, [card("elsewhere", 1.3)]).length, 1));
test("what hardly answers is not told, the next best only if near, what the site has never", () => {
  assert.deepEqual(better(undefined, [card("register", 0.6)]), []);
  const cards = [card("register", 1.3, "a"), card("register", 1.25, "b"), card("procedure", 1.2), card("register", 0.9, "c")];
  assert.deepEqual(better({ score: 1 }, cards).map(({ id }) => id), ["a", "b"]);
});
