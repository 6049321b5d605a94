"""Any form filled in from any register, in every format: nothing lost, and no text across a border.

`ITATUI_EXAMPLES=2500` tries 200 of them.
"""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from itatui.domain.form import Form
from itatui.domain.register import Register
from itatui.report.build import build
from itatui.report.documents import ENDINGS, document
from itatui.report.look import Look
from itatui.report.model import Report
from itatui.thai import safe
from tests.support.examples import share
from tests.support.exported import require
from tests.support.form_shapes import shapes
from tests.support.form_strategies import filled_registers, forms
from tests.support.printed_table import squeeze
from tools.documents.contents import texts_of
from tools.documents.geometry import crossing

SETTINGS = settings(
    deadline=None, max_examples=share(8), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def texts(report: Report) -> list[str]:
    cells = [cell for table in report.tables for row in table.rows for cell in row.cells]
    return [squeeze([safe(entry.text)]) for cell in cells for entry in cell.entries if not entry.value]


@SETTINGS
@given(filled_registers(), forms())
def test_every_text_is_in_every_format(register: Register, form: Form) -> None:
    require("pdf")
    require("xlsx")
    pytest.importorskip("pdfplumber", reason="pdfplumber is not installed")
    report = build(register, form=form, today=date(2027, 1, 1))
    for ending in ENDINGS:
        data = document(report, Look(), ending)
        if ending == "pdf":  # its pages have the lines of all columns
            assert crossing(data) == []
            continue
        found = squeeze(texts_of(ending, data))
        assert [text for text in texts(report) if text not in found] == []


@pytest.mark.parametrize("name", shapes())
def test_published_tables_are_documents(name: str) -> None:
    require("xlsx")
    shape = shapes()[name]
    report = build(shape.register, form=shape.form, for_round=shape.for_round, today=date(2027, 1, 1))
    for ending in ("docx", "xlsx", "html", "csv"):
        assert document(report, Look(), ending)
    require("pdf")
    assert crossing(document(report, Look(), "pdf")) == []
