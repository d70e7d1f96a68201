"""Pages of comparison: one kind of agency across plans, two plans side by side."""
