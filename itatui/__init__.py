"""itatui: a Thai state agency's register of integrity measures, in a terminal.

This module owns the version and nothing else; importing it does no work.
"""

__version__ = "0.2.0"
