"""Documents for the screen: written into files, or given to a printer.

The formats are imported at the first document, since the screen starts without them.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from itatui.errors import ItatuiError
from itatui.locale import _

if TYPE_CHECKING:
    from itatui.domain.register import Register
    from itatui.report.model import Report
    from itatui.report.publisher import Exported

_MOST = 1000
"""Names that are tried."""


class DocumentPublisher:
    """Implements `itatui.report.publisher.Publisher`."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        """Folder of the document before; None: none was written yet."""

    def proposal(self, name: str, ending: str) -> str:
        """Return a free name in the folder of the document before, or in the current folder."""
        path = _free_path(self._folder or _current_folder(), name, ending)
        home = Path(os.path.expanduser("~"))  # noqa: PTH111 (Path.home may raise)
        return str(Path("~", path.relative_to(home))) if path.is_relative_to(home) else str(path)

    def exists(self, path: str, register: Path | None) -> bool:
        """Return whether a file of this name exists. Raise `ItatuiError` if it must not be written."""
        from itatui.store.exported_file import check_target

        return check_target(_typed(path), register, force=True).exists()

    def open_points(self, report: "Report", register: "Register", path: Path | None) -> Sequence[str]:
        """Return lines about what the check finds in a report by form."""
        if not report.form:
            return ()
        from itatui.store.publish_check import open_findings
        from itatui.wording.check import open_points

        return open_points(open_findings(report, register, path), register)

    def export(
        self,
        report: "Report",
        register: "Register",
        path: str,
        *,
        thai_digits: bool,
        draft: bool,
        replaces: bool,
    ) -> "Exported":
        """Write a report to a file of any format, by its ending. Nothing is overwritten unless it `replaces` a file."""
        from itatui.report.documents import document, ending_of
        from itatui.report.look import Look
        from itatui.report.publisher import Exported
        from itatui.store.attached_register import attachable
        from itatui.store.exported_file import write_export

        target = Path(os.path.realpath(_typed(path)))
        ending = ending_of(target.name)
        attachment = attachable(register) if report.form else b""
        name = f"register_{register.fiscal_year}.json"
        look = Look(thai_digits=thai_digits, draft=draft, register=attachment, register_name=name)
        write_export(target, document(report, look, ending), force=replaces)
        self._folder = target.parent
        return Exported(str(target), ending, _copy_command(target))

    def printers(self) -> Sequence[str]:
        """Return the names of the printers."""
        from itatui.store.printer import printers

        return printers()

    def print(self, report: "Report", printer: str, *, thai_digits: bool, draft: bool) -> str:
        """Print a report, and return the words of `lp`."""
        from itatui.report.documents import document
        from itatui.report.look import Look, sheet_size
        from itatui.store.printer import print_pdf

        data = document(report, Look(thai_digits=thai_digits, draft=draft), "pdf")
        answer = print_pdf(data, report.title, printer, paper=sheet_size(report))
        words = " ".join((*answer.out, *answer.err)).strip()
        if answer.code:
            raise ItatuiError(words or _("not printed; to print elsewhere: itatui export report.pdf"))
        return words


def _typed(path: str) -> Path:
    """Return a typed path. Raise `ItatuiError` for one that has no name or the ending of no format."""
    from itatui.report.documents import ending_of
    from itatui.store.paths import expanded

    ending_of(path)
    return expanded(path)


def _current_folder() -> Path:
    try:
        return Path.cwd()
    except OSError:  # it was removed
        return Path.home()


def _free_path(folder: Path, name: str, ending: str) -> Path:
    """Return a path that does not exist yet; the last that was tried if all do."""
    path = folder / f"{name}.{ending}"
    for number in range(2, _MOST):
        if not os.path.lexists(path):
            return path
        path = folder / f"{name}-{number}.{ending}"
    return path


def _copy_command(path: Path) -> str:
    """Return the command that copies a file from this machine to the user's own, over SSH; empty without SSH."""
    address = os.environ.get("SSH_CONNECTION", "").split()
    if len(address) != 4:
        return ""
    import shlex

    from itatui.store.identity import identity

    host = f"[{address[2]}]" if ":" in address[2] else address[2]
    return shlex.join(["scp", f"{identity().who}@{host}:{path}", "."])
