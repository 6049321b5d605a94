"""PDF files with drawn tables, of our own and of LibreOffice. White space at the ends of lines is not in a PDF."""

import builtins
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from itatui.domain.register import Register
from itatui.intake.document import read_document
from itatui.intake.errors import UnreadableError
from tests import reference
from tests.support.imports import empty, imported, varied
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


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_tables_of_libreoffice_are_read(tmp_path: Path) -> None:
    for name in OFFICE:
        (tmp_path / f"{name}.docx").write_bytes(MANNERS[f"{name}.docx"](reference.register()))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    words = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*words, *(f"{tmp_path / name}.docx" for name in OFFICE)], capture_output=True, check=True)
    wanted = squeezed(items(reference.register()))
    for name in OFFICE:
        found = imported((tmp_path / f"{name}.pdf").read_bytes(), empty())
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
def test_file_cut_short_is_refused_or_empty(end: int) -> None:
    with pytest.raises(UnreadableError):
        read_document(pdf_file(by_track(reference.register()))[:end])


def test_page_without_texts_is_a_picture() -> None:
    with pytest.raises(UnreadableError):
        read_document(file_of(Pages()))
