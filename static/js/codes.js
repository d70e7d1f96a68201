/** Answers the form of codes: shows the line of the code that the address asks for, or leads to the page that has it. */

import { codeIn } from "./codes_read.js";

const field = document.querySelector("form[data-code] input");
const answer = document.getElementById("tra-loi");

function say(words) {
  const line = document.createElement("p");
  line.textContent = words;
  answer.replaceChildren(line);
}

function reply(asked) {
  field.value = asked;
  const code = codeIn(asked);
  if (!code) return say(answer.dataset.malformed);
  const link = [...document.querySelectorAll(".link-list > li > p > a")].find((one) => one.textContent === code);
  const page = document.querySelector(`[data-beginning="${code.slice(0, 5)}"]`);
  if (link) {
    const list = document.createElement("ul");
    list.className = "link-list";
    list.append(link.closest("li").cloneNode(true));
    answer.replaceChildren(list);
  } else if (page && !page.hash) {
    location.replace(`${page.href}${location.search}`);
  } else {
    say(answer.dataset.none.replace("{code}", code));
  }
}

const asked = new URLSearchParams(location.search).get("ma")?.trim();
if (asked) reply(asked);
