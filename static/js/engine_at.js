/** The search engines of a site, one an index for suggestions and answers, whichever scripts of a page hold this module. */

// By address; a failure is forgotten, so that the next query tries again.
const opened = (globalThis.congkhaiEngines ??= new Map());

/** The engine of an index below a site's root, fetched when it is first asked for: one for suggestions and answers. */
export function engineAt(root, folder = "search/") {
  const base = new URL(folder, root).href;
  if (!opened.has(base)) {
    opened.set(base, import("./search/engine.js").then(({ open }) => open(base)).catch((error) => {
      opened.delete(base);
      throw error;
    }));
  }
  return opened.get(base);
}
