"""Export and print the table of a screen."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual.screen import Screen

from itatui.domain.protocols import DraftPlace
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import N_, _
from itatui.report.model import Report
from itatui.report.publisher import Exported, Publisher
from itatui.thai import safe, uses_thai_digits
from itatui.tui.dialogs.choose import Choice, ChooseDialog, with_numbers
from itatui.tui.dialogs.export_form import ExportDialog, ExportOrder, final_question
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.protocols import register_app

_FORMATS = {
    "pdf": "PDF",
    "docx": "DOCX  Word, LibreOffice",
    "xlsx": "XLSX  Excel, LibreOffice",
    "html": "HTML",
    "csv": "CSV",
}
"""Formats by the endings of their files."""
_NEXT = {
    "pdf": N_("Publish it, or print it with P."),
    "docx": N_("Continue in Word or LibreOffice."),
    "xlsx": N_("Continue in Excel or LibreOffice."),
    "html": N_("Put it on your web site."),
    "csv": N_("Open it with a spreadsheet or another program."),
}
"""Next use of a file, by its ending."""


class Exporter:
    """Asks where the table of a screen goes, into which file or to which printer, and brings it there."""

    def __init__(
        self,
        screen: Screen[Any],
        publisher: Publisher,
        printed: Callable[[], Report],
        register: Register,
        path: Path | None,
    ) -> None:
        """`path` is that of the register; None: it is not known here."""
        self._screen, self._publisher, self._printed = screen, publisher, printed
        self._register, self._path = register, path

    def export(self, name: str) -> None:
        """Ask for a format. The name of the file begins with `name`."""

        def choose(ending: str) -> None:
            self._screen.run_worker(self._ask_for_file(name, ending), group="export")

        choices = with_numbers([Choice(ending, title) for ending, title in _FORMATS.items()])
        self._screen.app.push_screen(ChooseDialog(lambda: _("Export as"), lambda: choices, choose))

    async def _ask_for_file(self, name: str, ending: str) -> None:
        proposed = await asyncio.to_thread(self._publisher.proposal, name, ending)
        question = lambda: _("Export as {format}").format(format=ending.upper())  # noqa: E731
        kept = KeptText(register_app(self._screen).drafts, DraftPlace("", f"export {name} {ending}"), question)
        form = ExportDialog(question, proposed, kept, self._publisher, self._path, self._open_points)

        def take(order: ExportOrder | None) -> None:
            if order is not None:
                _run(self._screen, lambda: self._write(order), kept)

        self._screen.app.push_screen(form, take)

    def _open_points(self) -> Sequence[str]:
        return self._publisher.open_points(self._printed(), self._register, self._path)

    def _write(self, order: ExportOrder) -> str:
        report = self._printed()
        exported = self._publisher.export(
            report,
            self._register,
            order.path,
            thai_digits=_has_thai_digits(report),
            draft=order.draft,
            replaces=order.replaces,
        )
        return _written_words(exported, draft=order.draft)

    async def print(self) -> None:
        """Ask for a printer, and print the report."""
        names = await asyncio.to_thread(self._publisher.printers)
        if not names:
            words = _("There is no printer here. Export a PDF, to be printed elsewhere.")
            self._screen.app.notify(words, markup=False)
            return

        def choose(printer: str) -> None:
            self._screen.run_worker(self._print_on(printer), group="export")

        choices = with_numbers([Choice(each, safe(each)) for each in names])
        self._screen.app.push_screen(ChooseDialog(lambda: _("Print on"), lambda: choices, choose))

    async def _print_on(self, printer: str) -> None:
        """Print the report; if it has open points, as the user says: as final, as a draft or not at all."""
        app = register_app(self._screen)
        app.tell(lambda: _("Checking the report…"))
        try:
            points = await asyncio.to_thread(self._open_points)
        except ItatuiError as error:
            words = str(error)
            app.tell(lambda: words)
            return
        question = final_question(points, on_paper=True)
        is_final = await self._screen.app.push_screen_wait(question) if points else True
        if is_final is not None:
            _run(self._screen, lambda: self._send(printer, draft=not is_final))

    def _send(self, printer: str, *, draft: bool) -> str:
        report = self._printed()
        return safe(self._publisher.print(report, printer, thai_digits=_has_thai_digits(report), draft=draft))


def _written_words(exported: Exported, *, draft: bool) -> str:
    """Return the path of a written document, and its next use."""
    lines = [_("Written: {path}").format(path=safe(exported.path))]
    if exported.fetch:
        lines.append(_("To your own computer: {command}").format(command=safe(exported.fetch)))
    else:
        lines.append(_("It is marked as a draft.") if draft else _(_NEXT[exported.ending]))
    return "\n".join(lines)


def _has_thai_digits(report: Report) -> bool:
    return bool(report.form) and (report.thai_digits or uses_thai_digits())


def _run(screen: Screen[Any], work: Callable[[], str], kept: KeptText | None = None) -> None:
    """Do the work in a thread, and tell the result; a `kept` text is offered again after a failure."""

    async def run() -> None:
        try:
            words = await asyncio.to_thread(work)
            if kept:
                kept.drop()
        except ItatuiError as error:
            words = str(error)
            if kept:
                kept.restore()
        register_app(screen).tell(lambda: words)

    register_app(screen).tell(lambda: _("Making the document…"))
    screen.run_worker(run(), group="export")
