"""The printed table equals the reference report at every width, with line breaks between words."""

import re
from datetime import date
from pathlib import Path

import pytest

from itatui.report.build import build
from itatui.report.formats.plain_text import lines
from itatui.report.model import Report
from itatui.thai import cells
from tests.reference import reference, register
from tests.support.golden import check_golden
from tests.support.printed_table import breaks_inside_words, column_text, read, squeeze

HERE = Path(__file__).parent
WIDTHS = (60, 80, 100, 120, 160, 200)


def reference_report() -> Report:
    return build(register(), today=date(2024, 9, 30))


def expected_columns() -> list[str]:
    """Return the text of each column of the reference, heading included, without spaces."""
    expected = reference()
    columns = [[expected["columns"][name]] for name in ("track", "measures", "results", "responsible", "outcome")]
    for track in expected["tracks"]:
        columns[0].append(track["label"])
        columns[1].extend(f"{number}.{text}" for number, text in enumerate(track["measures"], 1))
        columns[2].extend(f"-{bullet['text']}" for bullet in track["results"])
        columns[3].extend((track["responsible_text"], track["period_text"]))
        columns[4].append(track["outcome"])
    return [squeeze(column_text) for column_text in columns]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_character_is_in_its_column(width: int) -> None:
    printed = read(lines(reference_report(), width))
    assert [column_text(printed, at) for at in range(5)] == expected_columns()
    assert squeeze(printed.above) == squeeze([reference()["title"], reference()["subtitle"]])
    assert printed.below == []


@pytest.mark.parametrize("width", [20, 24, 32, 40, 59])
def test_every_text_is_in_the_boxes(width: int) -> None:
    printed = read_text(lines(reference_report(), width))
    expected = reference()
    texts = [expected["title"], expected["subtitle"]]
    for track in expected["tracks"]:
        texts += [track["label"], track["outcome"], track["responsible_text"] + track["period_text"]]
        texts += [f"{number}.{text}" for number, text in enumerate(track["measures"], 1)]
        texts += [f"-{bullet['text']}" for bullet in track["results"]]
    assert [text for text in texts if squeeze(text) not in printed] == []


def read_text(printed: list[str]) -> str:
    return re.sub("[│┌├╞└─═┐┤╡┘]", "", squeeze(printed))


@pytest.mark.parametrize("width", [*WIDTHS, *range(20, 60, 7), 61, 79, 99, 101, 137])
def test_lines_have_the_given_width(width: int) -> None:
    assert {cells(line) for line in lines(reference_report(), width)} == {width}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_begins_with_a_mark(width: int) -> None:
    printed = read(lines(reference_report(), width))
    starts = [line.strip() for row in printed.rows for cell in row for line in cell]
    assert not [line for line in starts if re.match("[\u0e30-\u0e3a\u0e45-\u0e4e]", line)]


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_end_between_words(width: int) -> None:
    printed = read(lines(reference_report(), width))
    texts = [printed.above, *(cell for row in printed.rows for cell in row)]
    gold = (HERE / "words_gold.txt").read_text("utf-8").splitlines()
    inside_count, total = breaks_inside_words(texts, gold)
    assert total > 60
    assert inside_count <= 0.02 * total


@pytest.mark.parametrize("width", [40, 60, 80, 120, 160, 200])
def test_printed_report_equals_the_golden_file(width: int) -> None:
    check_golden(HERE / "golden" / f"{width}.txt", "\n".join(lines(reference_report(), width)) + "\n")


def test_thai_digits_replace_all_arabic_digits() -> None:
    printed = lines(reference_report(), 120, thai_digits=True)
    assert not [line for line in printed if re.search("[0-9]", line)]
    assert "ปีงบประมาณ ๒๕๖๗" in " ".join(printed)
    assert [len(line) for line in printed] == [len(line) for line in lines(reference_report(), 120)]


def test_ascii_changes_the_borders_only() -> None:
    plain = lines(reference_report(), 120, ascii=True)
    assert read(plain) == read(lines(reference_report(), 120))
    assert not [line for line in plain if re.search("[\u2500-\u257f]", line)]


def test_narrower_widths_print_the_narrowest_page() -> None:
    assert lines(reference_report(), 5) == lines(reference_report(), 20)
