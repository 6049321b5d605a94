"""The year on the screen: its tables, and the comparison with another year."""
