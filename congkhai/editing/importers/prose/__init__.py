"""Prose that says who does what: parts, actors and their duties, labels, and what each sentence tells."""
