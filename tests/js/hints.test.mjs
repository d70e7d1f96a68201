// What the page says above answers: an agency that is not here, an answer that may be none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventFirst } from "../../static/js/search_event.js";
import { absentAgency, isWeak, newestBefore, yearOf } from "../../static/js/search_hints.js";
import { readable } from "../../static/js/search_views.js";

const WORDS = {
  "search.agency.asked": "ủy ban nhân dân, UBND, sở tư pháp, công an xã",
  "search.agency.short": "UBND = ủy ban nhân dân",
  "search.jump.place.asked": "ở đâu",
};
const said = (key) => WORDS[key] ?? key;
const results = [{ title: "Ủy ban nhân dân xã Tân Phú" }, { title: "Sở Tư pháp tỉnh Sơn La" }, { title: "Sở Tư pháp" }];

for (const query of ["UBND xã Không Có", "so tu phap ha noi", "Công an xã Tân Phú"]) {
  test(`an agency that is not here is told: ${query}`, () => assert.equal(absentAgency(query, results, said), true));
}
for (const query of ["UBND xã Tân Phú", "uy ban nhan dan xa tan phu", "Sở Tư pháp Sơn La", "so tu phap son la 2021", "ubnd xa tan phu quy nay", "UBND xã ở đâu", "sở hữu nhà", "UBND",
  "công an xã nhận tiền của dân rồi không trả lời đơn"]) {
  test(`nothing is told of what is here or names no agency: ${query}`, () => assert.equal(absentAgency(query, results, said), false));
}

test("a year behind the name of an agency is no part of it", () => {
  assert.deepEqual(yearOf("Sở Tư pháp năm 2031"), { asked: "Sở Tư pháp", year: "2031" });
  assert.equal(absentAgency("Sở Tư pháp 2031", results, said), false);
  assert.equal(absentAgency("UBND xã Không Có 2031", results, said), true);
});
for (const [query, newest] of [["Sở Tư pháp 2031", "2025"], ["ke hoach nam 2031", "2025"], ["so tu phap 2024", ""], ["Sở Tư pháp", ""], ["luật đất đai 2031", ""]]) {
  test(`${query} is ${newest ? `told that the newest plan is of ${newest}` : "told nothing of years"}`, () =>
    assert.equal(newestBefore(query, (key) => (key === "search.plan.newest" ? "2025" : said(key))), newest));
}

for (const [query, score, tried, weak] of [
  ["mất mùa", 0.73, ["mất mùa"], true], ["mất việc", 0.73, ["mất việc"], false], ["mất mùa", 0.95, ["mất mùa"], false],
  ["mất mùa", 0.73, ["trợ cấp thất nghiệp", "mất mùa"], false], ["mất việc", 0.5, ["mất việc"], true]]) {
  test(`an answer of ${score} to ${query} ${weak ? "may be none" : "is one"}`, () =>
    assert.equal(isWeak(query, [{ score, title: "Mất việc" }], tried), weak));
}

test("no short form is told among what was tried, but the query itself", () =>
  assert.deepEqual(readable(["stp", "sở tư pháp", "ca"]), ["sở tư pháp", "ca"]));

const birth = { kind: "life_event", title: "Sinh con" }, procedure = { kind: "procedure", title: "Đăng ký khai sinh" };
const asks = (key) => (key === "search.event.asked" ? "cần làm gì, mới, thủ tục gì" : key);
for (const query of ["sinh con cần làm gì", "moi sinh con can thu tuc gi", "Sinh con"]) {
  test(`an event of life stands first where a query names it: ${query}`, () =>
    assert.deepEqual(eventFirst(query, [procedure, birth], asks), [birth, procedure]));
}
for (const query of ["giấy chứng sinh con bị mất", "khai sinh cho con mới", "làm gì"]) {
  test(`a procedure stays first where a query says more: ${query}`, () =>
    assert.deepEqual(eventFirst(query, [procedure, birth], asks), [procedure, birth]));
}
