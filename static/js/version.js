/**
 * Tells whoever scans the code of a posted sheet whether that sheet still says what this page says: the sheet's
 * version stands in the address (?ma=3f9a2c1), the page's version in the page.
 */

const place = document.getElementById("phien-ban");
const posted = new URLSearchParams(location.search).get("ma");
if (place && posted) {
  const same = posted === place.dataset.version;
  place.textContent = same ? place.dataset.match : place.dataset.differ;
  place.className = "notice";
  place.dataset.kind = same ? "info" : "warning";
  document.querySelector("main h1")?.closest("div")?.after(place);
}
