"""The register in the terms of its users: fiscal years, quarters, tracks, measures, meetings, and their changes.

Immutable values and pure functions: nothing here reads a file, a terminal or a setting. Values are named tuples
because importing `dataclasses` would add a fifth to the start of every command.
"""
