"""What holds for documents of every format."""

import sys

import pytest

from itatui.domain.forms import form_names
from itatui.domain.overview import overview
from itatui.report.documents import ENDINGS, MissingPackageError, document
from itatui.report.look import Look
from itatui.report.overview import overview_report
from tests.reference import register
from tests.support.exported import DAY, exported, report


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("form", form_names(register()))
def test_same_report_gives_the_same_bytes(ending: str, form: str) -> None:
    look = Look(register=b'{"tables": 1}', draft=True)
    first = exported(ending, report(form=form), look)
    assert first == exported(ending, report(form=form), look)


@pytest.mark.parametrize("ending", ENDINGS)
def test_overview_is_a_document_too(ending: str) -> None:
    assert exported(ending, overview_report(register(), overview(register(), DAY), ascii=True))


@pytest.mark.parametrize("ending", ENDINGS)
def test_report_on_an_empty_register_is_a_document(ending: str) -> None:
    assert exported(ending, report(register()._replace(measures=())))


def test_missing_package_is_told_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.startswith("itatui.report.formats.pdf")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    with pytest.raises(MissingPackageError, match=r"pip install 'itatui\[documents\]'"):
        document(report(), Look(), "pdf")
