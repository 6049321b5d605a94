"""Compiled patterns and modules that a start of the screen leaves to the next, in the user's cache folder."""
