"""The grammar of Vietnamese time expressions: tokens → clauses → one schedule for the cell."""
