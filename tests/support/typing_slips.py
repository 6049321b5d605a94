"""Damage by PDFs and typing slips in clean text: a misplaced mark, a lost mark, a stray space, every ำ split."""

import random
import re
from collections.abc import Callable

from itatui.thai import break_points, repair_marks
from tests.support.thai_texts import divided, reference_texts

_MARK = "[ัิีึืุู็่้๊๋์]"
Damage = Callable[[str, random.Random], str]


def _at(pattern: str, text: str, chance: random.Random) -> int:
    return chance.choice([match.start() for match in re.finditer(pattern, text)])


def slipped_on(text: str, chance: random.Random) -> str:
    """Move a mark to the next letter: ได้มี becomes ไดม้ี."""
    at = _at(f"{_MARK}(?=[ก-ฮา])", text, chance)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def slipped_back(text: str, chance: random.Random) -> str:
    """Move a mark to the letter before its own."""
    at = _at(f"(?<=[ก-ฮ])[ก-ฮ](?={_MARK})", text, chance)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def lost(text: str, chance: random.Random) -> str:
    """Remove a mark."""
    at = _at(_MARK, text, chance)
    return text[:at] + text[at + 1 :]


def spaced(text: str, chance: random.Random) -> str:
    """Insert a space inside a word."""
    places = {match.start() for match in re.finditer("(?<=[ก-ฮะาำ])[ก-ฮ]", text)}
    at = chance.choice(sorted(places - set(break_points(text))))
    return f"{text[:at]} {text[at:]}"


def split_sara_am(text: str) -> str:
    """Split every ำ as Word's PDFs do: ดำเนินการ becomes ด าเนินการ."""
    return text.replace("ำ", " า")


def damaged_pairs(damage: Damage, count: int) -> list[tuple[str, str]]:
    """Return `count` pairs of a text, damaged and automatically repaired, and the clean original."""
    chance = random.Random(2567)
    clean = [text for text in reference_texts() if len(text) > 60]
    clean += ["".join(line) for name in ("gold.txt", "sentences.txt") for line in divided(name)]
    texts = [chance.choice(clean) for _ in range(count)]
    return [(repair_marks(damage(text, chance))[0], text) for text in texts]
