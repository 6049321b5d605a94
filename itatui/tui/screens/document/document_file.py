"""Choose a document, or the sheets in a folder, and read them in a thread; the previews come next."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from textual.screen import Screen

from itatui.errors import ItatuiError
from itatui.intake.document import read_document
from itatui.intake.document_title import DocumentTitle, title_of
from itatui.intake.errors import StoppedError
from itatui.intake.grid import Grid
from itatui.locale import _
from itatui.thai import quote, safe
from itatui.tui.dialogs.file_choices import choose_document
from itatui.tui.dialogs.progress import ProgressDialog, Steps
from itatui.tui.protocols import register_app
from itatui.wording.imports import refusal_words

if TYPE_CHECKING:
    from itatui.domain.protocols import RegisterList

NAME_CELLS = 40
"""Cells of the name of a document in a question."""


Found = TypeVar("Found")


class Document(NamedTuple):
    """A document that was read."""

    name: str
    """File name."""
    grid: Grid
    title: DocumentTitle = DocumentTitle()


class Sheets(NamedTuple):
    """The sheets of units in a folder."""

    documents: tuple[Document, ...]
    left_out: tuple[str, ...]
    """Lines about the other documents in the folder."""


def ask_for_document(
    screen: Screen[Any], take: Callable[[Document], None], take_sheets: Callable[[Sheets], None] | None = None
) -> None:
    """Ask for a document, read it and `take` it; tell in a line why it cannot be read.

    With `take_sheets`, a folder can be chosen for the sheets of units in it.
    """
    registers = register_app(screen).environment.shelf
    if registers is None:
        register_app(screen).tell(lambda: _("No files can be opened here"))
        return

    def choose(path: Path) -> None:
        # the list is closing, and would lose the answer of a dialog that it opens
        screen.call_later(read_at, screen, path.name, lambda: registers.document(str(path)), take)

    def choose_sheets(folder: Path) -> None:
        if take_sheets is not None:
            screen.call_later(read_sheets, screen, registers, folder, take_sheets)

    dialog = choose_document(_first_folder(), choose, None if take_sheets is None else choose_sheets)
    screen.app.push_screen(dialog)


def _first_folder() -> Path:
    try:
        return Path.cwd()
    except OSError:  # it was removed
        return Path(os.path.expanduser("~"))  # noqa: PTH111 (pathlib raises where there is no home)


def read_at(screen: Screen[Any], name: str, data: Callable[[], bytes], take: Callable[[Document], None]) -> None:
    """Read a document, show how far it is, and `take` it."""

    def work(steps: Steps) -> Document | str:
        try:
            grid = read_document(data(), steps.tell)
        except StoppedError:
            return ""
        except ItatuiError as error:
            return refusal_words(safe(name), str(error))
        return Document(name, grid, title_of(grid))

    _read(screen, name, work, take)


def read_sheets(screen: Screen[Any], registers: "RegisterList", folder: Path, take: Callable[[Sheets], None]) -> None:
    """Read the sheets of units in a folder, show how far it is, and `take` them."""
    _read(screen, folder.name, lambda steps: _sheets_in(folder, registers, steps), take)


def _sheets_in(folder: Path, registers: "RegisterList", steps: Steps) -> Sheets | str:
    """Return the sheets in a folder, or why there are none."""
    try:
        names = registers.sheets(str(folder))
    except ItatuiError as error:
        return refusal_words(safe(str(folder)), str(error))
    found: list[Document] = []
    left_out: list[str] = []
    for done, name in enumerate(names):
        if not steps.tell(done, len(names)):
            return ""
        try:
            grid = read_document(registers.document(str(folder / name)))
        except ItatuiError as error:
            left_out.append(refusal_words(safe(name), str(error)))
            continue
        if grid.hidden:
            found.append(Document(name, grid))
        else:
            words = _("{path}: no sheet of a unit; left out. Import it by its own name")
            left_out.append(words.format(path=safe(name)))
    return Sheets(tuple(found), tuple(left_out))


def _read(screen: Screen[Any], name: str, work: Callable[[Steps], Found | str], take: Callable[[Found], None]) -> None:
    """Work in a thread, show how far it is, and `take` what is found; a text is told instead."""

    def answer(found: Found | str | None) -> None:
        if isinstance(found, str):
            if found:
                register_app(screen).tell(lambda: found)
        elif found is not None:
            take(found)

    title = lambda: _("Reading {name}").format(name=quote(name, NAME_CELLS))  # noqa: E731
    screen.app.push_screen(ProgressDialog(title, work), answer)
