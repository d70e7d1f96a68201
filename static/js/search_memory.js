/**
 * What was asked on this device: the last queries, and those that found nothing. It stays on the device until the reader
 * copies it or clears it; where nothing can be kept, nothing is.
 */

const MOST = { recent: 6, missed: 50 };
const name = (list) => `congkhai-${list}`;

/** The queries of a list ("recent" or "missed"), the last one first. */
export function asked(list) {
  try {
    const found = JSON.parse(localStorage.getItem(name(list)) ?? "[]");
    return Array.isArray(found) ? found.filter((query) => typeof query === "string") : [];
  } catch {
    return [];
  }
}

/** Puts a query first in a list; one that it goes on from (a word more) gives way to it. */
export function keep(list, query) {
  const said = query.trim().replace(/\s+/g, " ").slice(0, 120);
  if (!said) return;
  const others = asked(list).filter((other) => !said.startsWith(other));
  store(list, [said, ...others].slice(0, MOST[list]));
}

/** Forgets a list. */
export function forget(list) {
  store(list, []);
}

function store(list, queries) {
  try {
    if (queries.length) localStorage.setItem(name(list), JSON.stringify(queries));
    else localStorage.removeItem(name(list));
  } catch { /* a browser that keeps nothing */ }
}
