"""Pages of plans and their tasks: the annex, rows, filters, matrix, timeline, states."""
