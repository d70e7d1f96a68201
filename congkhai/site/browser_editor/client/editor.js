// Starts the editor: its settings are the file beside it, and each kind of record has a format that keeps house form.
import { fromForm, toForm } from "./house_form.js";

// A page: front matter between two lines of three hyphens, then Markdown.
const PAGE = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$\n?([\s\S]*)$/m;
// Sveltia CMS chooses its language by the browser's; this editor speaks Vietnamese unless told otherwise.
const LANGUAGE = "vi";

// Identities of the texts that were read. A record carries its own as a hidden value, so that what is saved is patched
// into the text of that very file: several files may be of one territory, and a file may have moved or been renamed.
const IDS = { key: "_base" };

function formatOf(read, write) {
  const texts = new Map();
  return {
    fromFile(text) {
      const base = digestOf(text);
      texts.set(base, text);
      return { ...read(text), [IDS.key]: base };
    },
    toFile({ [IDS.key]: base, ...data }) {
      return write(data, texts.get(base) ?? "");
    },
  };
}

// A hash (FNV-1a, 53 bits in two halves) with the length: a draft of an earlier session finds its text if it still stands.
function digestOf(text) {
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return [text.length, low >>> 0, high >>> 0].map((part) => part.toString(36)).join("-");
}

function readPage(text) {
  const [, front, body] = PAGE.exec(text) ?? [null, "", text];
  return { ...toForm(front), body: body.trim() };
}

function writePage({ body = "", ...front }, base) {
  const [, before, prose] = PAGE.exec(base) ?? [null, "", ""];
  const written = prose.trim() === body.trim() ? prose : `${body.trim().normalize("NFC")}\n`;
  return `---\n${fromForm(front, before)}---\n${written || "\n"}`;
}

async function start() {
  window.CMS_MANUAL_INIT = true;
  const kept = JSON.parse(localStorage.getItem("sveltia-cms.prefs") ?? "{}");
  localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ locale: LANGUAGE, ...kept }));
  const [config, { default: CMS }] = await Promise.all([
    fetch("config.json").then((answer) => answer.json()),
    import("./vendor/sveltia-cms/index.js"),
  ]);
  for (const { format, extension } of config.collections) {
    const isPage = extension === "md";
    CMS.registerCustomFormat(format, extension, isPage ? formatOf(readPage, writePage) : formatOf(toForm, fromForm));
  }
  CMS.init({ config: { ...config, load_config_file: false } });
}

start();
