"""Pages of procedures: the answer, its parts, lists by six respects, announcing decisions, the calculator."""
