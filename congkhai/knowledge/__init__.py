"""Knowledge: what follows from all records together: who, by when, by which law, on time or not, at which address.

May know: records and everything below. Not pages, not HTML, not files.
Gives: `library` (all records by id), `urls`, `derived` and `plans`, `procedures`, `documents`, `disclosure`.
"""
