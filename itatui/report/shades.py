"""The signs of the heat map, apart from the overview: the screen tells them in colour, whatever table it shows."""

SHADES = "░▒▓█"
"""From nothing done to everything done."""
ASCII_SHADES = ".-=#"
