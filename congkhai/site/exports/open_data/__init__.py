"""Data sets as files: tables for people, lines for programs, a database for questions, and their descriptions."""
