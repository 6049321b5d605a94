"""The Thai catalogue: `python -m tools.locale`."""
