"""What follows from citations: which records stand on which documents, and which of those have expired."""
