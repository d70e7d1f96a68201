// The client over a small index: what is found, in which order, at what cost, and what happens when files are missing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "../../static/js/search/engine.js";
import { syllables } from "../../static/js/search/syllables.js";
import { postingsOf } from "../../static/js/search/titles.js";
import { suggestionsFor } from "../../static/js/suggestions.js";
import { fetchFrom, smallIndex } from "./index.mjs";

const files = smallIndex();
const engine = await open("/search", fetchFrom(files));
const first = async (query, options) => (await engine.search(query, options))[0]?.id;

const ANSWERS = [
  ["marks and case do not matter", "DANG KY KHAI SINH", "procedure:1.001193"],
  ["typed marks do", "đăng ký khai tử", "procedure:1.000656"],
  ["the plain case stands before its variant", "khai tu", "procedure:1.000656"],
  ["both tone placements", "hoà giải viên", "procedure:1.002211"],
  ["d for đ", "dăng ký kết hôn", "procedure:1.000894"],
  ["decomposed text", "tách thửa đất".normalize("NFD"), "procedure:1.014365"],
  ["Telex leftovers", "tachs thuwar dat", "procedure:1.014365"],
  ["VNI leftovers", "ke6t1 ho6n", "procedure:1.000894"],
  ["words typed as one", "giayphep xaydung", "procedure:1.009122"],
  ["a letter too few", "chung thc di chuc", "procedure:2.001019"],
  ["letters swapped", "luogn huu", "procedure:1.014466"],
  ["an abbreviation", "đổi GPLX", "procedure:3.000347"],
  ["a colloquial phrase", "báo tử", "procedure:1.000656"],
  ["a colloquial phrase in a question", "mat so do xin cap lai o dau", "procedure:1.012786"],
  ["a question", "làm thế nào để kết hôn, cần giấy tờ gì", "procedure:1.000894"],
  ["a word that is still being typed", "chứng thực di ch", "procedure:2.001019"],
  ["a code", "1.001193", "procedure:1.001193"],
  ["a code with a local suffix", "mã 1.014466.H12", "procedure:1.014466"],
  ["a code with all that a province appends", "1.014466.000.00.00.H12", "procedure:1.014466"],
  ["a code written with another dot", "1.014.466", "procedure:1.014466"],
  ["a document number in other words", "nd 61 2018", "document:61/2018/NĐ-CP"],
  ["a number without its zero", "thông tư 1/2023", "document:01/2023/TT-VPCP"],
  ["the number of a decision", "4001/QĐ-BKHCN", "announcement:4001/QĐ-BKHCN"],
  ["its number without marks, with blanks", "quyet dinh 4001 qd bkhcn", "announcement:4001/QĐ-BKHCN"],
  ["a bare number", "4001", "announcement:4001/QĐ-BKHCN"],
  ["its kind and a bare number", "quyết định 9001", "announcement:9001/QĐ-BTP"],
  ["a code that only a decision names", "1.000626", "announcement:4001/QĐ-BKHCN"],
  ["an agency", "so tai chinh lang son", "agency:Sở Tài chính tỉnh Lạng Sơn"],
  ["a word of the body only", "mảnh trích", "procedure:1.014365"],
  ["Telex with the mark struck late", "capas laij giayas pheps lais xe", "procedure:3.000348"],
  ["a syllable that only asks elsewhere", "to cao", "procedure:1.013519"],
  ["a syllable that only asks, in two words typed as one", "bansao hộ tịch", "procedure:2.000635"],
  ["a name of everyday", "cắt nửa vườn bán", "procedure:1.014365"],
  ["words of one name before the same words of two", "bán nửa vườn", "procedure:1.014365"],
  ["a thing meant whose own words a title lacks", "nhập phân bón về bán", "procedure:1.003361"],
];
for (const [what, query, id] of ANSWERS) {
  test(`${what}: ${query}`, async () => assert.equal(await first(query), id));
}

test("a phrase that would cut a name of two syllables is not there", async () => {
  const meant = async (query) => (await engine.explore(query)).tried.includes("đăng ký kết hôn");
  assert.deepEqual([await meant("sơn nhà"), await meant("sở tài chính Lạng Sơn"), await meant("so tai chinh lang son")], [true, false, false]);
});

