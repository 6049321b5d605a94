"""The terminal behind standard output: its abilities, and the number of cells it gives ำ."""
