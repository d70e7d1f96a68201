/**
 * The link to a page becomes a button: on a telephone it opens what the telephone shares with, elsewhere it copies the
 * address and says so. Without the script it is the link that it was.
 */

async function give(link) {
  const status = link.parentElement.querySelector("[role=status]");
  status.textContent = "";
  if (link.dataset.way === "share") return navigator.share({ title: document.title, url: link.href });
  await navigator.clipboard.writeText(link.href);
  status.textContent = link.dataset.copied;
}

/** How this browser can give an address away, "" where it can't. */
function way() {
  if (navigator.share && matchMedia("(pointer: coarse)").matches) return "share";
  return navigator.clipboard ? "copy" : "";
}

for (const link of way() ? document.querySelectorAll("a[data-way-copy]") : []) {
  link.dataset.way = way();
  link.textContent = link.dataset[way() === "share" ? "wayShare" : "wayCopy"];
  link.setAttribute("role", "button");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    give(link).catch((error) => { if (error.name !== "AbortError") location.assign(link.href); });
  });
}
