"""Replacements of Textual's input and output, at the level of bytes."""
