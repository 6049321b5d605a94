"""Sentences about domain values, in the user's language."""
