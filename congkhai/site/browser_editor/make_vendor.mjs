// Makes client/vendor anew from exact npm packages: one bundle of Sveltia CMS with its Vietnamese words and its fonts,
// and one of yaml. It is run by hand, when a version changes; the site is built without node.
//
//   npm install --prefix /tmp/editor @sveltia/cms@0.221.1 yaml@2.9.1 esbuild@0.28.2 --omit=peer
//   node congkhai/site/browser_editor/make_vendor.mjs /tmp/editor/node_modules
//
// The bundle differs from the package in three things: it is one file instead of many, its three fonts are read from
// beside it instead of from a content delivery network, and it does not ask how the host of the repository is.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

const modules = process.argv[2];
const { buildSync } = createRequire(join(modules, "x.js"))("esbuild");
const vendor = join(import.meta.dirname, "client/vendor");
const sveltia = join(modules, "@sveltia/cms");
const target = join(vendor, "sveltia-cms");
const KEPT = [/^index\.js$/, /^chunk-.*\.js$/, /^vi-.*\.js$/];
// A font of the network's address, and the name of the file beside the bundle that begins alike.
const FONT = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)[:@][^)]*\.woff2/g;
// What asks the status page of a host every five minutes; the policy of the editor's page lets nobody ask other hosts.
const STATUS = /\bcheckStatus:[A-Za-z_$][\w$]*/g;

rmSync(vendor, { recursive: true, force: true });
mkdirSync(join(target, "assets"), { recursive: true });
const built = buildSync({
  entryPoints: [join(sveltia, "npm/index.js")],
  ...{ bundle: true, splitting: true, minify: true, write: false, format: "esm", charset: "utf8" },
  ...{ packages: "external", outdir: target, legalComments: "inline" },
});
const fonts = readdirSync(join(sveltia, "npm/assets")).filter((name) => /\.woff2$|LICENSE/.test(name));
for (const name of fonts) cpSync(join(sveltia, "npm/assets", name), join(target, "assets", name));
for (const { path, text } of built.outputFiles) {
  const name = relative(target, path);
  if (!KEPT.some((pattern) => pattern.test(name))) continue;
  const local = text.replace(FONT, (_, font) => `vendor/sveltia-cms/assets/${fonts.find((file) => file.startsWith(font) && file.endsWith(".woff2"))}`);
  writeFileSync(path, local.replace(STATUS, "checkStatus:null").replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n"));
}
cpSync(join(sveltia, "LICENSE.txt"), join(target, "LICENSE.txt"));

buildSync({
  stdin: { contents: 'export { isMap, isScalar, isSeq, parseDocument } from "yaml";', resolveDir: modules },
  ...{ bundle: true, minify: true, format: "esm", platform: "browser", outfile: join(vendor, "yaml.js") },
});
cpSync(join(modules, "yaml/LICENSE"), join(vendor, "yaml.LICENSE.txt"));

const version = (name) => JSON.parse(readFileSync(join(modules, name, "package.json"), "utf-8")).version;
const files = readdirSync(vendor, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(vendor, join(entry.parentPath, entry.name)))
  .sort();
const digest = (name) => createHash("sha256").update(readFileSync(join(vendor, name))).digest("hex");
const packages = Object.fromEntries(["@sveltia/cms", "yaml", "esbuild"].map((name) => [name, version(name)]));
const made = { packages, files: Object.fromEntries(files.map((name) => [name, digest(name)])) };
writeFileSync(join(import.meta.dirname, "vendor.json"), `${JSON.stringify(made, null, 1)}\n`);
