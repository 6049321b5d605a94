"""Texts that try to harm, through every format: no formula, no markup, nothing lost."""

import csv
import io
import re
import zipfile
from functools import cache
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from itatui.report.documents import ENDINGS, document
from itatui.report.look import Look
from itatui.report.model import Report
from itatui.thai import safe
from tests.reference import register
from tests.support.exported import exported, report, require
from tools.documents.readers import MissingReaderError, read
from tools.faults.hostile_texts import TEXTS
from tools.faults.terminal_output import subsequence, visible

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
NAMES = list(TEXTS)


def hostile(text: str) -> Report:
    """Return a report with the text in each of its places."""
    first, *rest = register().measures
    told = first._replace(activity=text, result=text, responsible_text=text)
    tracks = tuple(track._replace(outcome=text) for track in register().tracks)
    return report(register()._replace(title=text, measures=(told, *rest), tracks=tracks))


@cache
def harmless_tags() -> set[str]:
    return set(tags(exported("html", report())))


def tags(data: bytes) -> list[str]:
    found: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: Any) -> None:
            found.append(tag)

    Tags().feed(data.decode("utf-8"))
    return found


def html_texts(data: bytes) -> str:
    found: list[str] = []

    class Texts(HTMLParser):
        def handle_data(self, data: str) -> None:
            found.append(data)

    Texts().feed(data.decode("utf-8"))
    return "".join(found)


@pytest.mark.parametrize("name", NAMES)
def test_html_has_no_tags_of_the_text_and_all_its_characters(name: str) -> None:
    data = exported("html", hostile(TEXTS[name]))
    assert set(tags(data)) <= harmless_tags() | {"br"}
    assert visible(TEXTS[name]) in visible(html_texts(data))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", data.decode("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_csv_has_no_formula_and_all_characters(name: str) -> None:
    data = exported("csv", hostile(TEXTS[name])).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(data, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(FORMULAS)]
    assert any(visible(TEXTS[name]) in visible(cell) for cell in cells)


@pytest.mark.parametrize("name", NAMES)
def test_docx_is_well_formed_and_has_all_characters(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(exported("docx", hostile(TEXTS[name])))) as archive:
        parts = [ElementTree.fromstring(archive.read(each)) for each in archive.namelist()]
    words = ["".join(each.itertext()) for each in parts]
    assert any(visible(TEXTS[name]) in visible(each) for each in words)


@pytest.mark.parametrize("name", NAMES)
def test_xlsx_has_no_formula_and_all_characters(name: str) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    sheet = openpyxl.load_workbook(io.BytesIO(exported("xlsx", hostile(TEXTS[name])))).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    kept = [re.sub("_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", str(cell.value)) for cell in cells]
    longest = safe(TEXTS[name])[:32_000]
    assert any(visible(longest) in visible(each) for each in kept)


@pytest.mark.parametrize("name", NAMES)
def test_pdf_has_all_characters_or_names_the_one_that_it_lacks(name: str) -> None:
    require("pdf")
    from itatui.report.formats.pdf.font import Font
    from itatui.report.formats.pdf.missing_characters import UnprintableError

    printed = hostile(TEXTS[name])
    font = Font()
    drawn = font.drawable(safe(TEXTS[name]))
    if lacking := font.lacking(drawn.replace("\t", " ")):
        with pytest.raises(UnprintableError, match=re.escape(lacking)):
            document(printed, Look(), "pdf")
        return
    try:
        pages = read("pypdf", document(printed, Look(), "pdf"))
    except MissingReaderError as missing:
        pytest.skip(f"not installed: {missing}")
    assert subsequence(visible(drawn), visible("".join(pages)))


def test_every_format_is_tried() -> None:
    assert set(ENDINGS) == {"html", "csv", "docx", "xlsx", "pdf"}
