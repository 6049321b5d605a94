"""A report as a web page: one file without scripts, which prints with its headings on each page."""

from collections.abc import Iterator
from html import escape

from itatui.report.layout.cells import CellText
from itatui.report.layout.hyperlinks import hyperlink_of
from itatui.report.layout.measure_grid import align_of, grid_groups, widths_of
from itatui.report.layout.paper_widths import paper_widths
from itatui.report.layout.paragraphs import headings, paragraphs, signature_lines
from itatui.report.look import DRAFT, Look, dressed, is_landscape, sheet_size
from itatui.report.model import Align, Cell, Passage, Report, Row, RowKind, Table, Tone

_CELLS = 150
"""Cells of a table over the whole width."""
_TITLE = 70
"""Code points of the longest title of a page."""

_STYLE = """
body { font-family: "TH Sarabun New", "TH SarabunPSK", Sarabun, sans-serif; font-size: 1.1rem; line-height: 1.4;
  margin: 1.5rem; color: #111; background: #fff; }
h1 { font-size: 1.4rem; text-align: center; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; margin: 1rem 0 .3rem; }
.title { font-weight: bold; text-align: center; margin: 0 0 .3rem; }
.number { text-align: right; margin: 0; }
.draft { font-weight: bold; margin: 0; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
caption { text-align: left; font-weight: bold; }
caption.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { border: 1px solid #333; padding: .2rem .4rem; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #eee; vertical-align: middle; text-align: center; }
tbody th { text-align: left; }
td p, th p, .text p { margin: 0; white-space: pre-wrap; }
p.mark { padding-left: 1.4em; text-indent: -1.4em; }
p.mark span { display: inline-block; min-width: 1.4em; text-indent: 0; }
.centre { text-align: center; }
.right { text-align: right; }
.missing { color: #8a4500; }
.about { font-style: italic; }
.late, .heading { font-weight: bold; }
.text { margin-left: 2rem; }
.signatures { display: flex; flex-wrap: wrap; justify-content: space-around; margin-top: 2rem; }
.signatures div { text-align: center; break-inside: avoid; margin: 1rem; }
.signatures p { margin: 0; }
@media print { body { margin: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
"""


def document(report: Report, look: Look) -> bytes:
    """Return the report as HTML in UTF-8."""
    report = dressed(report, look)
    return "\n".join(_lines(report, look)).encode() + b"\n"


def _lines(report: Report, look: Look) -> Iterator[str]:
    side = "landscape" if is_landscape(report) else "portrait"
    mark = f' @top-left {{ content: "{DRAFT}"; font-weight: bold; }}' if look.draft else ""
    page = f"@page {{ size: {sheet_size(report)} {side}; margin: 12mm;{mark} }}"
    title = report.title if len(report.title) <= _TITLE else f"{report.title[: _TITLE - 1]}…"
    yield "<!DOCTYPE html>"
    yield '<html lang="th">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="generator" content="itatui">'
    yield f"<title>{escape(title.strip() or 'itatui')}</title>"
    yield f"<style>{_STYLE}{page}"
    yield from (_widths(number, table) for number, table in enumerate(report.tables, 1))
    yield "</style>\n</head>\n<body>\n<main>"
    if look.draft:
        yield f'<p class="draft">{DRAFT}</p>'
    if report.number:
        yield f'<p class="number">{_text(report.number)}</p>'
    heading = False
    for line in (line for text in report.titles for line in text.split("\n") if line.strip()):
        yield f'<p class="title">{_text(line)}</p>' if heading else f"<h1>{_text(line)}</h1>"
        heading = True
    for passage in report.opening:
        yield from _passage(passage)
    for number, table in enumerate(report.tables, 1):
        yield from _table(number, table, report.title)
    yield from (f'<p class="about">{_text(text)}</p>' for text in report.notes if text.strip())
    yield from (f"<p>{_text(text)}</p>" for text in report.foot if text.strip())
    for passage in report.closing:
        yield from _passage(passage)
    if report.signatures:
        yield '<div class="signatures">'
        for lines in signature_lines(report):
            yield f"<div>{''.join(f'<p>{_text(line)}</p>' for line in lines)}</div>"
        yield "</div>"
    yield "</main>\n</body>\n</html>"


def _passage(passage: Passage) -> Iterator[str]:
    yield f"<h2>{_text(passage.heading)}</h2>"
    if passage.lines:
        yield f'<div class="text">{"".join(map(_paragraph, paragraphs(passage.lines)))}</div>'


def _widths(number: int, table: Table) -> str:
    """Return the style of the widths of the columns of a table."""
    shares = enumerate(widths_of(paper_widths(table, _CELLS), 100), 1)
    return " ".join(f"#table{number} col:nth-child({column}) {{ width: {share:.1f}%; }}" for column, share in shares)


def _table(number: int, table: Table, title: str) -> Iterator[str]:
    if table.empty and not table.rows:
        yield f"<h2>{_text(table.title)}</h2>\n<p>{_text(table.empty)}</p>"
        return
    hidden = "" if table.title else ' class="hidden"'
    yield f'<table id="table{number}">\n<caption{hidden}>{_text(table.title or title)}</caption>'
    yield f"<colgroup>{'<col>' * len(table.columns)}</colgroup>\n<thead>"
    for cells in headings(table.columns):
        yield f"<tr>{''.join(_heading_cell(cell) for cell in cells)}</tr>"
    yield "</thead>"
    for rows in grid_groups(table):
        yield "<tbody>"
        yield from (_row(row, table) for row in rows)
        yield "</tbody>"
    yield "</table>"


def _heading_cell(cell: Cell) -> str:
    if not cell.rows or not cell.columns:
        return ""
    scope = "colgroup" if cell.columns > 1 else "col"
    return f'<th scope="{scope}"{_spans(cell)}>{_text(cell.entries[0].text)}</th>'


def _row(row: Row, table: Table) -> str:
    cells = (_cell(row, cell, align_of(table, row, at)) for at, cell in enumerate(row.cells))
    return f"<tr>{''.join(cells)}</tr>"


def _cell(row: Row, cell: Cell, align: Align) -> str:
    if not cell.rows or not cell.columns:
        return ""
    inner = "".join(map(_paragraph, paragraphs(cell.entries)))
    if row.kind is RowKind.BAND:
        return f'<th scope="colgroup"{_spans(cell)}>{inner}</th>'
    kind = "" if align is Align.LEFT else f' class="{align.value}"'
    return f"<td{kind}{_spans(cell)}>{inner}</td>"


def _spans(cell: Cell) -> str:
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return f'{rows} colspan="{cell.columns}"' if cell.columns > 1 else rows


def _paragraph(text: CellText) -> str:
    classes = [] if text.tone is Tone.TEXT else [text.tone.value]
    inner = _text(text.text)
    if address := hyperlink_of(text.target):
        inner = f'<a href="{escape(address)}">{inner}</a>'
    if text.mark:
        classes.append("mark")
        inner = f"<span>{_text(text.mark)} </span>{inner}"
    kind = f' class="{" ".join(classes)}"' if classes else ""
    return f"<p{kind}>{inner}</p>"


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
