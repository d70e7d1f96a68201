/** Sheets for the wall: prints the chosen one alone, and says on paper under which address this site is read. */

// Where an editor looks at a site that nobody else can reach.
const LOCAL = /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/;

document.querySelectorAll("a[data-print]").forEach((link) => {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (location.hash !== link.hash) location.hash = link.hash; // the style sheet shows and prints only this one
    print();
  });
});

if (location.protocol.startsWith("http") && !LOCAL.test(location.host)) {
  for (const blank of document.querySelectorAll(".sheet-address[data-fill]")) {
    const sheet = blank.closest(".sheet");
    blank.textContent = `${sheet.querySelector("h2 a").href}?ma=${sheet.querySelector(".sheet-head code").textContent}`;
  }
}
