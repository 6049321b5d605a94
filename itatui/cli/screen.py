"""Open the register on the screen: checks of the terminal, and the start of the Textual application."""

import argparse
import sys
from typing import TYPE_CHECKING

from itatui.cli.output import print_note
from itatui.cli.terminal.capabilities import require_capable_terminal
from itatui.errors import UsageError
from itatui.locale import _
from itatui.store import RegisterFile
from itatui.store.config import config_path
from itatui.store.fault_report import keep_fault
from itatui.thai import safe

if TYPE_CHECKING:
    from collections.abc import Callable

    from itatui.tui.screens.main.screen import MainScreen


def require_screen(arguments: argparse.Namespace) -> None:
    """Raise `UsageError` without a terminal, `ItatuiError` if it cannot show Thai (unless `--anyway` is given).

    Standard error may go anywhere: the screen is drawn on standard output.
    """
    if not sys.stdout.isatty():
        raise UsageError(_("the full-screen view needs a terminal; in a pipe, use itatui list, show, report or set"))
    if not sys.stdin.isatty():
        raise UsageError(_("the full-screen view takes keys from a terminal: start it without < and |"))
    if not arguments.anyway:
        require_capable_terminal()


def show_screen(
    arguments: argparse.Namespace, file: RegisterFile | None, first: "Callable[[MainScreen], None] | None" = None
) -> int:
    """Run the application until the user quits, and return the exit code.

    Without a `file` the welcome screen is shown. `first` is called with the main screen once it is mounted.
    """
    from itatui.store.config import SettingsFile
    from itatui.store.drafts import DraftFolder
    from itatui.store.publisher import DocumentPublisher
    from itatui.store.recent import RecentRegisters
    from itatui.store.year_files import YearFiles
    from itatui.tui.startup import start  # lazy: only the screen needs Textual

    config = arguments.config
    return start(
        file,
        colour=not arguments.no_color,
        theme=config.theme,
        motion=config.motion,
        sara_am=config.sara_am,
        unit=config.unit,
        settings=SettingsFile(config_path()),
        shelf=RecentRegisters(),
        drafts=DraftFolder(),
        publisher=DocumentPublisher(),
        year=YearFiles(),
        first=first,
        report_drafts=report_drafts,
        report_fault=report_fault,
    )


def report_drafts(kept: "list[str]", lost: "list[str]") -> None:
    """Tell which texts were typed and not confirmed: those that are offered again, and those that could not be kept."""
    for title in kept:
        print_note(_("kept for the next time: {title}").format(title=safe(title)))
    for title in lost:
        print_note(_("typed but not confirmed, and could not be kept: {title}").format(title=safe(title)))


def report_fault(traceback: str, is_saved: bool, has_drafts: bool) -> None:
    """Keep the traceback of a fault in a file, and name it in a line; print it if no file can be written.

    With drafts, which are reported already, the line is about everything else.
    """
    path = keep_fault(traceback)
    if path is None:
        sys.stderr.write(safe(traceback))
    if not is_saved:
        line = _("itatui stopped because of a fault; your latest changes could not be saved")
    elif has_drafts:
        line = _("itatui stopped because of a fault; everything else you typed is saved")
    else:
        line = _("itatui stopped because of a fault; everything you typed is saved")
    print_note(_("{line}; details: {path}").format(line=line, path=safe(str(path))) if path else line)
