"""Pages of deadlines: the agenda over all plans, months, days."""
