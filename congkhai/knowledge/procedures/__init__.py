"""What follows from procedures: cards, times and fees as amounts, who handles them, what is missing."""
