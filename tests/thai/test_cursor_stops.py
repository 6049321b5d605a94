"""Cursor stops: cluster boundaries, and word starts and ends as a reader sees them."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.thai import clusters, cursor_stops
from tests.support.thai_texts import texts

MOVEMENTS = [
    cursor_stops.snap,
    cursor_stops.before,
    cursor_stops.after,
    cursor_stops.word_before,
    cursor_stops.word_after,
    cursor_stops.word_end,
]
lines = texts.map(lambda text: text.replace("\n", "\t"))


def edges(line: str) -> list[int]:
    """Return all cluster boundaries."""
    return list(accumulate(map(len, clusters(line)), initial=0))


@given(lines, st.data())
def test_no_movement_ends_inside_a_cluster(line: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(line)))
    allowed = edges(line)
    for movement in MOVEMENTS:
        assert movement(line, at) in allowed, movement
    assert set(cursor_stops.word_around(line, at)) <= set(allowed)


@given(lines)
def test_left_and_right_move_by_cluster(line: str) -> None:
    allowed = edges(line)
    for here, there in pairwise(allowed):
        assert cursor_stops.after(line, here) == there
        assert cursor_stops.before(line, there) == here
        assert cursor_stops.snap(line, here) == here
        for inside in range(here + 1, there):
            assert (cursor_stops.before(line, inside), cursor_stops.after(line, inside)) == (here, there)
            assert cursor_stops.snap(line, inside) == there
    assert (cursor_stops.before(line, 0), cursor_stops.after(line, len(line))) == (0, len(line))


@given(lines)
def test_word_movements_have_same_stops_in_both_directions(line: str) -> None:
    forward, back = [0], [len(line)]
    while forward[-1] < len(line):
        forward.append(cursor_stops.word_after(line, forward[-1]))
        assert forward[-1] > forward[-2]
    while back[-1]:
        back.append(cursor_stops.word_before(line, back[-1]))
        assert back[-1] < back[-2]
    assert forward == back[::-1]


@given(lines)
def test_backspace_removes_at_most_a_cluster(line: str) -> None:
    rest = line
    while rest:
        to = cursor_stops.backspace_stop(rest, len(rest))
        assert cursor_stops.before(rest, len(rest)) <= to < len(rest)
        rest = rest[:to]


@given(lines, st.data())
def test_word_around_offset_contains_it(line: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(line)))
    start, end = cursor_stops.word_around(line, at)
    assert start <= at <= end
    assert (start < end) == bool(line)
    word = line[start:end]
    assert word.isspace() or word == word.strip()


@pytest.mark.parametrize(
    "words",
    [
        "จัดทำ|แผนผัง|แสดง|ขั้นตอน|/|ระยะเวลา |ให้บริการ",
        "ต่าง ๆ |และ |ต่างๆ |ผล",
        "อบต.|สอง |พ.ศ. |๒๕๖๗ |ก.พ. |นี้",
        "(|IIT|) |แบบ |1,000.5 |บาท|, |50|% |ใช่",
        "https|://|www|.|go|.|th|/|a|-|b",
        "cafe\u0301s |don't |👩\u200d💻👍🏽 |กับ",
        "1 |– |4 |ไตรมาส",
        "漢|字 |ก",
        "น้ำ|ทำ|กับ|ฤๅษี",
    ],
)
def test_word_starts(words: str) -> None:
    line = words.replace("|", "")
    stops = [0]
    while stops[-1] < len(line):
        stops.append(cursor_stops.word_after(line, stops[-1]))
    assert "|".join(line[start:end] for start, end in pairwise(stops)) == words


@pytest.mark.parametrize(
    ("line", "at", "around"),
    [
        ("ให้งาน ดี", 0, "ให้"),
        ("ให้งาน ดี", 2, "ให้"),
        ("ให้งาน ดี", 3, "งาน"),
        ("ให้งาน   ดี", 7, "   "),
        ("ต่าง ๆ นี้", 4, "ต่าง ๆ"),
        ("ต่าง ๆ นี้", 6, " "),
        ("ให้งาน", 6, "งาน"),
        ("  ดี", 0, "  "),
        ("ดี ", 3, " "),
        ("(IIT)", 2, "IIT"),
        ("", 0, ""),
    ],
)
def test_word_around_offset(line: str, at: int, around: str) -> None:
    start, end = cursor_stops.word_around(line, at)
    assert line[start:end] == around


@pytest.mark.parametrize(
    ("line", "left"),
    [
        *(("ที่", "ที"), ("น้ำ", "น้"), ("e\u0301", "e"), ("กา", "ก"), ("", "")),
        *(("👩\u200d💻", ""), ("ก🇹🇭", "ก"), ("❤\ufe0f", "")),
    ],
)
def test_backspace_removes_a_mark_or_a_whole_emoji(line: str, left: str) -> None:
    assert line[: cursor_stops.backspace_stop(line, len(line))] == left


@pytest.mark.parametrize(
    ("line", "at", "end"),
    [("ให้งาน ดี", 3, 6), ("ให้งาน ดี", 4, 6), ("ให้งาน ดี", 6, 9), ("ทำ  ", 2, 4), ("ดี", 2, 2)],
)
def test_word_end_is_before_spaces(line: str, at: int, end: int) -> None:
    assert cursor_stops.word_end(line, at) == end
