// What a list of answers is asked for, as it stands in the address: ?q=…&f.kind=task&sx=han&trang=2

const PER_PAGE = 10;

/** Reads {query, filters: {facet: [values]}, sort, page} from the parameters of an address. */
export function asked(address) {
  const filters = {};
  for (const [name, value] of address) {
    if (name.startsWith("f.")) (filters[name.slice(2)] ??= []).push(value);
  }
  const page = Math.max(1, Number.parseInt(address.get("trang") ?? "1", 10) || 1);
  return { query: address.get("q") ?? "", filters, sort: address.get("sx") === "han" ? "deadline" : "relevance", page };
}

/** The address of a list, with some of what is asked for changed; a changed list begins at its first page. */
export function addressOf(state, change = {}) {
  const { query, filters, sort, page } = { ...state, page: 1, ...change };
  const address = new URLSearchParams({ q: query });
  for (const [name, values] of Object.entries(filters)) {
    for (const value of values) address.append(`f.${name}`, value);
  }
  if (sort === "deadline") address.set("sx", "han");
  if (page > 1) address.set("trang", page);
  return `?${address}`;
}

/** The number of the last page of a list. */
export const lastPage = (places) => Math.max(1, Math.ceil(places / PER_PAGE));

/** What an engine is asked for a list. */
export const optionsOf = ({ filters, sort, page }) => ({ limit: PER_PAGE, offset: (page - 1) * PER_PAGE, filters, sort });
