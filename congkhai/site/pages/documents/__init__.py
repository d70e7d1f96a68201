"""Pages of documents, and what is said of those that have expired."""
