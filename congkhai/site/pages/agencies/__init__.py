"""Pages of agencies, groups and collectives."""
