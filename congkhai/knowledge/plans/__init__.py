"""What follows from plans: who does what, by when, and how well it is done."""
