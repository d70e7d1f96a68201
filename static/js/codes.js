/**
 * Answers the form of codes: the line of the procedure that the address asks for, or the page that has it; whether a
 * posted sheet still holds, by its content code; which sheets a decision has changed since a day.
 */

import { codeIn, sheetIn, verdictOn } from "./codes_read.js";

const form = document.querySelector("form[data-code]");
const answer = document.getElementById("tra-loi");
const lines = [...document.querySelectorAll("main section .link-list > li")];

function paragraph(words) {
  const line = document.createElement("p");
  line.textContent = words;
  return line;
}

/** Show a sentence, below it lines of the list, and a sentence on the rest. */
function show(words, found = [], rest = "") {
  const list = document.createElement("ul");
  list.className = "link-list";
  list.append(...found.map((one) => one.cloneNode(true)));
  answer.replaceChildren(...(words ? [paragraph(words)] : []), ...(found.length ? [list] : []), ...(rest ? [paragraph(rest)] : []));
}

const codeOf = (line) => line.querySelector("p > a").textContent;
const sheetOf = (line) => sheetIn(line.querySelector('a[href*="#to-"]') ? line.querySelector(".meta").textContent : "");

/** The line of a procedure, with what it says of the posted sheet. */
function ofProcedure(code, posted) {
  const line = lines.find((one) => codeOf(one) === code);
  const page = document.querySelector(`[data-beginning="${code.slice(0, 5)}"]`);
  if (!line && page && !page.hash) return location.replace(`${page.href}${location.search}`);
  if (!line) return show(answer.dataset.none.replace("{code}", code));
  const { version } = sheetOf(line);
  show(posted ? answer.dataset[verdictOn(posted, version)].replace("{version}", version) : "", [line]);
}

/** The line of the sheet that bears a content code. */
function ofSheet(posted) {
  const line = lines.find((one) => sheetOf(one).version === posted);
  show(answer.dataset[line ? "holds" : "unknown"].replace("{version}", posted), line ? [line] : []);
}

/** The sheets that a decision changed since a day, and how many no dated decision names: of these nobody knows. */
function changedSince(day) {
  const found = lines.filter((line) => sheetOf(line).day >= day);
  const undated = lines.filter((line) => sheetOf(line).version && !sheetOf(line).day).length;
  const shown = day.split("-").reverse().join("/");
  show(answer.dataset.since.replace("{n}", found.length).replace("{day}", shown), found, undated ? answer.dataset.undated.replace("{n}", undated) : "");
}

function reply({ ma = "", to = "", tu = "" }) {
  const fold = (to || tu) && form.querySelector("details");
  if (fold) fold.open = true;
  Object.entries({ ma, to, tu }).forEach(([name, value]) => { if (form.elements[name]) form.elements[name].value = value; });
  const code = codeIn(ma);
  const posted = (to || (code ? "" : ma)).toLowerCase();
  const { version } = sheetIn(posted);
  if (code) ofProcedure(code, posted);
  else if (version) ofSheet(version);
  else if (ma || to) show(answer.dataset.malformed);
  else if (tu) changedSince(tu);
}

const asked = Object.fromEntries([...new URLSearchParams(location.search)].map(([name, value]) => [name, value.trim()]));
reply(asked);
