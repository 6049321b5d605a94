"""Lines: nothing lost, nothing too wide, no sign where it must not stand, no cluster cut."""

import itertools

from hypothesis import example, given, settings
from hypothesis import strategies as st

from itatui.thai import break_points, cells, clusters, wrap, wrap_offsets
from tests.support.thai_texts import NEVER_FIRST, NEVER_LAST, reference_texts, texts
from tests.support.wrap_faults import held

widths = st.integers(1, 45)


def soft_breaks(text: str, width: int) -> list[tuple[int, int]]:
    spans = wrap_offsets(text, width)
    return [(end, start) for (_, end), (start, _) in itertools.pairwise(spans) if "\n" not in text[end:start]]


def widest(unit: str) -> int:
    return max(map(cells, clusters(unit)), default=0)


@given(texts, widths)
@example("ab   ", 2)
@example("   ab", 2)
def test_only_spaces_at_soft_breaks_and_newlines_are_left_out(text: str, width: int) -> None:
    at = 0
    for start, end in wrap_offsets(text, width):
        gap = text[at:start]
        assert gap == "\n" or not gap.strip(" \t")
        at = end
    assert at == len(text)


@given(texts, widths)
def test_a_soft_break_has_no_space_beside_it(text: str, width: int) -> None:
    for end, start in soft_breaks(text, width):
        assert text[end - 1 : end] != " " or end == 0
        assert text[start : start + 1] != " " or len(clusters(text[start : start + 2])) == 1


@given(texts, widths)
def test_no_line_is_too_wide_unless_one_character_is(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert cells(line) <= width or len(clusters(line)) == 1


@given(texts, widths)
def test_a_line_wrapped_again_is_itself(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert wrap(line, width) == [line]


@given(texts, st.integers(2, 45))
def test_no_cluster_is_cut_that_fits_a_line(text: str, width: int) -> None:
    edges, at = {0}, 0
    for cluster in clusters(text):
        at += len(cluster)
        if cells(cluster) > width:
            edges.update(range(at - len(cluster), at))
        edges.add(at)
    for start, end in wrap_offsets(text, width):
        assert {start, end} <= edges


@given(texts, st.integers(12, 45))
def test_no_line_begins_or_ends_with_what_must_not_stand_there(text: str, width: int) -> None:
    for end, start in soft_breaks(text, width):
        if start == len(text) or text[start] == "\n":
            continue
        if text[start] in NEVER_FIRST or (end and text[end - 1] in NEVER_LAST):
            # Only where signs that hold each other fill more than a line.
            assert held(text, start) > width


@given(texts)
def test_break_points_are_the_places_where_lines_may_begin(text: str) -> None:
    points = break_points(text)
    assert points == sorted(set(points))
    assert all(0 < at < len(text) for at in points)
    at, edges = 0, set()
    for cluster in clusters(text):
        at += len(cluster)
        edges.add(at)
    assert edges.issuperset(points)


@given(st.sampled_from(reference_texts()), widths)
@settings(max_examples=60)
def test_the_reference_report_survives_every_width(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


def test_words_stay_whole_and_ๆ_with_its_word() -> None:
    assert wrap("ช่องทางต่าง ๆ ของหน่วยงาน", 10) == ["ช่องทาง", "ต่าง ๆ ของ", "หน่วยงาน"]
    assert wrap("เผยแพร่ ฯลฯ", 9) == ["เผย", "แพร่ ฯลฯ"]


def test_brackets_and_quotes_hold_what_they_enclose() -> None:
    assert wrap("ภายใน (Internal) หรือ", 10) == ["ภายใน", "(Internal)", "หรือ"]
    assert wrap("คำว่า “ประชาชน” นี้", 9) == ["คำว่า", "“ประชาชน”", "นี้"]


def test_a_sign_stays_with_what_it_follows_over_spaces_on_the_narrowest_line() -> None:
    assert wrap("ร่วม ๆ", 4) == ["ร่ว", "ม ๆ"]
    assert wrap("1 – 4 !", 6) == ["1 –", "4 !"]


def test_a_space_that_carries_a_mark_is_not_dropped() -> None:
    assert wrap("ก ำข", 2) == ["ก", " ำ", "ข"]


def test_a_range_of_numbers_is_one_thing() -> None:
    assert wrap("ไตรมาส 1 – 4 นี้", 10) == ["ไตรมาส", "1 – 4 นี้"]


def test_an_abbreviation_is_one_word() -> None:
    assert wrap("โดย อบต.และ ป.ป.ช.เขต", 8) == ["โดย อบต.", "และ", "ป.ป.ช.", "เขต"]


def test_a_compound_wider_than_the_line_is_divided_between_its_parts() -> None:
    assert wrap("องค์การบริหารส่วนตำบล", 13) == ["องค์การบริหาร", "ส่วนตำบล"]


def test_an_address_is_divided_after_its_signs() -> None:
    assert wrap("https://www.example.go.th/ita", 14) == ["https://www.", "example.go.th/", "ita"]


def test_newlines_and_spaces_that_are_no_soft_breaks_stay() -> None:
    assert wrap("  ก  ข\n\nค ", 20) == ["  ก  ข", "", "ค "]
    assert wrap("", 5) == [""]
    assert wrap("\n", 5) == ["", ""]


def test_spaces_that_fit_no_line_are_a_soft_break() -> None:
    assert wrap("abc   ", 4) == ["abc", ""]


def test_a_cluster_wider_than_the_line_is_cut() -> None:
    assert wrap("ทำ", 1) == ["ท", "ำ"]
    assert wrap("เ漢", 1) == ["เ", "漢"]


def test_a_text_without_spaces_of_any_length_is_laid_out() -> None:
    for unit in ("ประชาชน", "ก", "ฃี้", "a", "ๆ"):
        text = unit * 2000
        assert "".join(wrap(text, 30)) == text
