// Reads records for the forms of the editor, and writes back what changed in them: every line that an editor did not
// touch stays as it is, comments and quotes included. All values are text; a key that is empty counts as absent.
import { isMap, isScalar, isSeq, parseDocument } from "./vendor/yaml.js";

// A row of a plan is a task, or a group where it has `items`; the forms tell the two apart by this key.
export const KIND = "_kind";
const ROWS = "items";
const NULLS = new Set(["", "~", "null", "Null", "NULL"]);

// What ends a line in text pasted from Word or Windows, and what no record can hold: controls, halves of characters.
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const UNREADABLE = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Cs}/gu;

/** The record in a YAML text as the forms want it. */
export function toForm(text) {
  return formed(parse(text).contents);
}

/** The text of a record: `base` with what `data` changes in it, or a new one where there is no base. */
export function fromForm(data, base = "") {
  const value = unformed(data);
  const root = base ? parse(base).contents : null;
  if (!isMap(root)) return `${mapping(value, "").join("\n")}\n`;
  const patch = new Patch(base);
  patch.map(root, value);
  return patch.applied();
}

function parse(text) {
  const document = parseDocument(text, { schema: "failsafe" });
  if (document.errors.length) throw document.errors[0];
  return document;
}

function formed(node) {
  if (isSeq(node)) return node.items.map(formed);
  if (!isMap(node)) return scalarText(node).replace(/\n+$/, "");
  const found = {};
  for (const { key, value } of node.items) {
    if (isMap(value) && value.has("absent")) {
      found[`${key.value}_absent`] = formed(value.get("absent", true));
      found[`${key.value}_reason`] = value.has("reason") ? formed(value.get("reason", true)) : "";
    } else if (String(key.value) === ROWS && isSeq(value)) {
      found[ROWS] = value.items.map((row) => ({ [KIND]: isMap(row) && row.has(ROWS) ? "group" : "task", ...formed(row) }));
    } else found[key.value] = formed(value);
  }
  return found;
}

function scalarText(node) {
  if (!isScalar(node) || (node.type === "PLAIN" && NULLS.has(node.source ?? ""))) return "";
  return String(node.value ?? "");
}

/** The value of a form as a record has it: without the keys that only forms need. */
function unformed(value) {
  if (Array.isArray(value)) return value.map(unformed);
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value).replace(LINE_ENDS, "\n").replace(UNREADABLE, "").normalize("NFC");
  const found = {};
  for (const [key, inner] of Object.entries(value)) {
    const [, owner] = /^(.*)_absent$/.exec(key) ?? [];
    const part = /^(.*)_reason$/.exec(key);
    if (key === KIND || (part && `${part[1]}_absent` in value)) continue;
    if (!owner) found[key] ??= unformed(inner);
    else if (String(inner) === "true") found[owner] = { absent: "true", reason: unformed(value[`${owner}_reason`]) };
    else found[owner] ??= "";
  }
  return found;
}

/** Collects replacements in a text. */
class Patch {
  constructor(text) {
    this.text = text;
    this.edits = [];
  }

  applied() {
    let text = this.text;
    for (const { start, end, by } of this.edits.sort((a, b) => b.start - a.start || b.end - a.end)) {
      text = text.slice(0, start) + by + text.slice(end);
    }
    return text;
  }

  replace(start, end, by) {
    this.edits.push({ start, end, by });
  }

  map(node, value, isRow = false) {
    const names = Object.keys(value);
    const pairs = new Map(node.items.map((pair) => [String(pair.key.value), pair]));
    for (const name of names) {
      const pair = pairs.get(name);
      if (pair) this.value(node, pair, name, value[name], isRow);
      else if (!isEmpty(value[name])) this.add(node, pairs, names, name, value[name]);
    }
  }

  value(parent, pair, name, value, isRow) {
    const node = pair.value;
    if (same(node, value, name)) return;
    if (isMap(node) && isObject(value) && node.items.length && !isEmpty(value)) this.map(node, value);
    else if (isSeq(node) && Array.isArray(value) && value.length && node.items.length) this.list(node, value, name);
    else if (isEmpty(value) && !isRow) this.remove(parent, pair);
    else if (isScalar(node) && !isObject(value) && !Array.isArray(value)) this.scalar(node, String(value), name, parent);
    else this.anew(parent, pair, name, value);
  }

  scalar(node, text, name, parent) {
    const [start, end] = node.range;
    const block = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
    const flow = parent.flow;
    const indent = " ".repeat(this.column(isMap(parent) ? parent.items[0].key.range[0] : parent.range[0]) + 2);
    if (block && text.includes("\n") && node.type === "BLOCK_LITERAL") {
      const head = this.text.indexOf("\n", start) + 1;
      // The lines below the header; what follows them (blank lines, comments) stays.
      this.replace(head, this.lineEnd(this.last(node)), blockLines(text, indent).join("\n"));
    } else if (text.includes("\n") && !flow) {
      this.replace(this.trimmed(start), this.lineEnd(this.last(node)), ` |\n${blockLines(text, indent).join("\n")}`);
    } else {
      const kept = node.type === "QUOTE_DOUBLE" || text.includes("\n");
      const written = kept ? quoted(text) : scalar(text, name, flow);
      this.replace(this.trimmed(start), block ? this.lineEnd(this.last(node)) : end, this.gap(start) + written);
    }
  }

