"""The terminal behind standard output: what it can show, and how it draws ำ."""
