"""The document of Word: its parts, its merged cells, and its places to sign."""

import io
import zipfile
from xml.etree import ElementTree

import pytest

from itatui.report.look import Look
from itatui.report.model import Signature
from tests.support.exported import exported, report, texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, ElementTree.Element]:
    """Return the parsed parts; each must be well-formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def body(data: bytes) -> ElementTree.Element:
    return parts(data)["word/document.xml"]


def words(element: ElementTree.Element) -> str:
    return "\n".join("".join(run.text or "" for run in each.iter(f"{W}t")) for each in element.iter(f"{W}p"))


def test_each_text_is_a_whole_paragraph() -> None:
    found = [words(paragraph) for paragraph in body(exported("docx")).iter(f"{W}p")]
    assert [text for text in texts() if not any(each.removeprefix("1. ").endswith(text) for each in found)] == []


def test_rows_are_measures_and_each_has_a_cell_for_each_column() -> None:
    rows = list(body(exported("docx")).iter(f"{W}tr"))
    assert len(rows) == 10
    assert {len(row.findall(f"{W}tc")) for row in rows} == {5}


@pytest.mark.parametrize("form", ["report", "plan", "follow-up", "calendar", "e-plan"])
def test_cells_of_each_row_fill_the_columns(form: str) -> None:
    for table in body(exported("docx", report(form=form))).iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = [int(each.get(f"{W}val", "1")) for each in row.iter(f"{W}gridSpan")]
            assert len(row.findall(f"{W}tc")) + sum(span - 1 for span in spans) == columns


def test_label_of_a_track_is_merged_over_its_measures() -> None:
    first = [row.find(f"{W}tc/{W}tcPr/{W}vMerge") for row in body(exported("docx")).iter(f"{W}tr")]
    values = ["" if each is None else each.get(f"{W}val", "continue") for each in first]
    assert values == ["", *["restart", "continue", "continue"] * 3]


def test_headings_are_repeated_on_each_page_and_never_divided() -> None:
    heading, *others = body(exported("docx")).iter(f"{W}tr")
    assert heading.find(f"{W}trPr/{W}tblHeader") is not None
    assert heading.find(f"{W}trPr/{W}cantSplit") is not None
    assert not any(row.find(f"{W}trPr/{W}tblHeader") is not None for row in others)


def test_name_of_a_track_is_kept_with_its_measures() -> None:
    bands = [
        row for row in body(exported("docx", report(form="plan"))).iter(f"{W}tr") if len(row.findall(f"{W}tc")) == 1
    ]
    assert len(bands) == 3
    assert all(row.find(f"{W}tc/{W}p/{W}pPr/{W}keepNext") is not None for row in bands)


def test_font_size_and_bold_are_told_twice_for_thai() -> None:
    styles = parts(exported("docx"))["word/styles.xml"]
    for fonts in styles.iter(f"{W}rFonts"):
        assert fonts.get(f"{W}ascii") == fonts.get(f"{W}hAnsi") == fonts.get(f"{W}cs") == "TH SarabunPSK"
    for run in [*styles.iter(f"{W}rPr"), *body(exported("docx")).iter(f"{W}rPr")]:
        assert (run.find(f"{W}b") is None) == (run.find(f"{W}bCs") is None)
        sizes = {each.get(f"{W}val") for name in ("sz", "szCs") for each in run.findall(f"{W}{name}")}
        assert len(sizes) <= 1
    assert [each.get(f"{W}bidi") for each in styles.iter(f"{W}lang")] == ["th-TH"]


@pytest.mark.parametrize(
    ("paper", "size"),
    [("", ("16838", "11906", "landscape")), ("A3 portrait", ("16838", "23811", None))],
)
def test_paper_is_that_of_the_form_or_the_look(paper: str, size: tuple[str, str, str | None]) -> None:
    found = next(body(exported("docx", look=Look(paper=paper))).iter(f"{W}pgSz"))
    assert (found.get(f"{W}w"), found.get(f"{W}h"), found.get(f"{W}orient")) == size


def test_page_numbers_are_in_the_digits_of_the_look() -> None:
    fields = [
        list(parts(exported("docx", look=Look(thai_digits=thai)))["word/footer.xml"].iter(f"{W}fldSimple"))
        for thai in (False, True)
    ]
    assert ["ThaiArabic" in str(each.get(f"{W}instr")) for some in fields for each in some] == [
        False,
        False,
        True,
        True,
    ]


def test_signatures_stand_beside_each_other_in_a_table_without_borders() -> None:
    signatures = tuple(Signature(role, f"ชื่อ{role}") for role in ("ผู้จัดทำ", "ผู้รายงาน", "ผู้รับรอง"))
    table = list(body(exported("docx", report()._replace(signatures=signatures))).iter(f"{W}tbl"))[-1]
    assert not list(table.iter(f"{W}tblBorders"))
    rows = [[words(cell).split("\n") for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]
    names = [[[line for line in lines if line.startswith("(")] for lines in row] for row in rows]
    assert names == [[[], ["(ชื่อผู้จัดทำ)"]], [["(ชื่อผู้รายงาน)"], ["(ชื่อผู้รับรอง)"]]]


def test_signatures_and_draft_are_printed_as_the_look_says() -> None:
    printed = report()._replace(signatures=(Signature("ผู้รายงาน", "สมชาย ใจดี", "ปลัด"),))
    assert "(สมชาย ใจดี)" in words(body(exported("docx", printed)))
    assert "(สมชาย ใจดี)" not in words(body(exported("docx", printed, Look(signatures=False))))
    assert words(parts(exported("docx", look=Look(draft=True)))["word/header.xml"]) == "ร่าง"
