"""Documents that are damaged, or made to hurt the program that reads them."""

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_LZMA, ZipFile

from tools.intake.pdf_file import stream, written_objects
from tools.intake.tables import MadeCell, MadeTable
from tools.intake.word_file import NAMESPACE, package, word_file

_SHEET = '<worksheet xmlns="x"><sheetData>{}</sheetData>{}</worksheet>'
_BOOK = '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
_LINK = '<Relationships><Relationship Id="rId1" Target="{}"{}/></Relationships>'
_HEADS = "".join(
    f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
    for place, text in (("A1", "แบบวัด"), ("B1", "มาตรการ"), ("C1", "ผลการดำเนินการ"))
)
_LAUGHS = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10))
_BOMB = f'<!DOCTYPE d [<!ENTITY a0 "ฮา">{_LAUGHS}]>'
_FILE = '<!DOCTYPE d [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>'
_WEB = '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">'


def word(body: str, before: str = "") -> bytes:
    """Return a document with this XML in its body."""
    return package(
        {"word/document.xml": f'{before}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'}
    )


def table(inside: str) -> str:
    """Return a table of a row with these cells."""
    return f"<w:tbl><w:tr>{inside}</w:tr></w:tbl>"


def cell(text: str, properties: str = "") -> str:
    """Return a cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def excel(
    rows: str, after: str = "", *, link: str = "worksheets/sheet1.xml", mode: str = "", before: str = ""
) -> bytes:
    """Return a workbook with a sheet of these rows."""
    parts = {"xl/workbook.xml": _BOOK, "xl/_rels/workbook.xml.rels": _LINK.format(link, mode)}
    return package({**parts, "xl/worksheets/sheet1.xml": before + _SHEET.format(rows, after)})


def pages(kids: str, content: str = "") -> bytes:
    """Return a PDF file with these pages, of which number 3 has this content."""
    return written_objects(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {kids.count('R')} >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R >>",
            stream(content),
        ]
    )


def _sound() -> bytes:
    head = [MadeCell((text,)) for text in ("แบบวัด", "มาตรการ", "ผลการดำเนินการ")]
    return word_file([MadeTable([[*head], [MadeCell((text,)) for text in ("IIT", "จัดอบรม", "อบรมแล้ว")]])])


def _with_hidden(text: str) -> bytes:
    """Return a document like a unit's sheet, with this as its hidden text."""
    sheet = table(cell("REF") + cell("มาตรการ") + cell("สรุปผล")) + table(cell("IIT-1") + cell("ก") + cell("ข"))
    parts = {"word/document.xml": f'<w:document xmlns:w="{NAMESPACE}"><w:body>{sheet}</w:body></w:document>'}
    return package({**parts, "customXml/item1.xml": f"<sheet>{text}</sheet>"})


def _many_parts() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for number in range(60_000):
            archive.writestr(f"word/{number}.xml", "")
    return file.getvalue()


def _with_size(size: int) -> bytes:
    """Return a document whose directory tells another size of a part than the part has."""
    data = bytearray(word("<w:p/>" * 400_000))
    at = data.rfind(b"word/document.xml") - 46
    struct.pack_into("<I", data, at + 24, size)
    return bytes(data)


def _packed_by(method: int) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", method) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{NAMESPACE}"/>')
    return file.getvalue()


def _with_password() -> bytes:
    data = bytearray(_sound())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def _merges(count: int) -> str:
    return "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * count + "</mergeCells>"


