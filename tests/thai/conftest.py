"""Hypothesis settings for the Thai tests: no deadlines, so that a loaded machine changes no result."""

from tests.support import examples

examples.load()
