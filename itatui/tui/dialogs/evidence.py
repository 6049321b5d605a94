"""The evidence of a measure: a list of its pieces, and a form for label and link. Nothing is saved here."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from itatui.domain.field_text import parse_link
from itatui.domain.measure import Evidence
from itatui.locale import _
from itatui.thai import truncate
from itatui.tui.dialogs.choose import Choice, ChoiceList, ChooseDialog
from itatui.tui.dialogs.file_choices import choose_file
from itatui.tui.dialogs.form import FormDialog, FormField, RefusedError, Shape
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.keyboard import bound
from itatui.tui.widgets.caption import Caption
from itatui.tui.words import Words

PIECE_CELLS = 50
"""Cells of a piece in the list."""
NEW = "new"
"""Name of the choice that adds a piece; the others are numbers from 0."""


class EvidenceForm(FormDialog[Evidence]):
    """Ask for label and link of a piece of evidence. Return None on Esc."""

    PREFIX = "evidence"

    def __init__(
        self, title: Words, piece: Evidence, register: Path, kept: KeptText, begins: events.Key | None = None
    ) -> None:
        """Files are named from the folder of `register`; `begins` is a sign to write in the label."""
        link = FormField(
            "link",
            lambda: _("Link: a web address or a file"),
            piece.target,
            Shape.PARAGRAPH,
            choose=lambda field: choose_file(field, register),
            repairs=False,
        )
        super().__init__(
            title,
            ((FormField("label", lambda: _("Label: what it is"), piece.label, Shape.PARAGRAPH),), (link,)),
            kept,
            lambda: _("Enter: next field, then save   ^S: save   F4: choose a file   Esc: cancel"),
            begins=begins,
        )

    def typed(self) -> Evidence:
        """Return the piece typed so far; an address in the label is taken for the link if there is no other."""
        label, link = self.texts.values()
        return parse_link(label) if label and not link else Evidence(label, link)

    def result(self) -> Evidence:
        """Return the piece. Raise `RefusedError` if it is empty."""
        piece = self.typed()
        if not any(piece):
            raise RefusedError("label", lambda: _("Enter a label or a link first"))
        return piece


class Pieces(NamedTuple):
    """What the list asks of its caller."""

    now: Callable[[], Sequence[Evidence]]
    """Returns the pieces as they are."""
    edit: Callable[[int], None]
    """Opens the form of a piece, by its number from 0; behind the last: of a new one."""
    set: Callable[[Sequence[Evidence]], None]
    """Saves other pieces."""
    copy: Callable[[Evidence], None]
    """Copies the link of a piece."""


class EvidenceDialog(ChooseDialog):
    """The pieces of evidence of a measure: add, edit, remove, move, copy the link."""

    NARROWS = False
    BINDINGS = [
        Binding(bound("ctrl+n", "insert"), "edit_new", show=False),
        Binding(bound("delete", "ctrl+d"), "remove", show=False),
        Binding(bound("[", "alt+up"), "move(-1)", show=False),
        Binding(bound("]", "alt+down"), "move(1)", show=False),
        Binding(bound("c", "ctrl+c"), "copy", show=False),
    ]

    def __init__(self, title: Words, pieces: Pieces) -> None:
        super().__init__(title, self._rows, self._open)
        self._pieces = pieces

    def compose(self) -> ComposeResult:
        """The list, and the keys below it."""
        with Vertical(id="evidence"):
            yield from super().compose()
            yield Caption(
                lambda: _("Enter: edit   ^N: add   Del: delete   [ ]: move   C: copy the link   Esc: back"),
                classes="hint",
            )

    def hint(self) -> str:
        """Leave the keys to the line below the list."""
        return ""

    def _rows(self) -> list[Choice]:
        rows = [
            Choice(str(number), _shown(piece), str(number + 1) if number < 9 else "", opens=True)
            for number, piece in enumerate(self._pieces.now())
        ]
        return [*rows, Choice(NEW, _("add evidence"), "+", opens=True)]

    def _open(self, name: str) -> None:
        self._pieces.edit(len(self._pieces.now()) if name == NEW else int(name))

    def on_screen_resume(self) -> None:
        """Show what was changed in the form."""
        if self.is_mounted and self.query(ChoiceList):
            self.show_others(str(self.query_one(ChoiceList).at))

    def _piece(self) -> int | None:
        """Return the number of the piece under the cursor, from 0; None on the row that adds one."""
        at = self.query_one(ChoiceList).at
        return at if 0 <= at < len(self._pieces.now()) else None

    def action_edit_new(self) -> None:
        """Add a piece."""
        self._open(NEW)

    def action_remove(self) -> None:
        """Remove the piece; undo brings it back."""
        at = self._piece()
        if at is not None:
            self._pieces.set([piece for number, piece in enumerate(self._pieces.now()) if number != at])
            self.show_others(str(at))

    def action_move(self, by: int) -> None:
        """Move the piece up (-1) or down (1)."""
        at, pieces = self._piece(), list(self._pieces.now())
        if at is not None and 0 <= at + by < len(pieces):
            pieces.insert(at + by, pieces.pop(at))
            self._pieces.set(pieces)
            self.show_others(str(at + by))

    def action_copy(self) -> None:
        """Copy the link."""
        at = self._piece()
        if at is not None:
            self._pieces.copy(self._pieces.now()[at])


def _shown(piece: Evidence) -> str:
    return truncate("  ".join(part for part in piece if part), PIECE_CELLS)
