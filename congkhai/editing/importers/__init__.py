"""Importers: from the files people have (Word, Excel, web pages, text) to draft records for them to check."""
