// Starts the editor: its settings are the file beside it, and each kind of record has a format that keeps house form.
import { fromForm, toForm } from "./house_form.js";

// The keys that bear the name of a record, in whichever kind.
const IDS = ["id", "code", "plan", "territory"];
// A page: front matter between two lines of three hyphens, then Markdown.
const PAGE = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$\n?([\s\S]*)$/m;
// Sveltia CMS chooses its language by the browser's; this editor speaks Vietnamese unless told otherwise.
const LANGUAGE = "vi";

function formatOf(read, write) {
  const texts = new Map();
  const name = (data) => IDS.map((key) => data[key]).find(Boolean) ?? JSON.stringify(Object.values(data)[0]?.[0]?.id);
  return {
    fromFile(text) {
      const data = read(text);
      texts.set(name(data), text);
      return data;
    },
    toFile(data) {
      const text = write(data, texts.get(name(data)) ?? "");
      texts.set(name(data), text);
      return text;
    },
  };
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
