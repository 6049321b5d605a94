"""Characters of a PDF that lie across a border of a table or outside the margins."""

import io
from typing import Any

MARGIN = 20.0
"""Points from the edge of a page that stay empty: page number and draft mark are nearer than the text."""
_TOLERANCE = 0.5
"""Points by which a letter may overlap a border."""


def crossing(data: bytes) -> list[str]:
    """Return the characters that cross, with their pages (from 1)."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as file:
        return [found for page in file.pages for found in _crossing_on(page)]


def _crossing_on(page: Any) -> list[str]:
    frames = [(each["x0"], each["x1"], each["top"], each["bottom"]) for each in page.rects]
    found = []
    for letter in page.chars:
        if not letter["text"].strip():
            continue
        left, right, middle = letter["x0"], letter["x1"], (letter["top"] + letter["bottom"]) / 2
        outside = left < MARGIN or right > page.width - MARGIN or not MARGIN / 2 < middle < page.height - MARGIN / 2
        for begin, end, top, bottom in frames:
            if top <= middle <= bottom:
                outside |= any(left + _TOLERANCE < edge < right - _TOLERANCE for edge in (begin, end))
        if outside:
            found.append(f"{letter['text']} on page {page.page_number}")
    return found
