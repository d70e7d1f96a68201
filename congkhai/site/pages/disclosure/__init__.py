"""Pages on whether disclosure was on time, and on the indicators."""
