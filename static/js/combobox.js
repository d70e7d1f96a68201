/**
 * Suggestions under a search box (ARIA 1.2 combobox with a listbox). The box is a plain form without it; keys are left
 * alone while an input method composes (Telex, VNI, UniKey); Escape closes, Enter on no choice sends the form.
 */
import { pageAt, rootOf } from "./edition.js";
import { engineAt } from "./engine_at.js";
import { keepVisited } from "./offline.js";
import { suggestionsFor } from "./suggestions.js";

const WAIT = 120; // ms after the last key

/** The shared engine, or nothing where it can't be fetched: a box without suggestions is still a box. */
const quietly = (root) => engineAt(root).catch(() => undefined);

function optionOf(title, ...meta) {
  const option = document.createElement("li");
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(spanOf(title), document.createElement("span"));
  option.lastChild.className = "meta";
  option.lastChild.append(...meta);
  return option;
}

/** A text of a record. */
function spanOf(text) {
  const span = document.createElement("span");
  span.lang = "vi";
  span.textContent = text;
  return span;
}

/** A suggestion leads to its page. */
function hitOf(hit, root) {
  const option = optionOf(hit.title, spanOf(hit.code && hit.kind === "procedure" ? hit.code : hit.summary || ""));
  option.dataset.url = pageAt(root, hit.url);
  return option;
}

/** What the site lacks, and who handles it; it leads to the answers to what was typed, which tell more. */
function absentOf({ title, summary }, words) {
  const [before, behind] = words.split("{agency}");
  return optionOf(title, before, spanOf(summary.split("\n")[0]), behind);
}

class Combobox {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.root = rootOf(form);
    this.list = document.createElement("ul");
    this.list.id = `${this.input.id}-goi-y`;
    this.list.className = "suggestions";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", form.dataset.suggestions);
    this.list.hidden = true;
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    form.append(this.list, this.status);
    const said = { "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries({ role: "combobox", ...said })) this.input.setAttribute(name, value);
    this.listen();
  }

  listen() {
    this.input.addEventListener("focus", () => quietly(this.root), { once: true });
    this.input.addEventListener("input", (event) => { if (!event.isComposing) this.later(); });
    this.input.addEventListener("compositionend", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.suggest(), WAIT);
  }

  async suggest() {
    const query = this.input.value.trim();
    const engine = query.length > 1 && (await quietly(this.root));
    const { hits, absent } = engine ? await suggestionsFor(engine, query, this.root) : { hits: [] };
    if (query !== this.input.value.trim()) return;
    const { count, none, absent: words } = this.form.dataset;
    const options = [...(absent ? [absentOf(absent, words)] : []), ...hits.map((hit) => hitOf(hit, this.root))];
    options.forEach((option, index) => (option.id = `${this.list.id}-${index}`));
    this.list.replaceChildren(...options);
    const told = absent ? `${[...options[0].children].map(({ textContent }) => textContent).join(": ")}. ` : "";
    this.status.textContent = told + (options.length ? count.replace("{count}", options.length) : query.length > 1 ? none : "");
    this.choose(null);
    this.show(options.length > 0);
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && this.list.childElementCount) {
      event.preventDefault();
      this.move(moves[event.key]);
    } else if (event.key === "Enter" && this.chosen) {
      event.preventDefault();
      this.go(this.chosen);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    }
  }

  move(step) {
    const options = [...this.list.children];
    const at = options.indexOf(this.chosen) + step;
    this.show(true);
    this.choose(at < 0 || at >= options.length ? null : options[at]);
    if (at < -1) this.choose(options.at(-1));
  }

  choose(option) {
    this.chosen?.setAttribute("aria-selected", "false");
    this.chosen = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  show(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  close() {
    this.choose(null);
    this.show(false);
  }

  go(option) {
    if (option?.dataset.url) location.href = option.dataset.url;
    else if (option) this.form.requestSubmit();
  }
}

/** A slash leads to the search box, unless somebody is writing or holds another key. */
function shortcut(event) {
  const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || writing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  forms[0].querySelector("input[type=search]").focus();
}

const forms = [...document.querySelectorAll("form[data-search]")];
for (const form of forms) new Combobox(form);
if (forms.length) addEventListener("keydown", shortcut);
if (forms.length) addEventListener("load", () => keepVisited(rootOf(forms[0])));
