/**
 * Tells whoever scans the code of a posted sheet whether that sheet still says what this page says: the sheet's
 * version stands in the address (?ma=3f9a2c1), the page's version in the page. A code of another form than the page's
 * is no code of a sheet; whether one of that form is old or mistyped cannot be known.
 */

const place = document.getElementById("phien-ban");
const posted = new URLSearchParams(location.search).get("ma")?.trim().toLowerCase();
if (place && posted) {
  const { version, match, differ, malformed } = place.dataset;
  const formed = posted.length === version.length && /^[0-9a-f]+$/.test(posted);
  if (posted === version) place.textContent = match;
  else place.textContent = formed ? differ : malformed;
  place.className = "notice";
  place.dataset.kind = posted === version ? "info" : "warning";
  document.querySelector("main h1")?.closest("div")?.after(place);
}
