// Codes of procedures and numbers of documents in a query, each with the pages that have it; loaded when a query has a digit.

const WHOLE = 3; // what finds a whole code or number; a page of the site that scores as much is no doubt
const NAMED = 2.9; // a page that only names a code: the national register may know more of it
const SHORT = 2.8; // the beginning of a number
const LEAST_DIGITS = 3; // of a bare number: a smaller one counts things
// How people name a kind of document, as numbers have it; "" says nothing of the kind.
const KINDS = [["quyet dinh", "qd"], ["nghi dinh", "nd"], ["nghi quyet", "nq"], ["thong tu", "tt"], ["ke hoach", "kh"], ["chi thi", "ct"], ["cong van", ""], ["van ban", ""], ["so", ""]];
// What follows the first figures of a number: a year, and letters that no Vietnamese syllable has together.
const SIGN = /\d (?:[a-z] )?(?:\d{4} )?(?:[bcdghklmnpqrstvx]{2,}|[a-z]{2,}v[a-z]*|ubnd|da) /;
const SLASHED = /\d[a-z]?\s*[/-]\s*[\p{L}\d]/u;

/** Whether a query may say a code or a number, so that the list of them is worth its request. */
export function saysCode(query) {
  return digitsOf(query).length > 3 || SLASHED.test(query) || SIGN.test(` ${partsOf(query).join(" ")} `) || isNumber(shortOf(query));
}

/** Whether a query says the whole code of a procedure: no word of it can be misspelled. */
export const isCode = (query) => digitsOf(query).length === 7;

/** {hits, exact (it is a code of a procedure and means nothing else)}; each of `lines` says the codes of a page, the first its own. */
export function codesFound(query, lines) {
  const typed = digitsOf(query), said = ` ${partsOf(query).join(" ")} `, short = shortOf(query);
  const hits = [];
  lines.forEach((line, doc) => {
    const score = line ? scored(line.split(" "), typed, said, isNumber(short) ? short : []) : 0;
    if (score) hits.push({ doc, score });
  });
  hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
  return { hits, exact: hits.some(({ doc, score }) => score === NAMED || (score === WHOLE && !lines[doc].includes("/"))) };
}

function scored([own, ...named], typed, said, short) {
  if (!own.includes("/")) {
    const digits = own.replace(/\D/g, ""), at = typed.length > 3 ? digits.indexOf(typed) : -1;
    return at < 0 ? 0 : WHOLE - at / 10 - (digits.length - typed.length) / 100;
  }
  if (named.some((code) => code.replace(/\D/g, "") === typed)) return NAMED;
  const parts = partsOf(own), whole = ` ${parts.join(" ")} `;
  if (/[a-z]/.test(whole) ? said.includes(whole) : said.endsWith(whole)) return WHOLE;
  const figures = parts.filter((part) => /\d/.test(part));
  const begins = short.length && short.filter((part) => /\d/.test(part)).every((part, place) => part === figures[place]);
  return begins && short.every((part) => parts.includes(part)) ? SHORT : 0;
}

/** The digits of a code: it has a dot and four of them or more, or five together; a local suffix (.H12) belongs to a province. */
const digitsOf = (query) => query.match(/\d[\d.]*\.\d[\d.]*|\d{5,}/)?.[0].replace(/\D/g, "") ?? "";

/** What parts a number, figures without leading zeros: "08.a/2010/TT-BTP" is 8, a, 2010, tt, btp. */
const partsOf = (text) => (folded(text).match(/[a-z]+|\d+/g) ?? []).map((part) => part.replace(/^0+(?=\d)/, ""));

/** Plain small letters; those as wide as Chinese ones, too. */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");

/** The parts of a query that says nothing but the kind of a document and figures. */
function shortOf(query) {
  return KINDS.reduce((text, [name, sign]) => text.replace(` ${name} `, ` ${sign} `), ` ${partsOf(query).join(" ")} `).trim().split(/ +/);
}

/** Whether these are figures that mean a number: enough of them, or some with a year or a kind. */
function isNumber(parts) {
  const figures = parts.filter((part) => /^\d/.test(part));
  const others = parts.length - figures.length;
  return figures.length > 0 && parts.length < 4 && others < 2 && (figures.length > 1 || figures[0].length >= LEAST_DIGITS);
}
