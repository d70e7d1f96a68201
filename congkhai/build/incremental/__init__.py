"""Builds that follow from the last one: what was read is traced, what is unchanged is kept, the rest is rebuilt."""
