"""The register as its people speak of it: years, quarters, tracks, measures, and changes to them.

Frozen values and pure functions only: nothing here reads a file, a clock, a terminal or a setting. The values
are named tuples and not dataclasses because every command makes them at once, ten thousand of them for a large
register, and `dataclasses` alone would add a fifth to the time a command takes to start.
"""
