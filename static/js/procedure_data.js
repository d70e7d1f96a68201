/** What the scripts of a procedure's page need and the page does not bring along: their words and the calendar. */
let loading;

/** The data, fetched when they are first asked for. */
export function procedureData() {
  loading ??= fetch(document.querySelector("[data-procedure]").dataset.procedure).then((response) => response.json());
  return loading;
}
