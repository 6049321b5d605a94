"""Measurements of the Thai line breaker and repair: `python -m tools.thai`."""
