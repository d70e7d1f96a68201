"""What follows from dates: whether disclosure was on time, and the indicators of Decision 766/QĐ-TTg."""
