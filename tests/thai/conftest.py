"""Hypothesis settings for the Thai tests: no deadlines, so that a loaded machine changes no result."""

from hypothesis import settings

settings.register_profile("thai", deadline=None)
settings.load_profile("thai")
