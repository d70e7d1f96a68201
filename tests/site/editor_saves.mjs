// Saves records as the browser editor does. Given on stdin: a JSON array of texts, the place of one of them, and an edit
// [path, value]. All are read as when the editor opens, then that one is saved twice. Printed: both texts.
import { readFileSync } from "node:fs";
import { fromForm, toForm } from "../../congkhai/site/browser_editor/client/house_form.js";

// The script of the editor starts the editor when it is loaded: only its formats are taken.
const script = readFileSync(new URL("../../congkhai/site/browser_editor/client/editor.js", import.meta.url), "utf-8");
const part = script.slice(script.indexOf("const IDS"), script.indexOf("function readPage"));
const format = new Function(`${part}; return formatOf`)()(toForm, fromForm);

const { texts, at, path, value } = JSON.parse(readFileSync(0, "utf-8"));
const data = structuredClone(texts.map((text) => format.fromFile(text))[at]);
const owner = path.slice(0, -1).reduce((inner, step) => inner[step], data);
owner[path.at(-1)] = value;
process.stdout.write(JSON.stringify([format.toFile(data), format.toFile(structuredClone(data))]));
