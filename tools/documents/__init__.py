"""Measure exported documents: `python -m tools.documents`."""
