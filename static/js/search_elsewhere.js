/**
 * What the site has no procedure of, loaded when there is a doubt. Cards of the second index are of kind "elsewhere" (what others
 * handle), "register" (names of the national register) and "procedure" (what the site has, only to be compared with).
 */
import { saidOf, wordsOf } from "./phrase_marks.js";
import { isBeside, isService } from "./search_doubt.js";

const LEAST = 0.7, LEAST_NAME = 0.9; // what scores less is no answer: of what editors tell, of names of the register
const STRONG = 1.2; // a procedure of the site that scores as much is hardly doubted
const SAID = 0.5; // what a query gains that says nothing but a phrase of editors
const CLEARLY = 0.05; // by how much a name of the register must score more than all that the site has
const EXACT = 3, CODE = /\d\.\d{5,}/; // who types a code means nothing else
const SURE = 1.1; // what scores less is only told as likely
const NEAR = 0.93; // what scores this share of the best may be meant, too
const OTHERS = 2;

/** What the second index (an engine) tells of a query that the site answers with `found`: [card, …]; [] if the site has it. */
export async function others(second, query, found) {
  const [best] = found.results, cards = await second.search(query);
  // What the site only mentions is no rival of what says the query itself.
  const named = best?.kind === "procedure" && isBeside(query, found) ? better(undefined, cards.filter((card) => isNamed(card, query)), query) : [];
  return named.length ? named : better(best, cards, query);
}

/** Whether a card is of the site, or says all words of a query, or editors told it. */
function isNamed({ kind, title }, query) {
  const said = wordsOf(title);
  return kind !== "register" || wordsOf(query).every((word) => said.includes(word));
}

/** Whether a card is told as what was asked for, not only as likely. */
export const isSure = ({ score }) => score >= SURE;

/** The best of the second index if it answers a query better than the site's best, and what may be meant, too; else []. */
export function better(best, cards, query) {
  const own = cards.find(({ kind }) => kind === "procedure");
  const strong = isService(best) && best.score >= STRONG;
  const signs = wordsOf(query).filter((word) => /^[a-z]+\d/.test(word)); // a form ("CT01"), which is another where it is not named
  const told = cards.filter(({ kind, title }) => kind !== "procedure" && (kind !== "register" || signs.every((sign) => wordsOf(title).includes(sign))))
    .map((card) => [card, shareSaid(card, query)])
    .map(([card, share]) => ({ ...card, score: card.score + (strong && share < 1 ? 0 : SAID * share) }))
    .sort((a, b) => b.score - a.score);
  const bar = Math.max(best?.score ?? 0, own?.score ?? 0);
  const isBetter = ({ kind, score }) => (CODE.test(query) ? score >= EXACT
    : kind === "elsewhere" ? score >= Math.max(LEAST, bar) : score >= Math.max(LEAST_NAME, bar + CLEARLY));
  const [first, ...others] = told.filter(isBetter);
  return first ? [first, ...others.filter(({ score }) => score >= NEAR * first.score).slice(0, OTHERS)] : [];
}

/** Which share of the words of a query is a phrase that editors told for a matter: marks stand in the last line of its card. */
function shareSaid({ kind, summary }, query) {
  return kind === "elsewhere" ? saidOf(query, summary.split("\n")[3] ?? "") / wordsOf(query).length : 0;
}

/** Fills in the block `box`, and says what the site lacks; `words` are those of the site for it, `element` makes one. */
export function tell(box, [first, ...others], words, element) {
  const manner = !isSure(first) ? ".unsure" : first.code ? "" : ".matter";
  box.querySelector(".notice-title").textContent = words[`elsewhere.title${manner}`];
  box.querySelector("[data-first]").replaceChildren(...linesOf(first, words, element));
  box.querySelector("[data-first] code")?.setAttribute("id", "ma-noi-khac"); // what the button copies
  box.querySelector("[data-code]").hidden = !first.code;
  box.querySelector("[role=status]").textContent = "";
  box.querySelector("[data-others]").replaceChildren(...(others.length ? [
    element("p", { textContent: words["elsewhere.others"] }),
    element("ul", {}, ...others.map((one) => element("li", {}, ...linesOf(one, words, element).slice(0, 2))))] : []));
  return words[`elsewhere.absent${manner}`];
}

/** What is told of one: its name and code, who handles it, what to know, the law, where to look it up. */
function linesOf({ title, code, summary }, words, element) {
  const [agency, note, law] = summary.split("\n");
  const vi = (name, textContent) => element(name, { lang: "vi", textContent });
  const said = (key, value) => {
    const [before, behind] = words[key].split(/\{\w+\}/);
    return element("p", {}, before, vi("span", value), behind);
  };
  return [
    element("p", {}, vi("strong", title), ...(code ? [", ", words["elsewhere.code"], element("code", { textContent: code })] : [])),
    agency ? said("elsewhere.agency", agency) : null,
    note ? vi("p", note) : null,
    law ? said("elsewhere.law", law) : null,
    code ? element("p", {}, element("a", { href: words.portal, textContent: words["portal.words"].replace("{code}", code) })) : null,
  ].filter(Boolean);
}
