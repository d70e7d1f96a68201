// Pages opened from a disk: what scripts fetch stands in scripts of its own, since browsers let no page read files; and
// every page says how old it is.
"use strict";
(() => {
  const root = new URL(document.currentScript.dataset.root, document.baseURI);
  const waiting = new Map(); // by the name of a file: who waits for it
  const kept = new Map();

  globalThis.congkhaiFile = (name, text) => waiting.get(name)?.(text);

  const load = (name) => new Promise((resolve, reject) => {
    waiting.set(name, resolve);
    const script = document.createElement("script");
    script.src = new URL(`${name}.js`, root);
    script.onerror = () => reject(new TypeError(name));
    document.head.append(script);
  });

  globalThis.fetch = async (address) => {
    const { href } = new URL(address, document.baseURI);
    if (!href.startsWith(root.href)) throw new TypeError(href);
    const name = decodeURI(href.slice(root.href.length));
    if (!kept.has(name)) kept.set(name, load(name));
    const text = atob(await kept.get(name));
    return new Response(Uint8Array.from(text, (char) => char.charCodeAt(0)));
  };

  document.addEventListener("DOMContentLoaded", () => {
    const said = document.querySelector("[data-offline]");
    const days = Math.floor((Date.now() + 7 * 3_600_000 - Date.parse(said.dataset.offline)) / 86_400_000);
    if (days > 0) said.append(` ${said.dataset.age.replace("{n}", days)}`);
  });
})();
