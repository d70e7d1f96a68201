"""Sources: one room a file format, each turning a file into the same blocks of paragraphs and tables."""
