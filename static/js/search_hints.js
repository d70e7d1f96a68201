// What stands above answers that may be none: that nothing says this outright, or that the portal has no such agency.

import { pageAt } from "./edition.js";
import { jumpsOf, words } from "./search_words.js";
import { element } from "./search_views.js";

const WEAK = 0.6; // a best answer that scores less may be none
const SURE = 0.9; // so may one that scores less than this if its title lacks half of the words, and no thing meant is known
const MOST_OF_A_NAME = 7; // syllables: what is longer tells of something else
const NEAREST = 3;
const SAYS_LITTLE = new Set(["tinh", "thanh", "pho", "tp", "cua", "va"]); // left out of names as often as not

/** A query without the year it ends with, and that year: "Sở Tài chính năm 2026" asks of "Sở Tài chính" in 2026. */
export function yearOf(query) {
  const [, asked, year = ""] = query.trim().match(/^(.*?)\s+(?:năm\s+|nam\s+)?((?:19|20)\d\d)$/iu) ?? [null, query];
  return { asked, year };
}

/** The last year that plans here reach, if a query of an agency or a plan ends with a later one: no plan here is of that. */
export function newestBefore(query, said) {
  const { asked, year } = yearOf(query), newest = said("search.plan.newest"), start = words(asked).join(" ");
  const kinds = `kế hoạch, ${said("search.agency.asked")}`.split(", ").map((one) => words(one).join(" "));
  const isOfPlans = kinds.some((one) => `${start} `.startsWith(`${one} `)) && words(asked).length <= MOST_OF_A_NAME + 4;
  return year && isOfPlans && /^\d{4}$/.test(newest) && year > newest ? newest : "";
}

/** The words of a name in full, to be compared: "UBND xã A" is "ủy ban nhân dân xã A". */
function named(text, said) {
  const short = said("search.agency.short").split(", ").map((pair) => pair.split(" = ").map((side) => words(side).join(" ")));
  const whole = short.reduce((name, [from, to]) => name.replaceAll(` ${from} `, ` ${to} `), ` ${words(text).join(" ")} `);
  return whole.trim().split(" ").filter((word) => !SAYS_LITTLE.has(word));
}

/** The kind of agency that a query names, if it says a name behind it and asks no question; else "". */
function kindNamed(query, said) {
  const asked = words(query).join(" ");
  const kind = said("search.agency.asked").split(", ").map((one) => words(one).join(" ")).find((one) => asked.startsWith(`${one} `));
  const name = kind ? asked.slice(kind.length).trim().split(" ").length : 0;
  return name > 0 && name <= MOST_OF_A_NAME && !jumpsOf(query, said).length ? kind : "";
}

/** Whether a query names an agency that no answer is the page of; a year behind its name is no part of it. */
export function absentAgency(typed, results, said) {
  const { asked: query } = yearOf(typed);
  const kind = kindNamed(query, said);
  if (!kind) return false;
  const wanted = named(query, said);
  const least = named(kind, said).length; // what says no more than the kind is the page of none
  return !results.some(({ title }) => {
    const found = named(title, said);
    const isWithin = found.length > least && found.every((word) => wanted.includes(word)); // "… năm 2021", "… quý này"
    return isWithin || wanted.every((word) => found.includes(word));
  });
}

/** Whether the best answer to a query may be none. */
export function isWeak(query, [{ score, title }], tried) {
  if (score < WEAK || score >= SURE || tried.length > 1) return score < WEAK;
  const found = new Set(words(title)), asked = words(query);
  return asked.filter((word) => !found.has(word)).length >= asked.length / 2;
}

/** The hints above a list of answers; none if the best answer is one. */
export function hintsOf({ query, page, filters }, { results, tried }, { root, said }) {
  if (page > 1 || !results.length || Object.keys(filters).length) return [];
  const newest = newestBefore(query, said), { asked, year } = yearOf(query);
  const plans = newest ? [element("p", { textContent: said("search.plan.none", { year, newest }) })] : [];
  if (absentAgency(query, results, said)) {
    const agencies = results.filter(({ kind }) => kind === "agency");
    const near = agencies.filter(({ title }, at) => agencies.findIndex((one) => one.title === title) === at).slice(0, NEAREST).map(({ title, url }) =>
      element("li", {}, element("a", { href: pageAt(root, url), lang: "vi", textContent: title })));
    return [...plans, element("p", { textContent: said("search.agency.none", { query: asked }) }),
      ...(near.length ? [element("p", { textContent: said("search.agency.near") }), element("ul", {}, ...near)] : [])];
  }
  if (newest) return plans;
  return isWeak(query, results, tried) ? [element("p", { textContent: said("search.weak") })] : [];
}
