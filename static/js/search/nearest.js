// For a word that no page has the nearest ones that some page has; loaded when a query has one.

/** Queries like this one in which each unknown word is one that pages have: the likeliest first, three at most. */
export function nearest(typed, { lexicon, knowledge, written }) {
  const choices = typed.map(({ key, form }) =>
    lexicon.has(key) || knowledge.has(key) ? [written({ key, form })] : near(key, lexicon).slice(0, 3));
  if (!choices.some((some) => some.length)) return [];
  const spelled = (number) => choices.flatMap((some) => some[number] ?? some[0] ?? []).join(" ");
  const asked = typed.map(written).join(" ");
  return [...new Set([0, 1, 2].map(spelled))].filter((query) => query && query !== asked);
}

function near(key, lexicon) {
  if (key.length > 24) return [];
  const most = key.length < 4 ? 1 : key.length < 8 ? 2 : 3;
  return lexicon.words
    .filter((word) => Math.abs(word.length - key.length) <= most && lexicon.frequency(word) > 0)
    .map((word) => ({ word, slips: distance(key, word) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || lexicon.frequency(b.word) - lexicon.frequency(a.word))
    .map(({ word }) => word);
}

/** How many letters must be put in, taken out, changed or swapped. */
function distance(from, to) {
  let last = [], row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) next[j] = Math.min(next[j], last[j - 2] + 1);
    }
    last = row;
    row = next;
  }
  return row[to.length];
}
