"""Documents of the reference register, and the texts that must be in them."""

from datetime import date

import pytest

from itatui.domain.forms import form_of
from itatui.domain.register import Register
from itatui.report.build import build
from itatui.report.documents import document
from itatui.report.look import Look
from itatui.report.model import Report
from tests.reference import reference
from tests.reference import register as reference_register

DAY = date(2024, 9, 30)
NEEDS = {"pdf": ("fpdf", "uharfbuzz"), "xlsx": ("openpyxl",)}
"""Packages of the extra `documents`, by format."""


def require(ending: str) -> None:
    """Skip the test where a package of a format is not installed."""
    for package in NEEDS.get(ending, ()):
        pytest.importorskip(package, reason=f"{package} of the extra `documents` is not installed")


def report(register: Register | None = None, form: str = "report") -> Report:
    """Return a report by a form, on the reference register by default."""
    register = register or reference_register()
    return build(register, form=form_of(register, form), today=DAY)


def exported(ending: str, printed: Report | None = None, look: Look | None = None) -> bytes:
    """Return a report as a document, that of the reference by default."""
    require(ending)
    return document(printed or report(), look or Look(), ending)


def texts() -> list[str]:
    """Return the 25 texts of the reference: labels, measures, results, units, outcomes."""
    found: list[str] = []
    for track in reference()["tracks"]:
        found += [track["label"], *track["measures"], *(bullet["text"] for bullet in track["results"])]
        found += [track["responsible_text"], track["outcome"]]
    return list(dict.fromkeys(found))
