"""The form for a file to export to: its name and folder, and whether it is final. It writes nothing."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.report.publisher import Publisher
from itatui.thai import safe
from itatui.tui.dialogs.file_choices import choose_folder
from itatui.tui.dialogs.form import FormDialog, FormField, RefusedError, Shape
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.dialogs.prompts import Confirm
from itatui.tui.words import Words

_FINAL, _DRAFT = "final", "draft"
"""Values of the field that says which of both it is."""


class ExportOrder(NamedTuple):
    """What the user has decided about a document."""

    path: str
    """As it was typed."""
    draft: bool
    replaces: bool
    """Whether a file that exists is replaced."""


class ExportDialog(FormDialog[ExportOrder]):
    """Ask for the file of a document. Return None on Esc.

    A file that exists and a report with open points are asked about while the form stays in sight.
    """

    PREFIX = "export"

    def __init__(
        self,
        question: Words,
        path: str,
        kept: KeptText,
        publisher: Publisher,
        register: Path | None,
        open_points: Callable[[], Sequence[str]],
    ) -> None:
        """`path` is the file to begin with. `register` is that of the register, which is never replaced.

        `open_points` returns lines about what is to be fixed before it is published; it may take a second.
        """
        rows = (
            (FormField("path", lambda: _("File"), path, choose=choose_folder, repairs=False),),
            (FormField("kind", lambda: _("Final or draft"), _FINAL, Shape.CHOICE, choices=_kinds),),
        )
        hint = lambda: _("Enter: next, then export   ← →: choose   ^S: export   F4: folder   Esc: cancel")  # noqa: E731
        super().__init__(question, rows, kept, hint)
        self._publisher = publisher
        self._register = register
        self._open_points = open_points

    def action_take(self) -> None:
        """Return what was typed, once the file and the report have been looked at: both may take a second."""
        self.run_worker(self._take_checked(), group="take", exclusive=True)

    async def _take_checked(self) -> None:
        path, is_draft = self.text_of("path"), self.text_of("kind") == _DRAFT
        try:
            replaces = await asyncio.to_thread(self._publisher.exists, path, self._register)
            if replaces and not await self.app.push_screen_wait(_ask_to_replace(path)):
                return
            if not is_draft:
                self.say(lambda: _("Checking the report…"))
                points = await asyncio.to_thread(self._open_points)
                self.say("")
                if points:
                    is_final = await self.app.push_screen_wait(final_question(points))
                    if is_final is None:
                        return
                    is_draft = not is_final
        except ItatuiError as error:
            self.refuse(RefusedError("path", str(error)))
            return
        self._kept.confirm()
        self.dismiss(ExportOrder(path, is_draft, replaces))


def _kinds() -> Sequence[tuple[str, str]]:
    return ((_FINAL, _("Final")), (_DRAFT, _("Draft, marked on each page")))


def _ask_to_replace(path: str) -> Confirm:
    name = safe(path)
    return Confirm([lambda: _("{path} exists. Replace it?").format(path=name)], lambda: _("Replace"))


def final_question(points: Sequence[str], *, on_paper: bool = False) -> Confirm:
    """Return the question whether a report with open points goes out as final: True, as a draft: False."""
    lines: list[Words] = [lambda: _("This is not ready to publish:"), *map(safe, points)]
    if on_paper:
        return Confirm(lines, lambda: _("Print as final"), otherwise=lambda: _("Print as a draft"))
    return Confirm(lines, lambda: _("Export as final"), otherwise=lambda: _("Export as a draft"))
