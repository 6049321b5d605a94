"""itatui: a Thai state agency's register of integrity measures, in a terminal.

Holds only the version; importing it does no work.
"""

__version__ = "0.2.0"
