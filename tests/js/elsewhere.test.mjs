// When a second index is asked, and when what it says is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { markOf, saidOf, wordsOf } from "../../static/js/phrase_marks.js";
import { isDoubtful } from "../../static/js/search_doubt.js";
import { better, others } from "../../static/js/search_elsewhere.js";
import { shared } from "./index.mjs";

for (const { text, mark, why } of shared("phrase_marks.json")) {
  test(`the mark of a phrase is that of the build: ${why}`, () => assert.equal(markOf(wordsOf(text).join(" ")), mark));
}

const marks = ["ly hon", "xac nhan doc than"].map(markOf).sort().join("");
for (const [text, words] of [["ly hôn", 2], ["xin giấy xác nhận độc thân ở đâu", 4], ["xác nhận cư trú", 0], ["", 0]]) {
  test(`“${text}” says ${words} words of a phrase`, () => assert.equal(saidOf(text, marks), words));
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
test("a short query leaves a doubt whose words stand far behind in the best title, or nowhere, unless they mean what it says", () => {
  const title = "Khai báo thông tin về cư trú đối với người chưa đủ điều kiện đăng ký thường trú, đăng ký tạm trú";
  const beside = (query, score, more = {}) => doubt(asked(query), { results: [{ score, kind: "procedure", title }], tried: [query], nearest: [], ...more });
  assert.equal(beside("thường trú", 1.22), true);
  assert.equal(beside("bản quyền", 1.22), true);
  assert.equal(beside("bản quyền", 1.4), false);
  assert.equal(beside("khai báo cư trú", 1.22), false);
  assert.equal(beside("đơn xin khai báo", 1.22), false);
  assert.equal(beside("khai chỗ ở", 1.22, { tried: ["khai báo cư trú", "khai chỗ ở"] }), false);
  assert.equal(beside("xin phép cho người ở nhờ nhà", 1.22), false);
});
test("what the site's best only mentions is no rival of what others handle", async () => {
  const title = "Đăng ký bản quyền tác giả";
  const second = { search: async () => [card("register", 1.25, { title }), card("procedure", 1.17, { title: "Đăng ký" })] };
  const found = (best) => ({ results: [{ score: 1.22, kind: "procedure", title: best }], tried: [], nearest: [] });
  const told = async (query, best) => (await others(second, query, found(best))).length;
  assert.deepEqual([await told("bản quyền", "Chứng thực di chúc"), await told("bản quyền", "Cấp bản quyền"), await told("mẫu ct01", "Tách hộ")], [1, 0, 0]);
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

const card = (kind, score, more = {}) => ({ kind, score, id: kind, summary: "", ...more });
const told = (best, cards, query = "gì đó") => better(best, cards, query).map(({ id }) => id);
test("a name of the register must be clearly better than all that the site has", () => {
  assert.deepEqual(told({ score: 1.2 }, [card("register", 1.22)]), []);
  assert.deepEqual(told({ score: 0.5 }, [card("procedure", 1.3), card("register", 1.32)]), []);
  assert.deepEqual(told({ score: 1 }, [card("register", 1.3), card("procedure", 0.8)]), ["register"]);
});
test("what editors tell need only be as good, and may answer less well", () => {
  assert.deepEqual(told({ score: 1.3 }, [card("elsewhere", 1.3)]), ["elsewhere"]);
  assert.deepEqual(told(undefined, [card("elsewhere", 0.8), card("register", 0.8)]), ["elsewhere"]);
});
test("what hardly answers is not told, the next best only if near, what the site has never", () => {
  assert.deepEqual(told(undefined, [card("register", 0.6)]), []);
  const cards = [card("register", 1.3, { id: "a" }), card("register", 1.25, { id: "b" }), card("procedure", 1.22), card("register", 1, { id: "c" })];
  assert.deepEqual(told({ score: 0.9 }, cards.slice(0, 2)), ["a", "b"]);
  assert.deepEqual(told({ score: 0.9 }, cards), ["a"]);
});
test("a query that says a phrase of editors means that, unless a procedure of the site answers well", () => {
  const divorce = card("elsewhere", 0.9, { id: "ly-hon", summary: `Tòa án\n\n52/2014/QH13\n${markOf("ly hon")}` });
  const other = card("elsewhere", 1, { id: "khac" });
  assert.deepEqual(told({ score: 1.1, kind: "agency" }, [other, divorce], "ly hôn ở đâu"), ["ly-hon"]);
  assert.deepEqual(told({ score: 1.3, kind: "procedure" }, [other, divorce], "ly hôn ở đâu"), []);
  assert.deepEqual(told({ score: 1.3, kind: "procedure" }, [other, divorce], "ly hôn"), ["ly-hon"]);
});
test("a name of the register that lacks the sign of a form is none", () => {
  const cards = [card("register", 1.3, { id: "a", title: "Tờ khai" }), card("register", 1.2, { id: "b", title: "Tờ khai mẫu CT01" })];
  assert.deepEqual(told({ score: 0.9 }, cards, "tờ khai ct01"), ["b"]);
});
test("who types a code means nothing else", () => {
  assert.deepEqual(told({ score: 0.3 }, [card("register", 1.2)], "mã 1.115332"), []);
  assert.deepEqual(told({ score: 0.3 }, [card("register", 3)], "mã 1.000862"), ["register"]);
});
