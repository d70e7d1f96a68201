/**
 * Tells whoever scans the code of a posted sheet whether that sheet still says what this page says: the sheet's
 * version stands in the address (?ma=3f9a2c1), the page's version in the page. A code of another form than the page's
 * is no code of a sheet; whether one of that form is old or mistyped cannot be known.
 */

import { procedureData } from "./procedure_data.js";

const place = document.getElementById("phien-ban");
const posted = new URLSearchParams(location.search).get("ma")?.trim().toLowerCase();

async function compare(version) {
  const { words } = await procedureData();
  const formed = posted.length === version.length && /^[0-9a-f]+$/.test(posted);
  if (posted === version) place.textContent = words.match;
  else place.textContent = (formed ? words.differ : words.malformed).replace("{version}", version);
  place.className = "notice";
  place.dataset.kind = posted === version ? "info" : "warning";
  document.querySelector("main h1")?.closest("div")?.after(place);
}

if (place && posted) compare(place.dataset.version);
