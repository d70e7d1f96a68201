/**
 * Offline once visited. Pages come from the network as long as there is one, so that nobody reads a stale page; files
 * whose name is made of their content cannot be stale and come from the store first.
 */
const STORE = "cong-khai";
const MOST_KEPT = 600; // entries; the oldest go first
const PATIENCE = 3000; // ms that a page known from before waits for a network that does not answer
// assets/css/site.0123456789.css, search/t-0123456789.bin
const NAMED_BY_CONTENT = /\/(?:assets\/.*\.[0-9a-f]{10}\.\w+|search\/(?:elsewhere\/)?\w+-[0-9a-f]{10}\.\w+)$/;

const worthKeeping = ({ method, url }) => method === "GET" && new URL(url).origin === location.origin;

async function kept(request, response) {
  if (response.ok && response.status === 200 && response.type === "basic") {
    const store = await caches.open(STORE);
    await store.put(request, response.clone());
    await tidy(store);
  }
  return response;
}

async function fromStoreFirst(request) {
  return (await caches.match(request)) ?? kept(request, await fetch(request));
}

async function fromNetworkFirst(request) {
  const fresh = fetch(request).then((response) => kept(request, response));
  fresh.catch(() => {}); // one that is lost after the page of before was shown
  // A query or a filter is read by the page itself: the page of another query will do.
  const before = await caches.match(request, { ignoreSearch: request.mode === "navigate" });
  if (!before) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, before));
  return Promise.race([fresh.catch(() => before), late]);
}

/** Drops what is oldest: keys come in the order in which they were put. */
async function tidy(store) {
  const keys = await store.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_KEPT)).map((key) => store.delete(key)));
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (!worthKeeping(request)) return;
  const named = NAMED_BY_CONTENT.test(new URL(request.url).pathname);
  event.respondWith(named ? fromStoreFirst(request) : fromNetworkFirst(request));
});

// The page that installed this names what it was made of: that is kept too, or a single visit would not be enough.
addEventListener("message", (event) => {
  const { data } = event;
  if (!Array.isArray(data?.visited)) return;
  const wanted = data.visited.filter((url) => typeof url === "string" && worthKeeping({ method: "GET", url }));
  event.waitUntil(Promise.allSettled(wanted.map(async (url) => {
    if (!(await caches.match(url))) await kept(url, await fetch(url));
  })));
});