  /** A value of another kind than it was, written anew behind its key. */
  anew(parent, pair, name, value) {
    const start = pair.key.range[1];
    const colon = this.text.indexOf(":", start) + 1;
    const indent = " ".repeat(this.column(pair.key.range[0]));
    const written = parent.flow ? ` ${inFlow(value, name)}` : entry("", name, value, indent).join("\n").slice(indent.length);
    this.replace(colon, pair.value ? this.lastOf(pair, parent.flow) : colon, written);
  }

  add(node, pairs, names, name, value) {
    const before = names.slice(0, names.indexOf(name)).reverse().find((earlier) => pairs.has(earlier));
    if (node.flow) return this.addInFlow(node, before && pairs.get(before), name, value);
    const indent = " ".repeat(this.column(node.items[0].key.range[0]));
    const lines = entry(`${name}:`, name, value, indent);
    if (before) {
      const at = this.lineEnd(this.lastOf(pairs.get(before)));
      return this.replace(at, at, `\n${lines.join("\n")}`);
    }
    const at = node.items[0].key.range[0];
    return this.replace(at, at, `${lines.join("\n").slice(indent.length)}\n${indent}`);
  }

  addInFlow(node, before, name, value) {
    const written = `${name}: ${inFlow(value, name)}`;
    const at = before ? this.lastOf(before, true) : node.range[0] + 1;
    this.replace(at, at, before ? `, ${written}` : written + (node.items.length ? ", " : ""));
  }

  remove(parent, pair) {
    const at = parent.items.indexOf(pair);
    const start = pair.key.range[0];
    const next = parent.items[at + 1];
    const previous = parent.items[at - 1];
    if (parent.items.length === 1) return this.anew(parent, pair, String(pair.key.value), "");
    if (parent.flow || at === 0) {
      if (next) return this.replace(start, next.key.range[0], "");
      return this.replace(this.lastOf(previous, true), this.lastOf(pair, true), "");
    }
    return this.replace(this.lineEnd(this.lastOf(previous)), this.lineEnd(this.lastOf(pair)), "");
  }

  list(node, values, name) {
    const isRow = name === ROWS;
    const items = node.items;
    let head = 0;
    while (head < items.length && head < values.length && same(items[head], values[head], name)) head += 1;
    let tail = 0;
    const most = Math.min(items.length, values.length) - head;
    while (tail < most && same(items[items.length - 1 - tail], values[values.length - 1 - tail], name)) tail += 1;
    const olds = items.slice(head, items.length - tail);
    const news = values.slice(head, values.length - tail);
    const both = Math.min(olds.length, news.length);
    if (node.flow && olds.length !== news.length) {
      return this.replace(node.range[0], node.range[1], inFlow(values, name));
    }
    for (let at = 0; at < both; at += 1) this.item(node, olds[at], news[at], isRow);
    const indent = " ".repeat(this.column(node.range[0]));
    for (const old of olds.slice(both)) this.drop(node, old);
    const added = news.slice(both).flatMap((value) => item(isRow ? likeRow(value, items[head + both - 1]) : value, indent));
    if (!added.length) return undefined;
    const after = items[head + both - 1];
    if (after) {
      const at = this.lineEnd(this.last(after));
      return this.replace(at, at, `\n${added.join("\n")}`);
    }
    return this.replace(node.range[0], node.range[0], `${added.join("\n").slice(indent.length)}\n${indent}`);
  }

  item(parent, node, value, isRow) {
    if (isMap(node) && isObject(value)) this.map(node, value, isRow);
    else if (isScalar(node) && !isObject(value)) this.scalar(node, String(value), "", parent);
    else if (isSeq(node) && Array.isArray(value)) this.list(node, value, "");
  }

  drop(parent, node) {
    const dash = this.text.lastIndexOf("-", node.range[0] - 1);
    const first = parent.items[0] === node;
    const end = this.lineEnd(this.last(node));
    if (first) this.replace(dash, this.text.indexOf("-", end), "");
    else this.replace(this.text.lastIndexOf("\n", dash), end, "");
  }

  lastOf(pair, flow = false) {
    return pair.value && !isNothing(pair.value) ? this.last(pair.value) : flow ? pair.key.range[1] : this.text.indexOf(":", pair.key.range[1]) + 1;
  }

  /** The offset behind the last character of a value. */
  last(node) {
    const [start, end] = node.range;
    if (!isScalar(node) && !node.flow && node.items.length) {
      const tail = node.items.at(-1);
      return isSeq(node) ? this.last(tail) : this.lastOf(tail);
    }
    return start + this.text.slice(start, end).trimEnd().length;
  }

  lineEnd(offset) {
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end;
  }

  column(offset) {
    return offset - (this.text.lastIndexOf("\n", offset - 1) + 1);
  }

