"""Any form filled in from any register, in every format: nothing lost, and no text across a border."""

import csv
import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

from itatui.domain.form import Form
from itatui.domain.register import Register
from itatui.report.build import build
from itatui.report.documents import document
from itatui.report.look import Look
from itatui.report.model import Report
from itatui.thai import safe
from tests.support.exported import require
from tests.support.form_shapes import shapes
from tests.support.form_strategies import filled_registers, forms
from tests.support.printed_table import squeeze
from tools.documents.geometry import crossing

SETTINGS = settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def texts(report: Report) -> list[str]:
    cells = [cell for table in report.tables for row in table.rows for cell in row.cells]
    return [squeeze([safe(entry.text)]) for cell in cells for entry in cell.entries if not entry.value]


@SETTINGS
@given(filled_registers(), forms())
def test_every_text_is_in_html_csv_and_docx(register: Register, form: Form) -> None:
    report = build(register, form=form, today=date(2027, 1, 1))
    table = csv.reader(io.StringIO(document(report, Look(), "csv").decode("utf-8-sig"), newline=""))
    in_csv = squeeze(cell for row in table for cell in row)
    with zipfile.ZipFile(io.BytesIO(document(report, Look(), "docx"))) as archive:
        in_docx = squeeze(ElementTree.fromstring(archive.read("word/document.xml")).itertext())
    html = document(report, Look(), "html").decode("utf-8")
    in_html = squeeze(
        ElementTree.fromstring(
            f"<p>{html[html.index('<main>') :].partition('</main>')[0]}</main></p>".replace("<br>", "").replace(
                "<col>", ""
            )
        ).itertext()
    )
    for text in texts(report):
        assert text in in_csv
        assert text in in_docx
        assert text in in_html


@pytest.mark.parametrize("name", shapes())
def test_published_tables_are_documents(name: str) -> None:
    require("xlsx")
    shape = shapes()[name]
    report = build(shape.register, form=shape.form, for_round=shape.for_round, today=date(2027, 1, 1))
    for ending in ("docx", "xlsx", "html", "csv"):
        assert document(report, Look(), ending)
    require("pdf")
    assert crossing(document(report, Look(), "pdf")) == []
