"""Write tables as a Word document, as Word does: with spans, automatic lists and tracked changes."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from tools.intake.tables import MadeCell, MadeTable

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LISTS = {"number": 1, "bullet": 2, "thai": 3}
_LEVEL = (
    '<w:abstractNum w:abstractNumId="{0}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{1}"/>'
    '<w:lvlText w:val="{2}"/></w:lvl></w:abstractNum>'
)
_FORMATS = (("decimal", "%1."), ("bullet", "\uf0b7"), ("thaiNumbers", "%1)"))
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PARTS = {
    "word/document.xml": "wordprocessingml.document.main+xml",
    "word/numbering.xml": "wordprocessingml.numbering+xml",
    "xl/workbook.xml": "spreadsheetml.sheet.main+xml",
    "xl/sharedStrings.xml": "spreadsheetml.sharedStrings+xml",
    "xl/worksheets/": "spreadsheetml.worksheet+xml",
}
"""Kinds of parts by the start of their names."""
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINK_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_PAGE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
DELETED = "<w:del w:id='1' w:author='ก'><w:r><w:delText>{}</w:delText></w:r></w:del>"
INSERTED = "<w:ins w:id='2' w:author='ก'><w:r><w:t xml:space='preserve'>{}</w:t></w:r></w:ins>"


class Lists:
    """The lists in use: each cell begins a list of its own, as offices restart the numbers."""

    def __init__(self) -> None:
        self.kinds: list[str] = []

    def begin(self, kind: str) -> int:
        """Return the number of a new list."""
        self.kinds.append(kind)
        return len(self.kinds)

    def numbering(self) -> str:
        """Return the part that defines them."""
        levels = "".join(_LEVEL.format(number, *form) for number, form in enumerate(_FORMATS, 1))
        lists = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_LISTS[kind]}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for number, kind in enumerate(self.kinds, 1)
        )
        return f'<w:numbering xmlns:w="{NAMESPACE}">{levels}{lists}</w:numbering>'


def word_file(tables: Iterable[MadeTable], *, tracked: bool = False, title: str = "รายงานผล") -> bytes:
    """Return a document with these tables; `tracked`: with deleted and inserted text, and a deleted row."""
    lists = Lists()
    body = _paragraph(title)
    column: dict[str, int] = {}
    for table in tables:
        body += _paragraph(table.caption) if table.caption else "<w:p/>"
        grid = "".join(f"<w:gridCol w:w='{width}'/>" for width in _widths(table))
        borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in _SIDES)
        style = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        body += f"<w:tbl>{style}{_rows(table, lists, column, tracked=tracked)}</w:tbl>"
    document = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}<w:p/>{_PAGE}</w:body></w:document>'
    parts = {"word/document.xml": document, "word/numbering.xml": lists.numbering()}
    return package({**parts, "word/_rels/document.xml.rels": links({"numbering": "numbering.xml"})})


def _widths(table: MadeTable) -> list[int]:
    """Return the widths of the columns in twips: wide ones where a text is long."""
    columns: list[int] = [1] * len(table.rows[0])
    for row in table.rows:
        for at, cell in enumerate(row):
            if cell and cell.columns == 1:
                columns[at] = max(columns[at], min(max(map(len, cell.lines), default=0), 40) + 8)
    return [15_000 * each // sum(columns) for each in columns]


def package(parts: dict[str, str]) -> bytes:
    """Return the zip file of these parts, with the kinds of all, as office programs ask for them."""
    main = next((name for name in ("word/document.xml", "xl/workbook.xml") if name in parts), "")
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{_OFFICE}{kind}"/>'
        for name in parts
        for start, kind in _PARTS.items()
        if name.startswith(start)
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    )
    whole = {"[Content_Types].xml": types, "_rels/.rels": links({"officeDocument": main}), **parts}
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in whole.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return file.getvalue()


def links(targets: dict[str, str]) -> str:
    """Return the part that names others by their kind."""
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{LINK_SPACE}">{each}</Relationships>'


def _rows(table: MadeTable, lists: Lists, column: dict[str, int], *, tracked: bool) -> str:
    rows = ""
    below: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(table.rows):
        cells, at = "", 0
        while at < len(row):
            cell = row[at]
            if cell is None:
                left, columns = below.get(at, (0, 1))
                cells += _cell("<w:p/>", columns, '<w:vMerge w:val="continue"/>' if left else "")
                below[at] = (left - 1, columns)
                at += columns
                continue
            merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            below[at] = (cell.rows - 1, cell.columns)
            changed = tracked and number >= table.heading_rows
            cells += _cell(_paragraphs(cell, lists, column, tracked=changed), cell.columns, merge)
            at += cell.columns
        rows += f"<w:tr>{cells}</w:tr>"
    gone = "".join(_cell(f"<w:p>{DELETED.format('แถวที่ลบแล้ว')}</w:p>", 1, "") for _cell_ in table.rows[0])
    return rows + (f"<w:tr><w:trPr><w:del w:id='9' w:author='ก'/></w:trPr>{gone}</w:tr>" if tracked else "")


def _cell(inside: str, columns: int, merge: str) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inside}</w:tc>"


def _paragraphs(cell: MadeCell, lists: Lists, column: dict[str, int], *, tracked: bool) -> str:
    """Return the paragraphs of a cell. An automatic number alone in its cell goes on with that of the row before."""
    if cell.list and not any(cell.lines):
        number = column.setdefault(cell.list, 0) or lists.begin(cell.list)
        column[cell.list] = number
    else:
        number = lists.begin(cell.list) if cell.list else 0
    return "".join(_paragraph(line, number, tracked=tracked) for line in cell.lines or ("",))


def _paragraph(text: str, number: int = 0, *, tracked: bool = False) -> str:
    style = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>' if number else ""
    return f"<w:p>{style}{''.join(_runs(text, tracked=tracked))}</w:p>"


def _runs(text: str, *, tracked: bool) -> Sequence[str]:
    """Return the text in two runs, as Word splits it; tracked: the second one inserted, after a deleted one."""
    half = len(text) // 2
    first, second = escape(text[:half]), escape(text[half:])
    if tracked and text:
        return (_run(first), DELETED.format("ข้อความที่ลบแล้ว"), INSERTED.format(second))
    return (_run(first), _run(second)) if text else ()


def _run(text: str) -> str:
    return f'<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
