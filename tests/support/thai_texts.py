"""Texts for the Thai tests: Hypothesis strategies, and lines segmented into words by hand."""

import re
from pathlib import Path

from hypothesis import strategies as st

from tests.reference import reference

HERE = Path(__file__).parents[1] / "thai"
MARKS = [chr(code) for code in (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))]
NEVER_FIRST = frozenset([*MARKS, *"ะาำๅๆฯ๚๛)]}»”’,.:;!?%…"])
NEVER_LAST = frozenset("เแโใไ([{«“‘")

_consonant = st.sampled_from([chr(code) for code in range(0x0E01, 0x0E2F)])
_cluster = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["", "", "", *"เแโใไ"]),
    _consonant,
    st.sampled_from(["", "", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ั", "็"]),
    st.sampled_from(["", "", "่", "้", "๊", "๋", "์"]),
    st.sampled_from(["", "", "", "า", "ะ", "ำ", "ๆ", "ฯ"]),
)
_WORDS = "การ ประชาชน หน่วยงาน โปร่งใส เผยแพร่ องค์การบริหารส่วนตำบล อบต. พ.ศ. ต่างๆ ฯลฯ ทำ น้ำ แผนผัง/ระยะเวลา ให้ และ"
_word = st.sampled_from(re.split(" ", _WORDS))
_foreign = st.sampled_from(
    [
        "ITA",
        "(IIT)",
        "2567",
        "๒๕๖๗",
        "1 – 4",
        "https://www.example.go.th/a/b-c?d=1",
        "“คำ”",
        "[x]",
        "50%",
        "1,000.5",
    ]
)
_gap = st.sampled_from(["", "", "", " ", " ", "  ", " ๆ ", "\n", " / ", " - ", ", ", ": "])

thai_texts = st.lists(st.one_of(_word, _word, _cluster, _foreign, _gap), max_size=40).map("".join)
"""Plausible text: words, random syllables, numbers, abbreviations, brackets, spaces."""

raw_texts = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0E00, max_codepoint=0x0E7F),
        st.sampled_from(" \n()“”%.,-–/'\"aZ0é漢字한é\u0301\u200b\u200d\ufe0f👍🏽🇹🇭👩❤กขาำเๆ"),
        st.characters(min_codepoint=0x20, exclude_categories=("Cs", "Cc")),
    ),
    max_size=60,
)
"""Random characters."""

texts = st.one_of(thai_texts, raw_texts)


def divided(name: str) -> list[list[str]]:
    """Return the lines of a file, each segmented into words by hand."""
    return [line.split("|") for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line]


def reference_texts() -> list[str]:
    """Return all texts of the reference report."""
    found: list[str] = []
    waiting: list[object] = [reference()]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return found
