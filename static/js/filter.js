/**
 * Narrows a long table at once by the fields of its filter form. The state is the address, so that it can be
 * shared; without the script the links beside the form lead to pages that are narrowed already.
 */

const GROUPS = "tbody";

/** Whether a row carries each chosen value among its words for that field. */
function fits(row, chosen) {
  return chosen.every(([name, value]) => (row.getAttribute(`data-${name}`) ?? "").split(" ").includes(value));
}

function narrow(form, table, status) {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  const rows = [...table.querySelectorAll("tr[id]")];
  for (const row of rows) row.hidden = !fits(row, chosen);
  for (const group of table.querySelectorAll(GROUPS)) {
    const own = [...group.querySelectorAll("tr[id]")];
    group.hidden = chosen.length > 0 && !own.some((row) => !row.hidden);
  }
  const shown = rows.filter((row) => !row.hidden).length;
  status.textContent = chosen.length
    ? status.dataset.words.replace("{shown}", shown).replace("{total}", rows.length) : "";
  return new URLSearchParams(chosen).toString();
}

function choose(form, address) {
  for (const field of form.querySelectorAll("select")) field.value = address.get(field.name) ?? "";
}

function enhance(form) {
  const table = document.getElementById(form.dataset.target);
  const status = form.parentElement.querySelector("[role=status]");
  if (!table) return;
  const apply = (remember) => {
    const query = narrow(form, table, status);
    if (remember) history.pushState(null, "", query ? `?${query}` : location.pathname);
  };
  const follow = () => { choose(form, new URLSearchParams(location.search)); apply(false); };

  form.addEventListener("submit", (event) => { event.preventDefault(); apply(true); });
  form.addEventListener("change", () => apply(true));
  addEventListener("popstate", follow);
  follow();
}

document.querySelectorAll("form[data-target]").forEach(enhance);
