// The small index in memory, and a fetch that reads it, counts, and can lose or spoil files.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// The engine gives way to the browser between two pieces of work; nothing is drawn here, and a timer takes a millisecond.
globalThis.scheduler ??= { yield: () => Promise.resolve() };

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const shared = (name) => JSON.parse(readFileSync(join(root, "tests", "cases", name), "utf8"));

export function smallIndex() {
  const folder = mkdtempSync(join(tmpdir(), "search-"));
  const python = process.env.PYTHON ?? "python3";
  execFileSync(python, ["-m", "tests.js.small_index", folder], { cwd: root });
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
  rmSync(folder, { recursive: true });
  return files;
}

/** The index of a site, from its folder; one that lies in that folder is another. */
export const builtIndex = (path) => new Map(readdirSync(path, { withFileTypes: true }).filter((found) => found.isFile())
  .map(({ name }) => [name, readFileSync(join(path, name))]));

export function fetchFrom(files, { spoil = (name, bytes) => bytes } = {}) {
  const asked = [];
  const fetch = async (url) => {
    const name = String(url).split("/").pop();
    asked.push(name);
    const bytes = files.has(name) ? spoil(name, files.get(name)) : null;
    return bytes ? new Response(bytes) : new Response("", { status: 404 });
  };
  return { fetch, asked };
}
