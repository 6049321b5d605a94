"""PDF files with drawn tables, of our own and of LibreOffice. White space at the ends of lines is not in a PDF."""

import builtins
from collections.abc import Callable

import pytest

from itatui.domain.register import Register
from itatui.intake.document import read_document
from itatui.intake.errors import UnreadableError
from tests import reference
from tests.support.imports import empty, imported, varied
from tools.documents.office import converted
from tools.documents.readers import MissingReaderError
from tools.intake.manners import MANNERS
from tools.intake.pdf_file import Pages, file_of, pdf_file
from tools.intake.tables import Columns, MadeTable, by_measure, by_track, ticked
from tools.intake.truth import Item, items

pytest.importorskip("pypdfium2")
TABLES: dict[str, Callable[[Register], MadeTable]] = {
    "track": by_track,
    "measure": lambda r: by_measure(r, track="filled", merged=False),
    "ticks": lambda r: by_measure(
        r,
        Columns(quarters=tuple(f"ไตรมาส {n}" for n in "1234"), is_over=False),
        ticked("/"),
        track="filled",
        merged=False,
    ),
    "band": lambda r: by_measure(r, track="band", merged=False),
}
OFFICE = ("word-measure-merged", "word-measure-ticks", "word-measure-band", "word-track-typed", "word-track-pages")


def squeezed(found: set[Item]) -> set[Item]:
    """Return items without white space."""
    return {tuple("".join(text.split()) for text in item) for item in found}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_drawn_table_is_read(name: str) -> None:
    data = pdf_file(TABLES[name](varied()))
    found = imported(data, empty())
    assert squeezed(items(found.after)) == squeezed(items(varied()))
    assert imported(data, found.after).edits == imported(data, varied()).edits == ()


def test_tables_of_libreoffice_are_read() -> None:
    documents = {f"{name}.docx": MANNERS[f"{name}.docx"](reference.register()) for name in OFFICE}
    try:
        printed = converted(documents, "pdf")
    except MissingReaderError as missing:
        pytest.skip(f"not installed: {missing}")
    wanted = squeezed(items(reference.register()))
    for name, data in printed.items():
        found = imported(data, empty())
        assert len(squeezed(items(found.after)) & wanted) >= 0.9 * len(wanted), name
        assert len(found.after.measures) == len(reference.register().measures), name


def test_missing_package_is_named_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    whole_import = builtins.__import__

    def without_package(name: str, *others: object) -> object:
        if name.startswith("pypdfium2"):
            raise ImportError(name)
        return whole_import(name, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without_package)
    with pytest.raises(UnreadableError, match=r"pip install 'itatui\[documents\]'"):
        read_document(b"%PDF-1.4")


@pytest.mark.parametrize("end", [9, 500, 5000])
def test_file_cut_short_is_refused(end: int) -> None:
    with pytest.raises(UnreadableError):
        read_document(pdf_file(by_track(reference.register()))[:end])


def test_page_without_texts_is_refused() -> None:
    with pytest.raises(UnreadableError):
        read_document(file_of(Pages()))
