"""Grapheme clusters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import clusters
from tests.support.thai_texts import MARKS, texts


@given(texts | st.text())
def test_joined_clusters_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


@given(texts)
def test_marks_and_sara_am_join_the_character_before(text: str) -> None:
    for before, cluster in zip(clusters(text), clusters(text)[1:], strict=False):
        assert cluster[0] not in [*MARKS, "ำ"] or before == "\n"


@pytest.mark.parametrize(
    "expected",
    [
        ["ที่"],
        ["น้ำ", "ใ", "จ"],
        ["เ", "พื่", "อ"],
        ["เ", "พ่ื", "อ"],
        ["ก", "า", "ร"],
        ["e\u0301", "a"],
        ["👩\u200d💻", "ก"],
        ["❤\ufe0f", "ก"],
        ["👍🏽", "🇹🇭", "🇱🇦"],
        ["ก", "\r\n", "ข"],
        ["ก", "\n", "่", "ข"],
        ["漢\u0e49", "字"],
        [],
    ],
)
def test_cluster_boundaries(expected: list[str]) -> None:
    assert clusters("".join(expected)) == expected
