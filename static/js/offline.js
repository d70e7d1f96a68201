/**
 * Lets the browser keep what was visited, for when there is no network (sw.js). Only where browsers allow it: on a
 * secure address or this machine. Without it everything works, but only online.
 */

/** Registers the keeper of the site at `root` and tells it what this page was made of. */
export async function keepVisited(root) {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  const controlled = navigator.serviceWorker.controller !== null; // then what is fetched is kept already
  try {
    await navigator.serviceWorker.register(new URL("sw.js", root), { scope: new URL("./", root).pathname });
    const { active } = await navigator.serviceWorker.ready;
    if (controlled) return;
    active.postMessage({ visited: [location.href] });
    new PerformanceObserver((list) => active.postMessage({ visited: list.getEntries().map(({ name }) => name) }))
      .observe({ type: "resource", buffered: true });
  } catch {
    // Private windows and some hosts refuse; the page needs nothing of it.
  }
}