  /** Where the white space before an offset, on the same line, begins. */
  trimmed(offset) {
    let start = offset;
    while (this.text[start - 1] === " ") start -= 1;
    return start;
  }

  gap(start) {
    return this.text.slice(this.trimmed(start), start) || (/[:-]/.test(this.text[start - 1] ?? "") ? " " : "");
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isNothing = (node) => isScalar(node) && node.range[0] === node.range[1];

function isEmpty(value) {
  if (Array.isArray(value)) return value.every(isEmpty);
  return isObject(value) ? Object.values(value).every(isEmpty) : value === "";
}

/** Whether a node says what a form says; forms trim the texts they hold, and have a key for all that may be there. */
function same(node, value, name = "") {
  if (isEmpty(value)) return nothing(node);
  if (Array.isArray(value)) {
    return isSeq(node) && node.items.length === value.length && value.every((one, at) => same(node.items[at], one, name));
  }
  if (!isObject(value)) return isScalar(node) && scalarText(node).normalize("NFC").trim() === value.trim();
  return isMap(node) && (name !== ROWS || node.has(ROWS) === ROWS in value)
    && Object.keys(value).every((key) => (node.has(key) ? same(node.get(key, true), value[key], key) : isEmpty(value[key])));
}

function nothing(node) {
  if (isSeq(node)) return node.items.every(nothing);
  if (isMap(node)) return node.items.every((pair) => nothing(pair.value));
  return scalarText(node).trim() === "";
}

/** A new row with the blank cells that the row beside it has columns for. */
function likeRow(value, beside) {
  if (!isMap(beside) || beside.has(ROWS) || ROWS in value) return value;
  const cells = ["lead", "coordination", "time", "deliverable", "remark"].filter((key) => beside.has(key));
  return { ...value, [Symbol.for("blank")]: cells };
}

function mapping(value, indent) {
  const blank = value[Symbol.for("blank")] ?? [];
  return Object.entries(value)
    .filter(([key, inner]) => !isEmpty(inner) || blank.includes(key))
    .flatMap(([key, inner]) => entry(`${key}:`, key, inner, indent));
}

function entry(head, key, value, indent) {
  if (Array.isArray(value)) return [`${indent}${head}`, ...value.flatMap((one) => item(one, `${indent}  `))];
  if (isObject(value)) return [`${indent}${head}`, ...mapping(value, `${indent}  `)];
  const text = String(value).trimEnd();
  if (text.includes("\n")) return [`${indent}${head} |`, ...blockLines(text, `${indent}  `)];
  return [`${indent}${head} ${scalar(text, key)}`];
}

function item(value, indent) {
  if (!isObject(value)) return entry("-", "", value, indent);
  const [first = "{}", ...rest] = mapping(value, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

function blockLines(text, indent) {
  return text.trimEnd().split("\n").map((line) => (line.trim() ? indent + line.trimEnd() : ""));
}

function inFlow(value, key = "") {
  if (Array.isArray(value)) return `[${value.map((one) => inFlow(one)).join(", ")}]`;
  if (!isObject(value)) return scalar(String(value), key, true);
  const inner = Object.entries(value).filter(([, one]) => !isEmpty(one));
  return `{${inner.map(([name, one]) => `${name}: ${inFlow(one, name)}`).join(", ")}}`;
}

// Text that any YAML reader takes for text: begins with a letter, has nothing that could be a mark of YAML.
const PLAIN = /^\p{L}(?:[^\n:#"\\]|:(?=\S)|(?<=\S)#)*$/u;
// A document number such as 61/2018/NĐ-CP begins with digits and cannot be a number, a date or a time.
const DOCUMENT_NUMBER = /^\d+\/(?:\d{4}\/)?\p{L}[\p{L}\p{N}_&./-]*$/u;
// What a reader of any date or count takes as it stands: 2026-11-22, 2026-11, 2026, 12.
const BARE = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{1,3})$/;
const WORDS = new Set(["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"]);
const BARE_KEYS = new Set([
  ...["signed", "issued", "effective", "expired", "published", "received", "answered", "document_effective", "database_entered"],
  ...["on", "extended_to", "deadline", "from", "until", "date", "year", "order", "originals", "copies", "dossier_sets"],
]);
const TRUTHS = new Set(["absent", "in_footer", "desk", "inter_agency", "postal", "anywhere"]);

/** A line of text as a YAML scalar: plain where that is safe, else in double quotes. */
export function scalar(text, key = "", flow = false) {
  if (BARE_KEYS.has(key) && BARE.test(text)) return text;
  if (TRUTHS.has(key) && (text === "true" || text === "false")) return text;
  const mark = ["number", "code", "version"].includes(key) && !text.includes("/");
  const plain = !mark && (PLAIN.test(text) || DOCUMENT_NUMBER.test(text)) && text === text.trim();
  const clear = !text.endsWith(":") && !text.includes(": ") && !(flow && /[,[\]{}]/.test(text));
  return plain && clear && !WORDS.has(text.toLowerCase()) ? text : quoted(text);
}

function quoted(text) {
  const marks = { "\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n" };
  return `"${text.replace(/[\\"\t\n]/g, (mark) => marks[mark])}"`;
}
