// An event of life that a query names and asks of nothing else ("sinh con cần làm gì") stands before its procedures.

import { words } from "./search_words.js";

/** The answers to a query, an event of life first if the query says its name and beside it only asks. */
export function eventFirst(query, results, said) {
  const asks = new Set(words(said("search.event.asked"))), typed = ` ${words(query).join(" ")} `;
  const isNamed = (title) => {
    const [before, behind] = typed.split(` ${words(title).join(" ")} `);
    return behind !== undefined && words(`${before} ${behind}`).every((word) => asks.has(word));
  };
  const event = results.find(({ kind, title }) => kind === "life_event" && isNamed(title));
  return event ? [event, ...results.filter((one) => one !== event)] : results;
}
