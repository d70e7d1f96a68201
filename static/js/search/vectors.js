// Words and pages as vectors: a query in words of life lies near the page that answers it, whatever words that has.

const NOUGHT = 101; // "e"

/** What of some syllables has a vector: each, and each two that follow each other. */
const features = (keys) => new Set(keys.flatMap((key, place) => (place ? [key, `${keys[place - 1]} ${key}`] : [key])));

/** Where a query points, of length 1, as far as the vectors of its features are known; null if none is. */
export function direction(keys, known) {
  const found = [...features(keys)].flatMap((feature) => known.get(feature) ?? []);
  if (!found.length) return null;
  const sum = Array.from(found[0], (_, at) => found.reduce((total, letters) => total + letters.charCodeAt(at) - NOUGHT, 0));
  const length = Math.hypot(...sum) || 1;
  return sum.map((part) => part / length);
}

/** How far each row of letters lies in a direction. */
export function along(towards, letters) {
  return Array.from({ length: letters.length / towards.length }, (_, row) =>
    towards.reduce((sum, part, at) => sum + part * (letters.charCodeAt(row * towards.length + at) - NOUGHT), 0));
}
