"""Choose a document and read it in a thread; the preview then shows what it would change."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

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

NAME_CELLS = 40
"""Cells of the name of a document in a question."""


class Document(NamedTuple):
    """A document that was read."""

    name: str
    """File name."""
    grid: Grid
    title: DocumentTitle = DocumentTitle()


def ask_for_document(screen: Screen[Any], take: Callable[[Document], None]) -> None:
    """Ask for a document, read it and `take` it; tell in a line why it cannot be read."""
    registers = register_app(screen).environment.shelf
    if registers is None:
        register_app(screen).tell(lambda: _("No files can be opened here"))
        return

    def choose(path: Path) -> None:
        # the list is closing, and would lose the answer of a dialog that it opens
        screen.call_later(read_at, screen, path.name, lambda: registers.document(str(path)), take)

    screen.app.push_screen(choose_document(_first_folder(), choose))


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

    def answer(found: Document | str | None) -> None:
        if isinstance(found, Document):
            take(found)
        elif found:
            register_app(screen).tell(lambda: found)

    title = lambda: _("Reading {name}").format(name=quote(name, NAME_CELLS))  # noqa: E731
    screen.app.push_screen(ProgressDialog(title, work), answer)
