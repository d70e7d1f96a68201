/**
 * Narrows a long table at once by the fields of its filter form. The state is the address, so that it can be
 * shared; without the script a style sheet narrows, and the links beside the form lead to pages that are narrowed already.
 */

/** Whether a row carries each chosen value among its words for that field. */
function fits(row, chosen) {
  return chosen.every(([name, value]) => (row.getAttribute(`data-${name}`) ?? "").split(" ").includes(value));
}

/** A heading stays as long as a row is shown under it or under a part inside it; from the last part to the first. */
function hideEmptyParts(parts, narrowed) {
  const fullBelow = [];
  for (const part of parts.reverse()) {
    const level = Number(part.querySelector("[data-level]")?.dataset.level ?? Infinity);
    const full = Boolean(part.querySelector("tr[id]:not([hidden])")) || fullBelow.some((below) => below > level);
    part.hidden = narrowed && !full;
    if (level === Infinity) { if (full) fullBelow.push(level); continue; }
    for (let i = fullBelow.length; i--;) if (fullBelow[i] > level) fullBelow.splice(i, 1);
    if (full) fullBelow.push(level);
  }
}

function narrow(form, table, status) {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  const rows = [...table.querySelectorAll("tr[id]")];
  for (const row of rows) row.hidden = !fits(row, chosen);
  for (const one of table.tBodies ? [table] : table.querySelectorAll("table")) hideEmptyParts([...one.tBodies], chosen.length > 0);
  for (const part of table.querySelectorAll("[data-part]")) {
    part.hidden = !part.querySelector("tr[id]:not([hidden])");
    if (chosen.length) part.open = true; // a chapter that folds shows what was found in it
  }
  const shown = rows.filter((row) => !row.hidden).length;
  const words = chosen.length
    ? status.dataset.words.replace("{shown}", shown).replace("{total}", rows.length) : status.dataset.all;
  if (status.textContent !== words) status.textContent = words;
  return new URLSearchParams(chosen).toString();
}

function choose(form, address) {
  for (const field of form.querySelectorAll("select")) field.value = address.get(field.name) ?? "";
}

/** From here on rows are hidden by the script, which knows today's states, and no longer by the style sheet. */
function takeOver(form) {
  form.dataset.scripted = "";
  for (const option of form.querySelectorAll("[data-slot]")) option.removeAttribute("data-slot");
}

/** Where the form is folded away on a phone, a choice closes it: what it left to see stands right below. */
function close(form) {
  const fold = form.closest("details");
  const button = fold?.querySelector("summary");
  if (!button?.checkVisibility?.()) return;
  fold.open = false;
  button.focus();
}

/** A row that an address names is shown, whatever folds it away. */
function reveal() {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = row?.closest("details:not([open])");
  if (fold) { fold.open = true; row.scrollIntoView(); }
}

function enhance(form) {
  const table = document.getElementById(form.dataset.target);
  const status = form.closest(".filter-form").querySelector("[role=status]");
  if (!table) return;
  takeOver(form);
  status.dataset.all = status.textContent; // what is said of all rows, and stands there before the script
  const apply = (remember) => {
    const query = narrow(form, table, status);
    if (remember) history.pushState(null, "", query ? `?${query}` : location.pathname);
  };
  const follow = () => { choose(form, new URLSearchParams(location.search)); apply(false); };

  form.addEventListener("submit", (event) => { event.preventDefault(); apply(true); });
  form.addEventListener("change", () => { apply(true); close(form); });
  form.addEventListener("reset", () => setTimeout(() => apply(true)));
  addEventListener("popstate", follow);
  follow();
}

document.querySelectorAll("form[data-target]").forEach(enhance);
reveal();
addEventListener("hashchange", reveal);
