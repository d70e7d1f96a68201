"""Tables: what the columns of a table mean, what its rows are, and the tree they make."""
