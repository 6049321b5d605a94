"""Maintenance of the Thai catalogue: `python -m tools.locale`."""
