"""Editing: what editors do to records: import a document, begin a new record, bring a file into house form, explain.

May know: records, knowledge, schemas. Not pages, not builds, not commands.
Gives: `importing`, `importers`, `scaffold`, `house_form`, `explanation`.
"""
