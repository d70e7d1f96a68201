/**
 * Lets the browser keep what was visited, for when there is no network (sw.js). Only where browsers allow it: on a
 * secure address or this machine. Without it everything works, but only online.
 */

/** Registers the keeper of the site at `root` and tells it what this page was made of. */
export async function keepVisited(root) {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  try {
    await navigator.serviceWorker.register(new URL("sw.js", root), { scope: new URL("./", root).pathname });
    const { active } = await navigator.serviceWorker.ready;
    const parts = performance.getEntriesByType("resource").map(({ name }) => name);
    active.postMessage({ visited: [location.href, ...parts] });
  } catch {
    // Private windows and some hosts refuse; the page needs nothing of it.
  }
}
