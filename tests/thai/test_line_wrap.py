"""Wrapped lines: nothing lost, no line too wide, no forbidden sign at a line's ends, no cluster divided."""

import itertools

from hypothesis import example, given, settings
from hypothesis import strategies as st

from itatui.thai import break_points, cells, clusters, wrap, wrap_offsets
from tests.support.examples import share
from tests.support.thai_texts import NEVER_FIRST, NEVER_LAST, reference_texts, texts
from tests.support.wrap_faults import held

widths = st.integers(1, 45)


def soft_breaks(text: str, width: int) -> list[tuple[int, int]]:
    spans = wrap_offsets(text, width)
    return [(end, start) for (_, end), (start, _) in itertools.pairwise(spans) if "\n" not in text[end:start]]


@given(texts, widths)
@example("ab   ", 2)
@example("   ab", 2)
def test_only_newlines_and_spaces_at_soft_breaks_are_dropped(text: str, width: int) -> None:
    at = 0
    for start, end in wrap_offsets(text, width):
        gap = text[at:start]
        assert gap == "\n" or not gap.strip(" \t")
        at = end
    assert at == len(text)


@given(texts, widths)
def test_soft_break_has_no_space_beside_it(text: str, width: int) -> None:
    for end, start in soft_breaks(text, width):
        assert text[end - 1 : end] != " " or end == 0
        assert text[start : start + 1] != " " or len(clusters(text[start : start + 2])) == 1


@given(texts, widths)
def test_no_line_is_too_wide_unless_a_character_is(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert cells(line) <= width or len(clusters(line)) == 1


@given(texts, widths)
def test_wrapping_is_idempotent(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert wrap(line, width) == [line]


@given(texts, st.integers(2, 45))
def test_clusters_that_fit_a_line_are_not_divided(text: str, width: int) -> None:
    edges, at = {0}, 0
    for cluster in clusters(text):
        at += len(cluster)
        if cells(cluster) > width:
            edges.update(range(at - len(cluster), at))
        edges.add(at)
    for start, end in wrap_offsets(text, width):
        assert {start, end} <= edges


@given(texts, st.integers(12, 45))
def test_no_line_begins_or_ends_with_a_forbidden_sign(text: str, width: int) -> None:
    for end, start in soft_breaks(text, width):
        if start == len(text) or text[start] == "\n":
            continue
        if text[start] in NEVER_FIRST or (end and text[end - 1] in NEVER_LAST):
            # Allowed only if an unbreakable sequence is wider than the line.
            assert held(text, start) > width


@given(texts)
def test_break_points_are_sorted_inner_cluster_boundaries(text: str) -> None:
    points = break_points(text)
    assert points == sorted(set(points))
    assert all(0 < at < len(text) for at in points)
    at, edges = 0, set()
    for cluster in clusters(text):
        at += len(cluster)
        edges.add(at)
    assert edges.issuperset(points)


@given(st.sampled_from(reference_texts()), widths)
@settings(max_examples=share(60))
def test_reference_report_loses_nothing_at_any_width(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


def test_words_are_whole_and_ๆ_joins_its_word() -> None:
    assert wrap("ช่องทางต่าง ๆ ของหน่วยงาน", 10) == ["ช่องทาง", "ต่าง ๆ ของ", "หน่วยงาน"]
    assert wrap("เผยแพร่ ฯลฯ", 9) == ["เผย", "แพร่ ฯลฯ"]


def test_brackets_and_quotes_join_their_contents() -> None:
    assert wrap("ภายใน (Internal) หรือ", 10) == ["ภายใน", "(Internal)", "หรือ"]
    assert wrap("คำว่า “ประชาชน” นี้", 9) == ["คำว่า", "“ประชาชน”", "นี้"]


def test_signs_join_the_word_before_them_across_spaces() -> None:
    assert wrap("ร่วม ๆ", 4) == ["ร่ว", "ม ๆ"]
    assert wrap("1 – 4 !", 6) == ["1 –", "4 !"]


def test_space_with_a_mark_is_kept() -> None:
    assert wrap("ก ำข", 2) == ["ก", " ำ", "ข"]


def test_range_of_numbers_is_not_divided() -> None:
    assert wrap("ไตรมาส 1 – 4 นี้", 10) == ["ไตรมาส", "1 – 4 นี้"]


def test_abbreviation_is_not_divided() -> None:
    assert wrap("โดย อบต.และ ป.ป.ช.เขต", 8) == ["โดย อบต.", "และ", "ป.ป.ช.", "เขต"]


def test_compound_wider_than_line_is_divided_between_parts() -> None:
    assert wrap("องค์การบริหารส่วนตำบล", 13) == ["องค์การบริหาร", "ส่วนตำบล"]


def test_address_is_divided_after_signs() -> None:
    assert wrap("https://www.example.go.th/ita", 14) == ["https://www.", "example.go.th/", "ita"]


def test_newlines_and_spaces_inside_lines_are_kept() -> None:
    assert wrap("  ก  ข\n\nค ", 20) == ["  ก  ข", "", "ค "]
    assert wrap("", 5) == [""]
    assert wrap("\n", 5) == ["", ""]


def test_spaces_wider_than_line_are_a_soft_break() -> None:
    assert wrap("abc   ", 4) == ["abc", ""]


def test_cluster_wider_than_line_is_divided() -> None:
    assert wrap("ทำ", 1) == ["ท", "ำ"]
    assert wrap("เ漢", 1) == ["เ", "漢"]


def test_long_text_without_spaces_is_wrapped() -> None:
    for unit in ("ประชาชน", "ก", "ฃี้", "a", "ๆ"):
        text = unit * 2000
        assert "".join(wrap(text, 30)) == text
