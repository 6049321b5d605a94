"""Word documents: automatic numbers, tracked changes, signs and fields, as Word shows them."""

import pytest

from itatui.intake.document import read_document
from tools.intake.hostile import cell, table
from tools.intake.word_file import NAMESPACE, package

LEVELS = (("decimal", "%1."), ("thaiNumbers", "%1.%2)"), ("thaiLetters", "%3."))


def texts(body: str, numbering: str = "", styles: str = "") -> list[list[str]]:
    """Return the texts of the only table of a document."""
    parts = {"word/document.xml": f"<w:document xmlns:w='{NAMESPACE}'><w:body>{body}</w:body></w:document>"}
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering xmlns:w='{NAMESPACE}'>{numbering}</w:numbering>"
    if styles:
        parts["word/styles.xml"] = f"<w:styles xmlns:w='{NAMESPACE}'>{styles}</w:styles>"
    (found,) = read_document(package(parts)).tables
    return [[each.text for each in line] for line in found.lines]


def paragraph(text: str, number: int = 0, level: int = 0, style: str = "") -> str:
    place = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>" if number else ""
    named = f"<w:pStyle w:val='{style}'/>" if style else ""
    return f"<w:p><w:pPr>{named}{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def of_cell(inside: str, **parts: str) -> str:
    """Return the text of a cell."""
    return texts(table(f"<w:tc>{inside}</w:tc>"), **parts)[0][0]


def definition(levels: tuple[tuple[str, str], ...] = LEVELS) -> str:
    each = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"
        for at, (form, text) in enumerate(levels)
    )
    return f"<w:abstractNum w:abstractNumId='7'>{each}</w:abstractNum>"


def lists(*numbers: int, restarted: int = 0) -> str:
    again = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"
    return "".join(
        f"<w:num w:numId='{number}'><w:abstractNumId w:val='7'/>{again if number == restarted else ''}</w:num>"
        for number in numbers
    )


def test_levels_are_numbered_as_word_shows_them() -> None:
    places = (("ก", 0), ("ข", 1), ("ค", 1), ("ง", 2), ("จ", 0), ("ฉ", 1))
    inside = "".join(paragraph(text, 1, level) for text, level in places)
    shown = ["1. ก", "1.๑) ข", "1.๒) ค", "ก. ง", "2. จ", "2.๑) ฉ"]
    assert of_cell(inside, numbering=definition() + lists(1)).split("\n") == shown


def test_lists_of_one_definition_count_on_until_one_begins_again() -> None:
    inside = "".join(paragraph(text, number) for text, number in (("ก", 1), ("ข", 2), ("ค", 3), ("ง", 1)))
    shown = of_cell(inside, numbering=definition() + lists(1, 2, 3, restarted=3))
    assert shown.split("\n") == ["1. ก", "2. ข", "1. ค", "2. ง"]


def test_style_can_number_its_paragraphs() -> None:
    styles = "<w:style w:styleId='S'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    inside = paragraph("ก", style="S") + paragraph("ข", style="S")
    assert of_cell(inside, numbering=definition() + lists(1), styles=styles) == "1. ก\n2. ข"


def test_list_that_is_not_there_numbers_nothing() -> None:
    assert of_cell(paragraph("ก", 9), numbering=definition() + lists(1)) == "ก"
    assert of_cell(paragraph("ก", 9)) == "ก"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins><w:del><w:r><w:delText>เก่า</w:delText></w:r></w:del>", "ใหม่"),
        ("<w:moveFrom><w:r><w:t>ก</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>ข</w:t></w:r></w:moveTo>", "ข"),
        ("<w:r><w:t>ก</w:t><w:br/><w:t>ข</w:t><w:tab/><w:t>ค</w:t><w:noBreakHyphen/></w:r>", "ก\nข\tค-"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>", "✓"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>4</w:t></w:r></w:fldSimple>", "4"),
        ("<w:hyperlink><w:r><w:t>เว็บ</w:t></w:r></w:hyperlink>", "เว็บ"),
        ("<w:sdt><w:sdtContent><w:r><w:t>☑</w:t></w:r></w:sdtContent></w:sdt>", "☑"),
    ],
)
def test_text_is_that_of_the_document_with_all_changes_accepted(inside: str, text: str) -> None:
    assert of_cell(f"<w:p>{inside}</w:p>") == text


def test_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert of_cell(f"<w:p>{mark}<w:r><w:t>ก</w:t></w:r></w:p><w:p><w:r><w:t>ข</w:t></w:r></w:p>") == "กข"


def test_deleted_row_is_left_out() -> None:
    rows = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('ก')}</w:tr><w:tr>{cell('ข')}</w:tr>"
    assert texts(f"<w:tbl>{rows}</w:tbl>") == [["ข"]]


def test_table_in_a_cell_is_text_of_the_cell() -> None:
    assert of_cell(f"<w:p/>{table(cell('ก') + cell('ข'))}<w:p/>").split() == ["ก", "ข"]
