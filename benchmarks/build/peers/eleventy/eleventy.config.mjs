// Renders content/ with the templates beside this file, into the folder OUTPUT names.
import { readFileSync } from "node:fs";
import markdownIt from "markdown-it";

const PAGER = 50;
const ROOTS = { linhvuc: "linh-vuc", coquan: "co-quan", kehoach: "ke-hoach" };
const site = JSON.parse(readFileSync("data/site.json", "utf8"));

export default function (config) {
  const markdown = markdownIt({ html: false });
  config.setQuietMode(true);
  config.setUseGitIgnore(false);
  config.ignores.add("content/**/_index.md");
  config.addGlobalData("site", site);
  config.addFilter("isList", Array.isArray);
  config.addFilter("isText", (value) => typeof value === "string");
  config.addFilter("markdown", (text) => markdown.render(text));
  config.addCollection("lists", (api) => {
    const pages = [...api.getFilteredByGlob("content/thu-tuc/*.md"), ...api.getFilteredByGlob("content/nhiem-vu/*.md")];
    return Object.entries(ROOTS).flatMap(([taxonomy, root]) => listsOf(taxonomy, root, pages));
  });
  return {
    dir: { input: ".", output: process.env.OUTPUT, includes: "_includes", data: "_data" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}

/** The lists of one taxonomy, fifty entries a page. */
function listsOf(taxonomy, root, pages) {
  const byTerm = new Map(site[taxonomy].map(({ slug }) => [slug, []]));
  for (const page of pages) {
    for (const term of page.data[taxonomy] ?? []) byTerm.get(term)?.push(page);
  }
  return site[taxonomy].flatMap(({ slug, name }) => paged(`/${root}/${slug}/`, name, byTerm.get(slug)));
}

function paged(address, title, found) {
  const of = Math.max(1, Math.ceil(found.length / PAGER));
  const url = (number) => (number === 1 ? address : `${address}page/${number}/`);
  return Array.from({ length: of }, (_, index) => ({
    title,
    of,
    number: index + 1,
    total: found.length,
    url: url(index + 1),
    before: index ? url(index) : "",
    after: index + 1 < of ? url(index + 2) : "",
    items: found.slice(index * PAGER, (index + 1) * PAGER),
  }));
}
