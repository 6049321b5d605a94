"""Properties of documents in every format."""

import os
import subprocess
import sys

import pytest

from itatui.domain.overview import overview
from itatui.report.documents import ENDINGS, MissingPackageError, document
from itatui.report.look import DRAFT, Look
from itatui.report.overview import overview_report
from tests.reference import register
from tests.support.command_line import ROOT
from tests.support.exported import DAY, exported, report, require
from tools.documents.contents import texts_of
from tools.documents.readers import MissingReaderError

PROGRAM = """
import sys
from itatui.report.documents import document
from itatui.report.look import Look
from tests.support.exported import report
for form in ("report", "follow-up"):
    for ending in sys.argv[1:]:
        look = Look(register=b'{"tables": 1}', draft=True)
        sys.stdout.buffer.write(document(report(form=form), look, ending))
"""
CIRCUMSTANCES = (
    (0o022, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": "/"}),
    (0o077, {"TZ": "Asia/Bangkok", "LANG": "th_TH.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1"}),
)
"""Masks of new files, and variables."""


def test_same_report_gives_the_same_bytes_at_any_time_and_place() -> None:
    require("pdf")
    require("xlsx")
    found = []
    for mask, variables in CIRCUMSTANCES:  # the second process begins more than a second after the first
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **variables}
        words = [sys.executable, "-c", PROGRAM, *ENDINGS]
        found.append(subprocess.run(words, env=environment, umask=mask, capture_output=True, check=True).stdout)
    assert found[0] == found[1]
    assert len(found[0]) > 50_000


@pytest.mark.parametrize("ending", ENDINGS)
def test_draft_is_marked_and_nothing_else_is(ending: str) -> None:
    data = [exported(ending, look=Look(draft=draft)) for draft in (True, False)]
    try:
        draft, final = (" ".join(texts_of(ending, each)).split() for each in data)
    except MissingReaderError as missing:
        pytest.skip(f"not installed: {missing}")
    assert DRAFT in draft
    assert DRAFT not in final


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
