"""Links in documents: evidence opens from DOCX, XLSX, PDF and HTML, and no text opens anything else."""

import io
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from itatui.domain.measure import Evidence
from itatui.report.layout.hyperlinks import hyperlink_of
from itatui.report.model import Report
from tests.reference import register
from tests.support.exported import exported, report
from tools.documents.contents import texts_of
from tools.documents.structure import elements

PHOTO, PAGE, MAIL = "https://example.go.th/a.jpg?x=1&y=(2)", "www.example.go.th/ผล", "mailto:clerk@example.go.th"
ENCODED = "https://www.example.go.th/%E0%B8%9C%E0%B8%A5"


def printed() -> Report:
    """Return a report whose first measure has a link, the second two, and the third what is none."""
    first, second, third, *others = register().measures
    linked = (
        first._replace(evidence=(Evidence("ภาพกิจกรรม", PHOTO),)),
        second._replace(evidence=(Evidence("ประกาศ", PAGE), Evidence("ผู้ประสานงาน", MAIL))),
        third._replace(evidence=(Evidence("แฟ้ม", "file:///etc/passwd"), Evidence("", "javascript:alert(1)"))),
    )
    return report(register()._replace(measures=(*linked, *others)), "follow-up")


def _in_word(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
        body = ElementTree.fromstring(archive.read("word/document.xml"))
    external = {each.get("Id"): str(each.get("Target")) for each in relations if each.get("TargetMode") == "External"}
    for each in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}hyperlink"):
        yield external[each.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")]


def _in_excel(data: bytes) -> Iterator[str]:
    import openpyxl

    for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows():
        yield from (cell.hyperlink.target for cell in row if cell.hyperlink)


def _in_pdf(data: bytes) -> Iterator[str]:
    pypdf: Any = pytest.importorskip("pypdf", reason="pypdf is not installed")
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        yield from (each.get_object()["/A"]["/URI"] for each in page.get("/Annots", ()))


def _in_page(data: bytes) -> Iterator[str]:
    found: list[str] = []

    class Page(HTMLParser):
        def handle_starttag(self, tag: str, attrs: Any) -> None:
            if tag == "a":
                found.append(dict(attrs)["href"])

    Page().feed(data.decode("utf-8"))
    yield from found


@pytest.mark.parametrize(
    ("ending", "links", "addresses"),
    [
        ("docx", _in_word, [PHOTO, ENCODED, MAIL]),
        ("xlsx", _in_excel, [PHOTO]),  # a cell of Excel has one link
        ("pdf", _in_pdf, [PHOTO, ENCODED, MAIL]),
        ("html", _in_page, [PHOTO, ENCODED, MAIL]),
    ],
)
def test_evidence_is_a_link_and_its_text_stays(
    ending: str, links: Callable[[bytes], Iterator[str]], addresses: list[str]
) -> None:
    data = exported(ending, printed())
    assert list(dict.fromkeys(links(data))) == addresses
    text = "".join("".join(texts_of(ending, data)).split())
    assert [each for each in ("ภาพกิจกรรม" + PHOTO, "ประกาศ" + PAGE, "javascript:alert(1)") if each not in text] == []


def test_links_of_a_pdf_are_elements_of_their_cells() -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed")
    table = next(each for each in elements(exported("pdf", printed())) if each.kind == "Table")
    found = [link.text for row in table.kids for cell in row.kids for link in cell.kids if link.kind == "Link"]
    assert [each.replace("\n", "") for each in found] == [
        f"ภาพกิจกรรม{PHOTO}",
        f"1. ประกาศ{PAGE}",
        f"2. ผู้ประสานงาน{MAIL}",
    ]


@pytest.mark.parametrize(
    "target",
    [
        *("file:///etc/passwd", "ftp://example.go.th/x", "javascript:alert(1)", "data:text/html,x", "//example.go.th"),
        *("https://bank.go.th@evil.example/", "https://[::1]/", "https://a.th/[x]", "https://a.th/%zz", "https:///x"),
        *("https://a.th/#b#c", "mailto:a@b.th,c@d.th", "mailto:", "https://a.th/ x", "รูป.jpg", ""),
    ],
)
def test_nothing_else_is_a_link(target: str) -> None:
    assert hyperlink_of(target) == ""


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("HTTP://example.go.th:8080/a?b=c#d", "HTTP://example.go.th:8080/a?b=c#d"),
        ('https://a.th/"><script>', "https://a.th/%22%3E%3Cscript%3E"),
        ("https://example.ไทย", "https://example.%E0%B9%84%E0%B8%97%E0%B8%A2"),
    ],
)
def test_address_is_percent_encoded(target: str, address: str) -> None:
    assert hyperlink_of(target) == address
