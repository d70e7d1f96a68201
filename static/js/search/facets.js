// Facets of what was found, with counts, and the order of deadlines; loaded when a list is filtered, sorted or counted.

/** A table of facets and deadlines: {filtered, counted, byDeadline}; throws if the file is broken. */
export function unpackFacets({ facets, deadlines }, count) {
  const unpacked = Object.entries(facets).map(([facet, values]) =>
    [facet, values.map(([value, runs]) => [value, docsOf(runs, count)])]);
  const table = { facets: new Map(unpacked), due: new Map(deadlines) };
  return {
    filtered: (ranked, filters) => filtered(ranked, table, filters),
    counted: (ranked, filters) => counted(ranked, table, filters),
    byDeadline: (a, b) => byDeadline(table, a, b),
  };
}

function docsOf(runs, count) {
  const docs = [];
  for (let index = 0, doc = 0; index < runs.length; index += 2) {
    doc += runs[index];
    if (doc + runs[index + 1] >= count) throw new RangeError("facet names documents that are not there");
    for (let left = runs[index + 1]; left >= 0; left--) docs.push(doc++);
  }
  return docs;
}

/** The ranked documents that have one of the wanted values of each facet. */
function filtered(ranked, table, filters) {
  return Object.entries(filters).filter(([, wanted]) => wanted.length).reduce((kept, [facet, wanted]) => {
    const values = (table.facets.get(facet) ?? []).filter(([value]) => [wanted].flat().includes(value));
    const allowed = new Set(values.flatMap(([, docs]) => docs));
    return kept.filter(({ doc }) => allowed.has(doc));
  }, ranked);
}

/** Counts of each value among what was found, a facet's own filter left out. */
function counted(ranked, table, filters) {
  return Object.fromEntries(Array.from(table.facets, ([facet, values]) => {
    const others = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== facet));
    const found = new Set(filtered(ranked, table, others).map(({ doc }) => doc));
    const counts = values.map(([value, docs]) => ({ value, count: docs.filter((doc) => found.has(doc)).length }));
    return [facet, counts.filter(({ count }) => count)];
  }));
}

/** The order of deadlines, the next one first; pages without one come last, the better ones first. */
function byDeadline(table, a, b) {
  const first = table.due.get(a.doc) ?? "9999", second = table.due.get(b.doc) ?? "9999";
  return first < second ? -1 : first > second ? 1 : b.score - a.score;
}
