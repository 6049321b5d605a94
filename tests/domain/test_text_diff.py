"""Differences of texts: the parts give both texts, and meet between words."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from itatui.domain.text_diff import GONE, NEW, SAME, DiffPart, close_up, marked, text_difference
from itatui.thai import clusters
from tests.support.samples import reference

WORDS = [
    "จัดทำ",
    "แผนผัง",
    "ขั้นตอน",
    " ",
    "  ",
    "\n",
    "ประชาชน",
    "ที่",
    "IIT-2",
    "(5 ครั้ง)",
    "น้ำ",
    "ๆ",
    "e\u0301",
    "👩\u200d🏫",
]
texts = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
anything = st.text(max_size=30)


def only(parts: tuple[DiffPart, ...], kind: str) -> str:
    """Return the text before (`GONE`) or after (`NEW`) the change."""
    return "".join(piece.text for piece in parts if piece.kind in (SAME, kind))


@given(texts | anything, texts | anything)
@example("a\u200d b", "a\u200d c")
@example("\r\n", "\n")
def test_the_parts_give_both_texts(before: str, after: str) -> None:
    parts = text_difference(before, after)
    assert (only(parts, GONE), only(parts, NEW)) == (before, after)
    assert all(piece.text for piece in parts)
    assert all(one.kind != other.kind for one, other in pairwise(parts))
    for text, kind in ((before, GONE), (after, NEW)):
        ends = accumulate(len(piece.text) for piece in parts if piece.kind in (SAME, kind))
        assert set(ends) <= {0, *accumulate(map(len, clusters(text)))}


@given(texts)
def test_equal_texts_are_a_single_part(text: str) -> None:
    assert text_difference(text, text) == ((DiffPart(SAME, text),) if text else ())


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("จัดทำแผนผังขั้นตอน", "จัดทำคู่มือขั้นตอน", "จัดทำ[-แผนผัง-]{+คู่มือ+}ขั้นตอน"),
        ("จัดอบรมแล้ว", "จัดอบรมบุคลากรแล้ว", "จัดอบรม{+บุคลากร+}แล้ว"),
        ("อบรม 2 ครั้ง", "อบรม 3 ครั้ง", "อบรม [-2-]{+3+} ครั้ง"),
        ("one two three", "one four five three", "one [-two-]{+four five+} three"),
        ("one two", "four five", "[-one two-]{+four five+}"),
        ("", "ใหม่", "{+ใหม่+}"),
        ("เก่า", "", "[-เก่า-]"),
        ("หนึ่ง\nสอง", "หนึ่ง\nสาม", "หนึ่ง\n[-สอง-]{+สาม+}"),
    ],
)
def test_changed_words_are_marked(before: str, after: str, said: str) -> None:
    assert marked(text_difference(before, after)) == said


def test_close_up_keeps_the_change_and_its_context() -> None:
    text = reference().measures[1].activity
    parts = text_difference(f"{text}เก่า{text}", f"{text}ใหม่{text}")
    near = close_up(parts, 20)
    assert [piece for piece in near if piece.kind != SAME] == [piece for piece in parts if piece.kind != SAME]
    first, last = near[0].text, near[-1].text
    assert first.startswith("…") and text.endswith(first[1:]) and 0 < len(first) <= 21
    assert last.endswith("…") and text.startswith(last[:-1]) and 0 < len(last) <= 21


@given(texts, texts, st.integers(0, 20))
def test_close_up_keeps_every_change(before: str, after: str, around: int) -> None:
    parts = text_difference(before, after)
    near = close_up(parts, around)
    assert [p for p in near if p.kind != SAME] == [p for p in parts if p.kind != SAME]
    assert all(len(short.text) <= len(piece.text) for short, piece in zip(near, parts, strict=True))


def test_long_dissimilar_texts_count_as_rewritten() -> None:
    before, after = " ".join(map(str, range(3000))), " ".join(map(str, range(3000, 9000)))
    assert text_difference(before, after) == (DiffPart(GONE, before), DiffPart(NEW, after))
