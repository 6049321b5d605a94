"""Completion scripts and man pages, written to `share/` to be installed with the wheel."""