for (const [what, query, best, behind] of [
  ["with marks", "chấp thuận nút giao cao bằng", "9.009001", "9.009002"],
  ["without marks behind a word for places", "chap thuan o hue nut giao", "9.009003", "9.009002"],
  ["by what was merged into it", "nút giao tại thừa thiên", "9.009003", "9.009002"],
  ["none: what is of the whole country", "nút giao", "9.009002", "9.009001"],
  ["a place that has none of its own", "nút giao ở Đà Nẵng", "9.009002", "9.009001"],
]) {
  test(`of pages alike one of the province that a query names stands first, ${what}`, async () => {
    const ids = (await engine.search(query)).map(({ id }) => id);
    assert.equal(ids[0], `procedure:${best}`);
    assert.ok(ids.includes(`procedure:${behind}`));
  });
}

test("as many are told to be found as are shown, also those that have no word of the query", async () => {
  for (const query of ["khai sanh", "tía tui mới mất", "mất giấy phép lái xe", "mới cưới nhau"]) {
    const { results, total, places } = await engine.explore(query, { limit: 100 });
    assert.ok(results.length && results.length === total && total <= places);
  }
});

test("words that only look like the name of a province name none", () => {
  const named = (query) => engine.knowledge.province(syllables(query), /[^ -~]/.test(query)).number;
  const none = ["bao cao bang van ban", "người Việt Nam định cư ở Đức", "giải thưởng Hồ Chí Minh", "đánh giá lại"];
  assert.deepEqual(none.map(named), none.map(() => undefined));
  assert.equal(named("sống ở Nam Định"), named("o nam dinh co gi"));
  assert.equal(named("xe TP Hồ Chí Minh"), named("tphcm"));
});

test("a title of two lines moves no word of the titles behind it", () => {
  const rows = [{ code: "1", title: "Quyền sở hữu\ntài sản", kind: "procedure" }, { code: "2", title: "Tách thửa", kind: "procedure" }];
  const found = postingsOf(rows, 10, new Set(["thua", "tai"]));
  assert.deepEqual([found.get("thua")[0].docs, found.get("tai")[0].docs], [[11], [10]]);
});

test("what is over stands below what is in force, says so, and comes first only by its code", async () => {
  const hits = await engine.search("cấp thẻ đọc sách lưu động");
  assert.deepEqual(hits.slice(0, 2).map(({ id, state }) => [id, state]), [["procedure:1.000098", ""], ["procedure:1.000099", "Đã bãi bỏ"]]);
  assert.equal(await first("1.000099"), "procedure:1.000099");
});

test("a word of a body or a context only is no damage to the index", async () => {
  const fresh = await open("/search/", fetchFrom(files));
  for (const word of fresh.lexicon.words) await fresh.search(word);
  assert.deepEqual(fresh.warnings, []);
});

const MEANT = [
  ["a phrase in another order", "sổ đỏ bị mất", "procedure:1.012786"],
  ["a pair of words anywhere in a query", "bố tôi ở quê mới mất thì phải làm sao", "procedure:1.000656"],
  ["a pair whose other word is missing means nothing", "mất giấy phép lái xe", "procedure:3.000348"],
  ["a regional word in a title's place", "khai sanh", "procedure:1.001193"],
  ["a regional word in a phrase", "tía tui mới mất", "procedure:1.000656"],
  ["words typed as one with y", "dangkykhaisinh", "procedure:1.001193"],
  ["a sign and a number typed as one", "nd61/2018", "document:61/2018/NĐ-CP"],
  ["letters as wide as Chinese ones", "ｋｅｔ ｈｏｎ", "procedure:1.000894"],
  ["what a title says in full", "cấp giấy phép xây dựng cho bố", "procedure:1.009122"],
];
for (const [what, query, id] of MEANT) {
  test(`${what}: ${query}`, async () => assert.equal(await first(query), id));
}

test("marks that were typed elsewhere in a query tell a word without marks from one with", async () => {
  const [plain] = await engine.search("đơn viết tay"), [marked] = await engine.search("đơn viết tây");
  assert.ok((plain?.score ?? 0) < marked.score);
});

test("a query with one unknown word is not without a result", async () => {
  assert.equal(await first("kết hôn xyzzyq"), "procedure:1.000894");
});

test("a hit shows what matched, as pieces and not as markup", async () => {
  const [{ segments, excerpt, title }] = await engine.search("khai tử");
  assert.equal(segments.map(({ text }) => text).join(""), title);
  assert.deepEqual(segments.filter(({ hit }) => hit), [{ text: "khai tử", hit: true }]);
  assert.equal(excerpt.map(({ text }) => text).join(""), "Trong ngày · Miễn phí");
});

