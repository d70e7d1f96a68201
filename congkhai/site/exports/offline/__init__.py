"""The site for offices without a network: opened from a disk or a stick, search included, its age on every page."""
