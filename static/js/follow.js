/** Writes the whole address of calendars and feeds, lets it be copied, and leads to where calendars are added by it. */

import { isPublished } from "./published.js";

/** Where a calendar at an address is added, by who keeps the reader's calendar. */
const WAYS = {
  apple: (url) => url.replace(/^https?:/, "webcal:"),
  google: (url) => `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(url.replace(/^https?:/, "webcal:"))}`,
  outlook: (url, name) => `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(url)}&name=${encodeURIComponent(name)}`,
};

function tellAddress(line, copied) {
  const link = line.querySelector("a"), button = line.querySelector("button");
  link.replaceWith(link.href);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.href);
    line.querySelector("[role=status]").textContent = copied;
  });
}

function lead(line) {
  const url = new URL(line.dataset.url, location.href).href;
  line.querySelectorAll("a").forEach((link) => { link.href = WAYS[link.dataset.way](url, document.title); });
  line.hidden = !isPublished();
}

for (const part of document.querySelectorAll("[data-follow]")) {
  part.querySelectorAll("[data-address]").forEach((line) => tellAddress(line, part.dataset.follow));
  part.querySelectorAll("[data-calendar]").forEach(lead);
}
