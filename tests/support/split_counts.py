"""Counts of split ำ that come back, over clean sentences of which every ำ was split."""

from collections.abc import Iterable
from typing import NamedTuple

from itatui.thai import repair_text
from itatui.thai.repair.suggestions import apply_suggestions, suggestions
from tests.support.typing_slips import split_sara_am


class SplitCounts(NamedTuple):
    """Numbers of ำ: all, joined automatically, joined with all suggestions; and of wrong letters, such as plain า."""

    total: int
    automatic: int
    restored: int
    wrong: int


def count_split(sentences: Iterable[str]) -> SplitCounts:
    """Split every ำ of the sentences, repair them, apply all suggestions, and count."""
    total = automatic = restored = wrong = 0
    for text in sentences:
        if "ำ" not in text:
            continue
        repaired, _count = repair_text(split_sara_am(text))
        after = apply_suggestions(repaired, suggestions(repaired))
        total += text.count("ำ")
        automatic += repaired.count("ำ")
        restored += after.count("ำ")
        left = after.replace(" า", "ำ").replace(" ", "")  # a split that is left is not lost
        wrong += sum(letter != meant for letter, meant in zip(left, text.replace(" ", ""), strict=True))
    return SplitCounts(total, automatic, restored, wrong)
