// Edits records as the forms of the browser editor do. Given on stdin: a JSON array of {text, edits: [{path, value}]},
// a value of null takes an item out of its list. Printed: for each, the text after no edit, and after each edit alone.
import { readFileSync } from "node:fs";
import { fromForm, toForm } from "../../congkhai/site/browser_editor/client/house_form.js";

function edited(data, path, value) {
  const copy = structuredClone(data);
  const owner = path.slice(0, -1).reduce((inner, step) => inner[step], copy);
  const last = path.at(-1);
  if (value === null && Array.isArray(owner)) owner.splice(last, 1);
  else if (Array.isArray(owner) && last === "+") owner.push(value);
  else owner[last] = value;
  return copy;
}

const asked = JSON.parse(readFileSync(0, "utf-8"));
const answers = asked.map(({ text, edits }) => {
  const data = toForm(text);
  return { same: fromForm(data, text), edited: edits.map(({ path, value }) => fromForm(edited(data, path, value), text)) };
});
process.stdout.write(JSON.stringify(answers));
