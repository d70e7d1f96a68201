/**
 * The edition of the site in another language that a page belongs to (`<html data-edition="en/" data-outside="…">`): where
 * the site itself stands, seen from a form that leads to the search page, and where the edition has a page of the site.
 */
const { edition = "", outside = "" } = globalThis.document?.documentElement.dataset ?? {};
const absent = outside.split(" ").filter(Boolean);

/** The root of the site: the search page, to which a search form leads, stands just below it or below the edition's. */
export const rootOf = (form) => new URL(edition ? "../../" : "../", form.action);

/** The address of a page of the site, by its path there: in this edition where that has it. */
export function pageAt(root, path) {
  const held = edition && !absent.some((start) => path.startsWith(start));
  return new URL(held ? `${edition}${path}` : path, root).href;
}
