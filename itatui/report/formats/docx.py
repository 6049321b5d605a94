"""A report as a document of Word: rows a measure with merged cells, headings repeated on each page, page numbers.

Each run names its font and size twice, since Word takes those of "complex scripts" for Thai.
"""

import re
from collections.abc import Iterator, Sequence

from itatui.report.layout.cells import CellText
from itatui.report.layout.hidden_part import with_hidden
from itatui.report.layout.hyperlinks import hyperlink_of
from itatui.report.layout.measure_grid import align_of, grid_rows, widths_of
from itatui.report.layout.paper_widths import paper_widths
from itatui.report.layout.paragraphs import headings, paragraphs, signature_rows
from itatui.report.layout.zip_parts import XML, escaped, zipped
from itatui.report.look import DRAFT, Look, dressed, is_landscape, sheet_size
from itatui.report.model import Align, Cell, Passage, Report, Row, RowKind, Table, Tone

FONT = "TH SarabunPSK"
_SIZE, _TITLE_SIZE = 28, 36
"""Half points."""
_PAGES = {"A4": (11906, 16838), "A3": (16838, 23811)}
"""Width and height of paper, upright, in twentieths of a point."""
_MARGIN = 850
_CELL = 121
"""Width of a cell of text in twentieths of a point."""
_INDENT = 284
_SHORT = 1200
"""Code points of the longest row that is kept on a page."""
_LAST = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
"""A paragraph behind a table at the end, which Word asks for, too low to begin a page."""
_ALIGNS = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_LINK = '<w:hyperlink r:id="{}">'
_COLOURS = {Tone.MISSING: "8A4500", Tone.ABOUT: "404040"}
_BOLD = (Tone.TITLE, Tone.HEADING, Tone.LATE)

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_MIME = "application/vnd.openxmlformats-"
_TYPES = f"""{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="{_MIME}package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_MIME}officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_MIME}officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/header.xml" ContentType="{_MIME}officedocument.wordprocessingml.header+xml"/>
<Override PartName="/word/footer.xml" ContentType="{_MIME}officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="{_MIME}package.core-properties+xml"/>
</Types>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = f"""{XML}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"""
_PARTS = f"""{XML}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/header" Target="header.xml"/>
<Relationship Id="rId3" Type="{_OFFICE}/footer" Target="footer.xml"/>
</Relationships>"""
_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
_STYLES = f"""{XML}<w:styles {_NAMES}><w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}
<w:sz w:val="{_SIZE}"/><w:szCs w:val="{_SIZE}"/><w:lang w:val="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:pPr><w:keepNext/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:b/><w:bCs/><w:sz w:val="{_TITLE_SIZE}"/><w:szCs w:val="{_TITLE_SIZE}"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
<w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="1"/></w:pPr>
<w:rPr><w:b/><w:bCs/></w:rPr></w:style>
</w:styles>"""


def document(report: Report, look: Look) -> bytes:
    """Return the report as a DOCX."""
    report = dressed(report, look)
    draft = _paragraph(CellText(DRAFT, Tone.HEADING)) if look.draft else "<w:p/>"
    core = (
        f'{XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escaped(report.title)}</dc:title>'
        "<dc:creator>itatui</dc:creator><dc:language>th-TH</dc:language></cp:coreProperties>"
    )
    body, links = _numbered("".join(_body(report)))
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"{XML}<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _PARTS.replace("</Relationships>", f"{links}</Relationships>"),
        "word/styles.xml": _STYLES,
        "word/header.xml": f"{XML}<w:hdr {_NAMES}>{draft}</w:hdr>",
        "word/footer.xml": f"{XML}<w:ftr {_NAMES}>{_page_number(thai_digits=look.thai_digits)}</w:ftr>",
        "docProps/core.xml": core,
    }
    return zipped(with_hidden(parts, report.hidden) if report.hidden else parts)


def _numbered(body: str) -> tuple[str, str]:
    """Return the body with the ids of its links in place of their addresses, and the relations of these ids."""
    ids: dict[str, str] = {}

    def link(found: re.Match[str]) -> str:
        return _LINK.format(ids.setdefault(found[1], f"rIdLink{len(ids) + 1}"))

    numbered = re.sub(_LINK.format('([^"]*)'), link, body)  # no text of the report has a "<"
    kind = f'Type="{_OFFICE}/hyperlink" TargetMode="External"'
    return numbered, "".join(f'<Relationship Id="{name}" {kind} Target="{to}"/>' for to, name in ids.items())


def _body(report: Report) -> Iterator[str]:
    if report.number:
        yield _paragraph(CellText(report.number), Align.RIGHT)
    style = "Heading1"
    for line in (line for title in report.titles for line in title.split("\n")):
        yield _paragraph(CellText(line, Tone.HEADING), Align.CENTRE, style=style)
        style = "" if line.strip() else style
    for passage in report.opening:
        yield from _passage(passage)
    for table in report.tables:
        if table.title:
            yield _paragraph(CellText(table.title, Tone.HEADING), style="Heading2")
        if table.empty and not table.rows:
            yield _paragraph(CellText(table.empty, Tone.MISSING))
        else:
            yield from _table(table, _page(report)[0] - 2 * _MARGIN)
        yield "<w:p/>"
    for note in report.notes:
        yield _paragraph(CellText(note, Tone.ABOUT))
    yield from (_paragraph(CellText(line)) for line in ("", *report.foot) if report.foot)
    for passage in report.closing:
        yield from _passage(passage)
    width, height = _page(report)
    yield from _signatures(signature_rows(report), width - 2 * _MARGIN)
    side = ' w:orient="landscape"' if width > height else ""
    margins = " ".join(f'w:{name}="{_MARGIN}"' for name in ("top", "right", "bottom", "left"))
    yield (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{side}/>'
        f'<w:pgMar {margins} w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
    )


def _signatures(rows: Sequence[Sequence[Sequence[str]]], room: int) -> Iterator[str]:
    """Yield the places to sign as a table without borders. A single one of a row is on the right."""
    if not rows:
        return
    half = room // 2
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{2 * half}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid>{2 * f"""<w:gridCol w:w="{half}"/>"""}</w:tblGrid>'
    )
    for blocks in rows:
        yield "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        for lines in ((), *blocks)[-2:]:
            signed = "".join(_paragraph(CellText(line), Align.CENTRE) for line in ("", *lines))
            yield f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/></w:tcPr>{signed}</w:tc>'
        yield "</w:tr>"
    yield f"</w:tbl>{_LAST}"


def _page(report: Report) -> tuple[int, int]:
    """Return width and height of a page in twentieths of a point."""
    width, height = _PAGES[sheet_size(report)]
    return (height, width) if is_landscape(report) else (width, height)


def _passage(passage: Passage) -> Iterator[str]:
    yield _paragraph(CellText(passage.heading, Tone.HEADING))
    yield from (_paragraph(text, left=_INDENT) for text in paragraphs(passage.lines))


def _table(table: Table, room: int) -> Iterator[str]:
    """Yield a table in so many twentieths of a point."""
    widths = [round(width) for width in widths_of(paper_widths(table, room // _CELL), room)]
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    )
    above: list[int] = []
    for cells in headings(table.columns):
        yield from _row(Row(cells), widths, [Align.CENTRE] * len(widths), above, heading=True)
    for row in grid_rows(table):
        yield from _row(row, widths, [align_of(table, row, at) for at in range(len(widths))], above)
    yield "</w:tbl>"


def _row(
    row: Row, widths: Sequence[int], aligns: Sequence[Align], above: list[int], *, heading: bool = False
) -> Iterator[str]:
    """Yield a row. `above` has the columns of the cell that is merged downwards at each place, and is brought up."""
    whole = "<w:cantSplit/>" if heading or _is_short(row) else ""
    properties = f"{whole}<w:tblHeader/>" if heading else whole
    yield f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>"
    above += [1] * (len(widths) - len(above))
    is_filled_in = any(cell.is_open for cell in row.cells)
    at = 0
    for at, cell in enumerate(row.cells):
        if not cell.columns:
            continue
        columns = above[at] if not cell.rows else cell.columns
        above[at] = columns
        properties = f'<w:tcW w:w="{sum(widths[at : at + columns])}" w:type="dxa"/>'
        if columns > 1:
            properties += f'<w:gridSpan w:val="{columns}"/>'
        if cell.rows != 1:
            properties += '<w:vMerge w:val="restart"/>' if cell.rows else "<w:vMerge/>"
        if heading or row.kind is RowKind.BAND:
            properties += '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
        elif is_filled_in and not cell.is_open:
            properties += '<w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/>'
        properties += '<w:vAlign w:val="center"/>' if heading else ""
        yield f"<w:tc><w:tcPr>{properties}</w:tcPr>{_cell(row, cell, aligns[at])}</w:tc>"
    yield "</w:tr>"


def _is_short(row: Row) -> bool:
    """Return whether a row is so low that it is better kept on a page than divided."""
    texts = (entry.text for cell in row.cells if cell.rows == 1 for entry in cell.entries)
    return sum(map(len, texts)) <= _SHORT


def _cell(row: Row, cell: Cell, align: Align) -> str:
    texts = paragraphs(cell.entries)
    if row.kind in (RowKind.BAND, RowKind.SUM):
        texts = tuple(text._replace(tone=Tone.HEADING) for text in texts)
    is_band = row.kind is RowKind.BAND
    return "".join(_paragraph(text, align, together=is_band) for text in texts) or "<w:p/>"


def _paragraph(
    text: CellText, align: Align = Align.LEFT, *, style: str = "", left: int = 0, together: bool = False
) -> str:
    """Return a paragraph; one with a mark hangs behind it. `together` keeps it on a page with the next."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += "<w:keepNext/>" if together else ""
    hanging = _INDENT if text.mark else 0
    if left or hanging:
        properties += f'<w:ind w:left="{left + hanging}"' + (f' w:hanging="{hanging}"/>' if hanging else "/>")
    if align is not Align.LEFT:
        properties += f'<w:jc w:val="{_ALIGNS[align]}"/>'
    look = "<w:b/><w:bCs/>" if text.tone in _BOLD else ""
    look += "<w:i/><w:iCs/>" if text.tone is Tone.ABOUT else ""
    look += f'<w:color w:val="{_COLOURS[text.tone]}"/>' if text.tone in _COLOURS else ""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    mark = f"{text.mark} " if text.mark else ""
    address = hyperlink_of(text.target)
    runs = _run(mark + text.text, look)
    if address:
        runs = (
            f"{_run(mark, look) if mark else ''}{_LINK.format(escaped(address))}{_run(text.text, look)}</w:hyperlink>"
        )
    before = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{before}{runs}</w:p>"


def _run(words: str, look: str) -> str:
    lines = (f'<w:t xml:space="preserve">{escaped(line)}</w:t>' for line in words.split("\n"))
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"


def _page_number(*, thai_digits: bool) -> str:
    """Return the paragraph with page x of y."""
    digits, first = (r" \* ThaiArabic", "๑") if thai_digits else ("", "1")

    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name}{digits} "><w:r><w:t>{first}</w:t></w:r></w:fldSimple>'

    def words(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    numbers = f"{words('หน้า ')}{field('PAGE')}{words(' จาก ')}{field('NUMPAGES')}"
    return f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{numbers}</w:p>'
