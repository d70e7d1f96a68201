// Procedures of one matter are one answer: what is told of their names, which comes first.

import assert from "node:assert/strict";
import { test } from "node:test";
import { differences, grouped, parted } from "../../static/js/search_variants.js";

for (const [title, matter, differs] of [
  ["Thủ tục đăng ký khai sinh", "đăng ký khai sinh", ""],
  ["Thủ tục đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới", "đăng ký khai sinh", "có yếu tố nước ngoài, tại khu vực biên giới"],
  ["Cấp thẻ căn cước cho người dưới 14 tuổi (thực hiện tại cấp tỉnh)", "cấp thẻ căn cước", "cho người dưới 14 tuổi, thực hiện tại cấp tỉnh"],
  ["Cấp hộ chiếu phổ thông ở nước ngoài tại cơ quan đại diện", "cấp hộ chiếu phổ thông", "ở nước ngoài, tại cơ quan đại diện"],
  ["THỦ TỤC HỘI TỰ GIẢI THỂ (Cấp tỉnh)", "hội tự giải thể", "Cấp tỉnh"],
  ["Trợ cấp cho người cao tuổi", "trợ cấp cho người cao tuổi", ""],
  ["Cấp giấy phép xây dựng đối với công trình cấp III", "cấp giấy phép xây dựng đối với công trình cấp iii", ""],
]) test(`“${title}” is “${matter}”`, () => assert.deepEqual(parted(title), { matter, differs }));

const hit = (id, title, score = 1, kind = "procedure") => ({ id, title, score, kind });
const birth = [hit("a", "Thủ tục đăng ký khai sinh có yếu tố nước ngoài", 1.3), hit("b", "Đăng ký kết hôn", 1.3), hit("c", "Thủ tục đăng ký khai sinh", 1.28)];
const ids = (query, hits = birth) => grouped(hits, query).map((group) => group.map(({ id }) => id).join(""));

test("the ordinary one comes first, unless the query says what differs or it answers less well", () => {
  assert.deepEqual(ids("khai sinh"), ["ca", "b"]);
  assert.deepEqual(ids("khai sinh người nước ngoài"), ["ac", "b"]);
  assert.deepEqual(ids("khai sinh", [birth[0], { ...birth[2], score: 1 }]), ["ac"]);
});
test("only procedures are one answer", () => {
  assert.deepEqual(ids("báo cáo", [hit("a", "Báo cáo năm", 1, "task"), hit("b", "Báo cáo năm", 1, "task")]), ["a", "b"]);
});
test("what differs is told once each, and nothing where all have one name", () => {
  assert.deepEqual(differences(birth.slice(0, 1).concat(birth[2])), ["Thủ tục đăng ký khai sinh"]);
  assert.deepEqual(differences([birth[2], birth[0], birth[0]]), ["có yếu tố nước ngoài"]);
  assert.deepEqual(differences([hit("a", "Hội tự giải thể"), hit("b", "Thủ tục hội tự giải thể.")]), []);
});
