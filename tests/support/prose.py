"""Prose as a person types it, by a seed: words of the shipped list, and Latin words."""

import random

from itatui.thai.build_dictionary import general_words
from itatui.thai.dictionary import spelling

LATIN = "open data report of the unit for 2567 and all 4 quarters, see page 12 [draft] why? no yes sum"
THAI_SPACE = 0.2
"""Share of Thai words that are followed by a space."""


def prose(seed: int, count: int, *, thai: bool) -> str:
    """Return so many words, Thai or Latin."""
    chosen = random.Random(seed)
    if not thai:
        return " ".join(chosen.choices(LATIN.split(), k=count))
    words = chosen.choices(sorted(general_words(spelling())), k=count)
    return "".join(word + (" " if chosen.random() < THAI_SPACE else "") for word in words)
