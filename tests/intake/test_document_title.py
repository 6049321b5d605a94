"""The agency and the year that a document is about."""

from datetime import date

import pytest

from itatui.domain.register import Register
from itatui.intake.document import read_document
from itatui.intake.document_title import DocumentTitle, title_of
from itatui.report.build import build
from itatui.report.documents import document
from itatui.report.look import Look
from tests import reference
from tests.intake.test_rules import grid_of
from tests.support.imports import varied
from tools.intake.tables import by_measure
from tools.intake.word_file import word_file

AGENCY = "องค์การบริหารส่วนตำบลปากกราน"


def titled(register: Register, caption: str) -> bytes:
    return word_file([by_measure(register)._replace(caption=caption)], title=register.title)


@pytest.mark.parametrize(
    ("caption", "wanted"),
    [
        (f"{AGENCY} ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", (AGENCY, 2567)),
        ("ของเทศบาลตำบลใหม่ อำเภอเมือง ปี 2568", ("เทศบาลตำบลใหม่", 2568)),
        ("รายงานของหน่วยงาน", ("", 2567)),
    ],
)
def test_lines_above_the_table_tell_agency_and_year(caption: str, wanted: tuple[str, int]) -> None:
    assert title_of(read_document(titled(varied(), caption))) == DocumentTitle(*wanted)


@pytest.mark.parametrize("ending", ["docx", "html", "csv"])
def test_exports_tell_their_year(ending: str) -> None:
    data = document(build(reference.register(), today=date(2024, 5, 15)), Look(), ending)
    assert title_of(read_document(data)).fiscal_year == 2567


def test_year_may_stand_in_the_cells_alone() -> None:
    rows = [["มาตรการ", "ระยะเวลา"], ["จัดอบรม", "ไตรมาส 1 ปีงบประมาณ 2569"]]
    assert title_of(grid_of(rows)) == DocumentTitle("", 2569)
