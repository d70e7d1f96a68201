"""Vietnamese: the reading of administrative prose: times, agencies, citations, amounts, abbreviations, working days.

May know: foundation. Not records, not YAML: it takes text and gives values.
Gives: `schedule`, `responsibility`, `citation`, `quantity`, `abbreviation`, `workdays`.
"""
