"""The PDF: whole texts in six readers, lines between words and inside their cells, and its structure."""

import io
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from itatui.errors import ItatuiError
from itatui.report.look import Look
from itatui.thai import thai_digits
from tests.reference import register
from tests.support.exported import exported, report, texts
from tests.support.printed_table import breaks_inside_words
from tools.documents.geometry import crossing
from tools.documents.readback import find
from tools.documents.readers import READERS, MissingReaderError, read
from tools.documents.structure import elements

HERE = Path(__file__).parent


def pages(name: str, data: bytes) -> list[str]:
    try:
        return read(name, data)
    except MissingReaderError as missing:
        pytest.skip(f"not installed: {missing}")


@pytest.mark.parametrize("reader", READERS)
def test_each_text_is_given_back_code_point_for_code_point(reader: str) -> None:
    found = pages(reader, exported("pdf"))
    assert [text for text in texts() if find(text, found) is None] == []


@pytest.mark.parametrize("reader", ["pypdf", "pdfplumber", "pdfium", "MuPDF"])
def test_spaces_at_line_ends_are_given_back(reader: str) -> None:
    found = pages(reader, exported("pdf"))
    lost = sum(each.lost_spaces for text in texts() if (each := find(text, found)))
    assert lost == 0


def test_lines_end_between_words() -> None:
    found = pages("pypdf", exported("pdf"))
    cells = []
    for text in texts():
        each = find(text, found)
        assert each is not None
        cells.append([text[start:end] for start, end in pairwise((0, *each.breaks, len(text)))])
    gold = (HERE.parent / "words_gold.txt").read_text("utf-8").splitlines()
    inside, total = breaks_inside_words(cells, gold)
    assert total > 30
    assert inside <= 0.02 * total


@pytest.mark.parametrize("form", ["report", "plan", "follow-up", "calendar", "e-plan"])
def test_no_character_crosses_a_border_or_leaves_the_margins(form: str) -> None:
    pytest.importorskip("pdfplumber", reason="pdfplumber is not installed")
    assert crossing(exported("pdf", report(form=form))) == []


def test_numbers_are_in_thai_digits() -> None:
    found = pages("pypdf", exported("pdf", look=Look(thai_digits=True)))
    text = next(text for text in texts() if "2567" in text)
    assert find(thai_digits(text), found)
    assert "หน้า ๑ จาก ๓" in found[0]


def test_draft_is_marked_on_each_page() -> None:
    assert all("ร่าง" in page for page in pages("pypdf", exported("pdf", look=Look(draft=True))))
    assert not any("ร่าง\n" in page for page in pages("pypdf", exported("pdf")))


def test_structure_is_title_table_rows_and_cells() -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed")
    root = elements(exported("pdf"))
    assert [each.kind for each in root] == ["H1", "P", "P", "Table"]
    table = root[3]
    assert [each.kind for each in table.kids] == ["TR"] * 4
    assert [each.kind for each in table.kids[0].kids] == ["TH"] * 5
    assert {each.attributes.get("/Scope") for each in table.kids[0].kids} == {"/Column"}
    assert [[each.kind for each in row.kids] for row in table.kids[1:]] == [["TD"] * 5] * 3
    cell = table.kids[1].kids[0].text.replace("\n", "")
    assert cell == texts()[0]


def test_cell_that_goes_over_pages_is_one_element() -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed")
    table = elements(exported("pdf"))[3]
    whole = [each.text.replace("\n", "") for row in table.kids for each in row.kids]
    assert [text for text in texts() if not any(text in cell for cell in whole)] == []
    assert not any("(ต่อ)" in cell for cell in whole)


def test_row_that_goes_on_is_named_again() -> None:
    assert any("(ต่อ)" in page for page in pages("pypdf", exported("pdf"))[1:])


@pytest.mark.parametrize("lines", [20, 60, 200])
def test_headings_that_would_fill_the_pages_are_not_repeated(lines: int) -> None:
    pytest.importorskip("pdfplumber", reason="pdfplumber is not installed")
    printed = report(form="follow-up")
    table = printed.tables[0]
    columns = (table.columns[0]._replace(heading="ข้อความ " * 2 * lines), *table.columns[1:])
    data = exported("pdf", printed._replace(tables=(table._replace(columns=columns),)))
    assert crossing(data) == []
    assert len(pages("pypdf", data)) < 3 + lines // 10


def test_merged_cells_tell_how_far_they_go() -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed")
    table = next(each for each in elements(exported("pdf", report(form="calendar"))) if each.kind == "Table")
    over = next(each for each in table.kids[0].kids if "ระยะเวลา" in each.text)
    assert over.attributes["/ColSpan"] == 4


def test_document_says_its_language_and_title_and_has_a_bookmark_a_track() -> None:
    pypdf: Any = pytest.importorskip("pypdf", reason="pypdf is not installed")
    file = pypdf.PdfReader(io.BytesIO(exported("pdf")))
    assert file.root_object["/Lang"] == "th"
    assert file.root_object["/MarkInfo"]["/Marked"]
    assert file.metadata.title == register().title
    assert [each.title for each in file.outline] == [text for text in texts() if text.startswith("แบบวัด")]


def test_fonts_are_embedded() -> None:
    pypdf: Any = pytest.importorskip("pypdf", reason="pypdf is not installed")
    for page in pypdf.PdfReader(io.BytesIO(exported("pdf"))).pages:
        for font in page["/Resources"]["/Font"].values():
            below = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in below["/FontDescriptor"]


def test_register_is_attached() -> None:
    pypdf: Any = pytest.importorskip("pypdf", reason="pypdf is not installed")
    data = exported("pdf", look=Look(register=b'{"a": 1}', register_name="register_2567.json"))
    assert pypdf.PdfReader(io.BytesIO(data)).attachments == {"register_2567.json": [b'{"a": 1}']}
    assert not pypdf.PdfReader(io.BytesIO(exported("pdf"))).attachments


def test_qpdf_finds_nothing(tmp_path: Path) -> None:
    if not shutil.which("qpdf"):
        pytest.skip("not installed: qpdf")
    path = tmp_path / "report.pdf"
    path.write_bytes(exported("pdf", look=Look(register=b"{}", draft=True)))
    ran = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def with_activity(text: str) -> bytes:
    first, *rest = register().measures
    return exported("pdf", report(register()._replace(measures=(first._replace(activity=text), *rest))))


@pytest.mark.parametrize("sign", "🙂中☃")
def test_character_that_the_font_lacks_is_named_with_its_measure(sign: str) -> None:
    with pytest.raises(ItatuiError, match=f"IIT-1: .*{sign}"):
        with_activity(f"จัดทำ{sign}แผน")


@pytest.mark.parametrize(("sign", "equal"), [("●", "•"), ("✓", "√"), ("→", "->"), ("\u2011", "-")])
def test_character_with_an_equal_is_replaced(sign: str, equal: str) -> None:
    assert find(f"จัดทำ{equal}แผน", pages("pypdf", with_activity(f"จัดทำ{sign}แผน")))
