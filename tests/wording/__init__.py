"""Wording: sentences about domain values."""