test("filters narrow, and a facet counts as if its own filter were off", async () => {
  const { results, facets, total } = await engine.explore("cấp giấy", { filters: { kind: ["procedure"], level: ["province"] }, facets: true });
  assert.ok(results.length > 1 && results.every(({ kind }) => kind === "procedure"));
  assert.equal(total, facets.level.find(({ value }) => value === "province").count);
  assert.ok(facets.kind.some(({ value }) => value === "procedure"));
});

test("sorting by deadline puts the next one first", async () => {
  const found = await engine.search("báo cáo rà soát", { sort: "deadline", filters: { kind: ["task"] } });
  assert.deepEqual(found.map(({ deadline }) => deadline), ["2026-03-31", "2026-07-15", "2026-11-30"]);
});

test("pages of results follow each other without overlap", async () => {
  const all = await engine.search("cấp giấy phép", { limit: 6 });
  const second = await engine.search("cấp giấy phép", { limit: 3, offset: 3 });
  assert.deepEqual(second.map(({ id }) => id), all.slice(3).map(({ id }) => id));
});

test("what lies in more files than a first page may ask for stands on the next page", async () => {
  const fresh = await open("/search/", fetchFrom(files));
  Object.assign(fresh.store, { pieceOf: (doc) => doc, starts: Array(fresh.manifest.count + 1).fill(0) }); // a file for each card
  fresh.manifest.files.cards = Array(fresh.manifest.count).fill(fresh.manifest.files.cards[0]);
  const pages = [await fresh.explore("cấp giấy phép"), await fresh.explore("cấp giấy phép", { offset: 10 })];
  const ids = pages.flatMap(({ results }) => results.map(({ id }) => id));
  assert.ok(pages[0].results.length < 8 && pages[0].results.length < pages[0].total);
  assert.deepEqual([new Set(ids).size, pages[0].places], [pages[0].total, 10 + pages[1].results.length]);
});

test("suggestions are different titles", async () => {
  const titles = (await suggestionsFor(engine, "báo cáo")).hits.map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length);
  assert.ok(titles.includes("Báo cáo kết quả rà soát"));
});

test("only what a query needs is fetched, and once", async () => {
  const { fetch, asked } = fetchFrom(files);
  const fresh = await open("/search/", { fetch });
  await fresh.search("kết hôn");
  await fresh.search("kết hôn");
  assert.equal(new Set(asked).size, asked.length);
  assert.ok(!asked.some((name) => /^(synonyms|facets|codes)/.test(name)));
});

test("a missing file gives fewer results and a warning", async () => {
  const lost = fetchFrom(files, { spoil: (name, bytes) => (name.startsWith("t-") ? null : bytes) });
  const poor = await open("/search/", lost);
  assert.ok(Array.isArray(await poor.search("kết hôn")));
  assert.ok(poor.warnings.length > 0);
});

test("without an index opening fails, so that the page can fall back to its form", async () => {
  await assert.rejects(open("/search/", fetchFrom(new Map())));
});

test("a regional word is known by its marks only: without them it may be another", async () => {
  assert.notEqual(await first("tia mat"), "procedure:1.000656");
});

test("what something is for does not hide what is asked for", async () => {
  assert.equal(await first("xin giấy báo tử để đăng ký kết hôn"), "procedure:1.000656");
});

test("a first query asks for nine files at most", async () => {
  for (const query of ["bố tôi ở quê mới mất thì phải làm sao", "giay phep xay dung nha o", "mat so do xin cap lai o dau", "1.001193"]) {
    const asked = new Set();
    const fetch = fetchFrom(files).fetch;
    const fresh = await open("/search/", { fetch: (url) => (asked.add(String(url)), fetch(url)) });
    await fresh.search(query);
    assert.ok(asked.size <= 9, `${query}: ${asked.size}`);
  }
});

test("a word of speech tells less than its rarity says, with marks and without; a word of records tells no less", async () => {
  const { Lexicon } = await import("../../static/js/search/lexicon.js");
  const lexicon = new Lexicon({ words: "", spoken: "", telling: "-4 hơn ta\n2 heo\n\n-3 hon" });
  assert.equal(lexicon.told({ key: "hon", form: "hơn", plain: false, markedQuery: true }), -2);
  assert.equal(lexicon.told({ key: "hon", form: "hon", plain: true, markedQuery: false }), -1.5);
  assert.equal(lexicon.told({ key: "heo", form: "heo", plain: true, markedQuery: true }), 1);
  assert.equal(lexicon.told({ key: "khai", form: "khai", plain: true, markedQuery: true }), 0);
  assert.equal(new Lexicon({ words: "", spoken: "" }).told({ key: "hon", form: "hơn" }), 0);
});
