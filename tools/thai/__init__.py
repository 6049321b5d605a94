"""Measurements of the Thai line breaker: `python -m tools.thai`."""
