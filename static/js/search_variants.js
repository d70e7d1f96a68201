// Procedures that are one matter for other levels, people or places: one answer, whose others are choices.

import { words } from "./search_words.js";

const LEAST = 4; // words that must be left of a name where it no longer says for whom: "trợ cấp" alone is many matters
const LONGEST = 60; // letters of what differs
const AS_GOOD = 0.95; // an ordinary one this close to the first comes before it
const OPENING = /^Thủ tục (?:hành chính )?/i;
// A level: "thực hiện tại cấp tỉnh", "cấp xã".
const LEVEL = "(?:(?:thực hiện )?(?:tại |ở )?cấp (?:trung ương|tỉnh|huyện|xã|bộ))";
// A place: "có yếu tố nước ngoài", "tại cơ quan đại diện".
const PLACE = "(?:(?:có )?yếu tố nước ngoài|(?:(?:ở|tại) )?trong nước|(?:ở|tại) (?:nước ngoài|khu vực biên giới)|tại cơ quan đại diện[^,;()]*|lưu động)";
// What a name may say beside its matter, wherever it stands: brackets, levels, places.
const ASIDE = new RegExp(`\\s*(?:\\([^()]*\\)|(?:${LEVEL}|${PLACE})(?![\\p{L}\\p{N}]))`, "giu");
// For whom, to the end of a name: "cho người dưới 14 tuổi".
const FOR_WHOM = /\s*(?:cho|đối với|của) (?:người|công dân|cá nhân|tổ chức|trẻ em|học sinh|sinh viên|cán bộ|doanh nghiệp|hộ gia đình|hộ kinh doanh|hợp tác xã)(?![\p{L}\p{N}]).*$/iu;

const tidy = (text) => text.replace(/\s+([,;])/g, "$1").replace(/^[\s,;(]+|[\s.,;:)]+$/g, "").replace(/\s+/g, " ");

const known = new Map(); // each title of a list is parted several times

/** A name in two: {matter (in small letters), differs (what it says of level, people and place)}. */
export function parted(title) {
  if (!known.has(title)) known.set(title, cut(title));
  return known.get(title);
}

function cut(title) {
  const name = title.normalize("NFC").replace(OPENING, ""), found = name.match(ASIDE) ?? [];
  const rest = tidy(name.replace(ASIDE, " ")), short = tidy(rest.replace(FOR_WHOM, ""));
  const isLeft = short.split(" ").length >= LEAST;
  const whom = isLeft ? rest.match(FOR_WHOM)?.[0] ?? "" : "";
  return { matter: (isLeft ? short : rest).toLowerCase(), differs: [whom, ...found].map(tidy).filter(Boolean).join(", ") };
}

/** Answers as groups of one matter, [[first, …others], …]; the ordinary one first, unless a query says what differs. */
export function grouped(results, query) {
  const groups = new Map(), asked = words(query);
  for (const hit of results) {
    const key = hit.kind === "procedure" ? parted(hit.title).matter : hit.id;
    groups.set(key, [...(groups.get(key) ?? []), hit]);
  }
  return Array.from(groups.values(), (group) => {
    const said = words(parted(group[0].title).differs);
    const ordinary = group.find(({ title, score }) => !parted(title).differs && score >= AS_GOOD * group[0].score);
    return ordinary && !said.some((word) => asked.includes(word)) ? [ordinary, ...group.filter((hit) => hit !== ordinary)] : group;
  });
}

/** What sets others apart from the first of their group, each once; nothing if all have one name. */
export function differences([first, ...others]) {
  const name = (title) => tidy(title.replace(OPENING, "")).toLowerCase();
  if (others.every(({ title }) => name(title) === name(first.title))) return [];
  return [...new Set(others.map(({ title }) => shortened(parted(title).differs || title)))];
}

const shortened = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s+\S*$/, "")}…` : text);
