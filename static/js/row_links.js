/**
 * The number of a row is the link to exactly this row: followed, it opens the row and puts its address into the address
 * bar; where the browser can copy, the address is copied as well, and said so. On a phone an open row shows the title of
 * the link beside its number.
 */

const status = document.createElement("span");
status.setAttribute("role", "status");
status.className = "meta";

async function copy(link) {
  link.after(status);
  status.textContent = "";
  await navigator.clipboard.writeText(link.href);
  status.textContent = link.closest("table").dataset.copied;
}

if (navigator.clipboard) {
  for (const table of document.querySelectorAll("table[data-copied]")) {
    for (const link of table.querySelectorAll(".col-number a")) link.title = table.dataset.copy;
    table.addEventListener("click", (event) => {
      const link = event.target.closest(".col-number a");
      if (link) copy(link).catch(() => status.remove());
    });
  }
}
