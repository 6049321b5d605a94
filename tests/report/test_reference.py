"""The table says what the reference report says, all of it, at every width, on lines that end between words."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from itatui.report.build import build
from itatui.report.formats.terminal import lines
from itatui.report.model import Report
from itatui.thai import cells
from tests.reference import reference, register
from tests.support.printed import breaks_inside_words, column, read, squeezed

HERE = Path(__file__).parent
WIDTHS = (60, 80, 100, 120, 160, 200)


def the_report() -> Report:
    return build(register(), today=date(2024, 9, 30))


def told_columns() -> list[str]:
    """Each column of the reference from its heading down, without spaces."""
    told = reference()
    columns = [[told["columns"][name]] for name in ("track", "measures", "results", "responsible", "outcome")]
    for track in told["tracks"]:
        columns[0].append(track["label"])
        columns[1].extend(f"{number}.{text}" for number, text in enumerate(track["measures"], 1))
        columns[2].extend(f"-{bullet['text']}" for bullet in track["results"])
        columns[3].extend((track["responsible_text"], track["period_text"]))
        columns[4].append(track["outcome"])
    return [squeezed(column) for column in columns]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_character_stands_in_its_column(width: int) -> None:
    printed = read(lines(the_report(), width))
    assert [column(printed, at) for at in range(5)] == told_columns()
    assert squeezed(printed.above) == squeezed([reference()["title"], reference()["subtitle"]])
    assert printed.below == []


@pytest.mark.parametrize("width", [20, 24, 32, 40, 59])
def test_every_text_stands_in_the_boxes(width: int) -> None:
    printed = read_all(lines(the_report(), width))
    told = reference()
    texts = [told["title"], told["subtitle"]]
    for track in told["tracks"]:
        texts += [track["label"], track["outcome"], track["responsible_text"] + track["period_text"]]
        texts += [f"{number}.{text}" for number, text in enumerate(track["measures"], 1)]
        texts += [f"-{bullet['text']}" for bullet in track["results"]]
    assert [text for text in texts if squeezed(text) not in printed] == []


def read_all(printed: list[str]) -> str:
    return re.sub("[│┌├╞└─═┐┤╡┘]", "", squeezed(printed))


@pytest.mark.parametrize("width", [*WIDTHS, *range(20, 60, 7), 61, 79, 99, 101, 137])
def test_lines_are_equally_wide(width: int) -> None:
    assert {cells(line) for line in lines(the_report(), width)} == {width}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_begins_with_what_belongs_to_the_one_before(width: int) -> None:
    printed = read(lines(the_report(), width))
    starts = [line.strip() for row in printed.rows for cell in row for line in cell]
    assert not [line for line in starts if re.match("[\u0e30-\u0e3a\u0e45-\u0e4e]", line)]


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_end_between_words(width: int) -> None:
    printed = read(lines(the_report(), width))
    texts = [printed.above, *(cell for row in printed.rows for cell in row)]
    gold = (HERE / "words_gold.txt").read_text("utf-8").splitlines()
    inside, total = breaks_inside_words(texts, gold)
    assert total > 60
    assert inside <= 0.02 * total


@pytest.mark.parametrize("width", [40, 60, 80, 120, 160, 200])
def test_it_looks_as_it_did(width: int) -> None:
    """Read the files in `golden`; `ITATUI_GOLDEN=1 pytest tests/report` writes them anew."""
    golden = HERE / "golden" / f"{width}.txt"
    now = "\n".join(lines(the_report(), width)) + "\n"
    if os.environ.get("ITATUI_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(now, "utf-8")
    assert golden.read_text("utf-8") == now


def test_thai_digits_are_written_everywhere() -> None:
    printed = lines(the_report(), 120, thai_digits=True)
    assert not [line for line in printed if re.search("[0-9]", line)]
    assert "ปีงบประมาณ ๒๕๖๗" in " ".join(printed)
    assert [len(line) for line in printed] == [len(line) for line in lines(the_report(), 120)]


def test_ascii_draws_the_same_table_with_other_borders() -> None:
    plain = lines(the_report(), 120, ascii=True)
    assert read(plain) == read(lines(the_report(), 120))
    assert not [line for line in plain if re.search("[\u2500-\u257f]", line)]


def test_narrower_than_the_least_prints_at_the_least() -> None:
    assert lines(the_report(), 5) == lines(the_report(), 20)