REFUSED: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "zeros": lambda: bytes(1_000_000),
    "noise": lambda: bytes(range(256)) * 1000,
    "picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000),
    "old-word": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096),
    "rich-text": lambda: b"{\\rtf1 a}",
    "pdf-of-nothing": lambda: b"%PDF-1.7\n%%EOF",
    "pdf-of-a-loop": lambda: pages("2 0 R"),
    "pdf-of-many-pages": lambda: pages("3 0 R " * 5000),
    "pdf-of-many-lines": lambda: pages("3 0 R", "0 0 m 9 0 l S\n" * 100_000),
    "pdf-of-a-picture": lambda: pages("3 0 R", "0 0 m 9 0 l S\n"),
    "page-of-open-tags": lambda: b"<table>" + b"<td><a" * 300_000,
    "page-of-a-long-tag": lambda: b"<html><" + b"a" * 3_000_000,
    "page-of-comments": lambda: b"<html>" + b"<!--" * 1_500_000,
    "page-of-scripts": lambda: b"<html>" + b"<script>" * 900_000,
    "page-of-tables": lambda: b"<html>" + b"<table><tr><td>" * 150_000,
    "page-of-spans": lambda: b"<table>" + b"<tr><td rowspan=99999 colspan=99999>a" * 20_000,
    "web-page": lambda: b"<!DOCTYPE html><html><table><tr><td>a</td></tr></table></html>",
    "zip-of-nothing": lambda: package({}),
    "cut-short": lambda: _sound()[:-100],
    "only-the-start": lambda: b"PK\x03\x04",
    "directory-lies-small": lambda: _with_size(100),
    "directory-lies-large": lambda: _with_size(4_000_000_000),
    "many-parts": _many_parts,
    "unusual-packing": lambda: _packed_by(ZIP_LZMA),
    "password": _with_password,
    "bomb": lambda: word("<w:p/>" + " " * 80_000_000),
    "bomb-of-elements": lambda: word("<w:p><w:r><w:t>กข</w:t></w:r></w:p>" * 900_000),
    "bomb-of-attributes": lambda: word("<w:p " + " ".join(f"a{number}='1'" for number in range(900_000)) + "/>"),
    "long-tag": lambda: word(f'<w:p a="{"x" * 3_000_000}"/>'),
    "long-comment": lambda: word(f"<!--{'x' * 9_000_000}-->"),
    "entities": lambda: word(table(cell("&a9;")), _BOMB),
    "entity-of-a-file": lambda: word(table(cell("&a9;")), _FILE),
    "address-of-a-doctype": lambda: word(table(cell("a")), _WEB),
    "unknown-entity": lambda: word(table(cell("&a9;"))),
    "entities-in-a-sheet": lambda: excel(f'<row r="1">{_HEADS}</row>', before=_BOMB),
    "nested-tables": lambda: word("<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000),
    "nested-elements": lambda: word("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000),
    "wrong-nesting": lambda: word("<w:tbl><w:tr></w:tbl></w:tr>"),
    "long-cell": lambda: word(table(cell("มาตรการ") + cell("ผลการดำเนินการ" * 100_000))),
    "wide-row": lambda: word(table("".join(cell(f"ก{number}") for number in range(5000)))),
    "hidden-text-cut-short": lambda: _with_hidden('{"itatui":1,"agency":"ก'),
    "hidden-text-of-numbers": lambda: _with_hidden('{"itatui":1,"agency":7,"measures":[]}'),
    "hidden-text-nested-deeply": lambda: _with_hidden('{"itatui":' + "[" * 1_000_000),
    "hidden-text-of-nobody": lambda: _with_hidden(
        '{"itatui":1,"agency":"","year":2567,"unit":"ก","round":"","made":"2024-04-02","headings":{},"measures":[]}'
    ),
    "hidden-text-of-the-future": lambda: _with_hidden('{"itatui":99}'),
    "sheet-is-the-book": lambda: excel("", link="workbook.xml"),
    "sheet-is-elsewhere": lambda: excel("", link="http://127.0.0.1:9/s.xml", mode=' TargetMode="External"'),
    "sheet-is-a-file": lambda: excel("", link="/../../etc/passwd"),
    "many-merges": lambda: excel(f'<row r="1">{_HEADS}</row>', _merges(100_000)),
    "many-fields": lambda: b"\t" * 2_000_000,
    "many-lines": lambda: b"1.\n-\n" * 1_000_000,
    "many-quotes": lambda: b'"a\t"b"\t""\t' * 60_000,
    "only-spaces": lambda: b"a" + b" " * 7_000_000 + b"\t",
}
"""Bytes of a document that is refused, by its name."""

READ: dict[str, Callable[[], bytes]] = {
    "far-cell": lambda: excel(f'<row r="1">{_HEADS}</row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'),
    "far-merge": lambda: excel(f'<row r="1">{_HEADS}</row>', _merges(1)),
    "far-span": lambda: word(
        table(cell("แบบวัด") + cell("มาตรการ", '<w:gridSpan w:val="999999999"/>') + cell("ผลการดำเนินการ"))
    ),
    "merge-of-nothing": lambda: word(
        table(cell("แบบวัด", "<w:vMerge/>") + cell("มาตรการ", "<w:vMerge/>") + cell("ผลการดำเนินการ"))
    ),
    "strings-that-are-not-there": lambda: excel(
        f'<row r="1">{_HEADS}<c t="s"><v>99</v></c><c t="s"><v>x</v></c></row>'
    ),
    "places-that-are-none": lambda: excel(f'<row r="1">{_HEADS}<c r="๑"><v>9</v></c></row><row r="x"/><row r="-1"/>'),
    "long-numbers": lambda: excel(f'<row r="1">{_HEADS}<c><v>{"9" * 5000}</v></c><c s="-1"><v>1e999</v></c></row>'),
}
"""Bytes of a document with headings and without measures, which is read."""
SLOW_CELLS: dict[str, str] = {
    "spaces": " " * 90_000,
    "quarters": "ไตรมาส 1 " * 9_000,
    "quarter-words": "ไตรมาสที่ " * 9_000,
    "digits": "1 " * 40_000,
    "brackets": "((((" * 20_000,
    "months": "ต.ค. - " * 10_000,
    "bullets": "- \n" * 30_000,
    "numbers": "\n".join(f"{number}. ก" for number in range(1, 9000)),
    "joints": "และ" * 30_000,
    "letters": "ก" * 90_000,
    "consonants-and-spaces": "ก " * 45_000,
    "marks": "ก่่" * 30_000,
    "no-words": "ฆฌฎ" * 30_000,
    "lines": "ก\n" * 45_000,
}
"""Texts of a cell that a careless reader takes long over."""


def slow_document(text: str) -> bytes:
    """Return a document with a text in the cells of every role."""
    heads = ("แบบวัด", "มาตรการ", "ผลการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลลัพธ์", "หลักฐาน")
    rows = ["\t".join(heads), "\t".join(f'"{text}"' for _head in heads), "\t".join(f'"IIT {text}"' for _head in heads)]
    return "\n".join(rows).encode()
