"""Exporting and printing what a screen shows as it is printed."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.report.model import Report
from itatui.report.publisher import Publisher
from itatui.thai import safe, uses_thai_digits
from itatui.tui.dialogs.choose import Choice, ChooseDialog, with_numbers
from itatui.tui.protocols import register_app

_FORMATS = {
    "pdf": "PDF",
    "docx": "DOCX  Word, LibreOffice",
    "xlsx": "XLSX  Excel, LibreOffice",
    "html": "HTML",
    "csv": "CSV",
}
"""Formats by the endings of their files."""


def choose_format(
    screen: Screen[Any], publisher: Publisher, printed: Callable[[], Report], register: Register, name: str
) -> None:
    """Ask for a format, and write the report as a file whose name begins with `name`."""

    def choose(ending: str) -> None:
        def write() -> str:
            report = printed()
            digits = bool(report.form) and (report.thai_digits or uses_thai_digits())
            path = publisher.export(report, register, name, ending, thai_digits=digits)
            return _("written: {path}").format(path=safe(path))

        _run(screen, write)

    choices = with_numbers([Choice(ending, title) for ending, title in _FORMATS.items()])
    screen.app.push_screen(ChooseDialog(lambda: _("Export as"), lambda: choices, choose))


async def choose_printer(screen: Screen[Any], publisher: Publisher, printed: Callable[[], Report]) -> None:
    """Ask for a printer, and print the report."""
    names = await asyncio.to_thread(publisher.printers)
    if not names:
        screen.app.notify(_("There is no printer here. Export a PDF, to be printed elsewhere."), markup=False)
        return

    def choose(printer: str) -> None:
        def send() -> str:
            report = printed()
            digits = bool(report.form) and (report.thai_digits or uses_thai_digits())
            return safe(publisher.print(report, printer, thai_digits=digits))

        _run(screen, send)

    choices = with_numbers([Choice(each, safe(each)) for each in names])
    screen.app.push_screen(ChooseDialog(lambda: _("Print on"), lambda: choices, choose))


def _run(screen: Screen[Any], work: Callable[[], str]) -> None:
    """Do the work in a thread, and tell how it ended."""

    async def run() -> None:
        try:
            words = await asyncio.to_thread(work)
        except ItatuiError as error:
            words = str(error)
        register_app(screen).tell(lambda: words)

    register_app(screen).tell(lambda: _("Making the document…"))
    screen.run_worker(run(), group="export")
