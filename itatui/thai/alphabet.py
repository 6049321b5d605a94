"""The classes of characters that Thai typesetting turns on; no functions, and nothing that reads a file."""

MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Vowels and signs above and below a base, as a regex class: no cell of their own (Unicode: Mn)."""

LEADING = "เแโใไ"
"""Vowels written before the consonant they are spoken after: a line must not end with one."""

FOLLOWING = "ะาำๅฯๆ"
"""Vowels and signs written after a base: a line must not begin with one."""

LETTERS = "ก-ฮะาำฤฦเ-ๆฯ" + MARKS
"""Everything that Thai words are spelled with, as a regex class; Thai digits are not in it."""

DIGITS = "0-9๐-๙"
"""Arabic and Thai digits, as a regex class."""

OPENING = "([{«“‘"
"""Brackets and quotes that a line must not end with."""

CLOSING = ")]}»”’,.:;!?%…๚๛"
"""Punctuation that a line must not begin with."""
