"""Documents for the screen: written into the current folder, or given to a printer.

What makes them is imported at the first document, since the screen starts without it.
"""

from collections.abc import Sequence
from pathlib import Path

from itatui.errors import ItatuiError
from itatui.locale import _

TYPE_CHECKING = False  # type checkers treat this name as true
if TYPE_CHECKING:
    from itatui.domain.register import Register
    from itatui.report.model import Report

_MOST = 1000
"""Names that are tried."""


class DocumentPublisher:
    """Implements `itatui.report.publisher.Publisher`."""

    def export(self, report: "Report", register: "Register", name: str, ending: str, *, thai_digits: bool) -> str:
        """Write a report under a free name in the current folder, and return its path. Nothing is overwritten."""
        from itatui.report.documents import document
        from itatui.report.look import Look
        from itatui.store.attached_register import attachable
        from itatui.store.exported_file import write_export

        attachment = attachable(register) if report.form else b""
        look = Look(thai_digits=thai_digits, register=attachment, register_name=f"register_{register.fiscal_year}.json")
        data = document(report, look, ending)
        path = _free_path(name, ending)
        write_export(path, data, force=False)
        return str(path)

    def printers(self) -> Sequence[str]:
        """Return the names of the printers."""
        from itatui.store.printer import printers

        return printers()

    def print(self, report: "Report", printer: str, *, thai_digits: bool) -> str:
        """Print a report, and return the words of `lp`."""
        from itatui.report.documents import document
        from itatui.report.look import Look
        from itatui.store.printer import print_pdf

        answer = print_pdf(document(report, Look(thai_digits=thai_digits), "pdf"), report.title, printer)
        words = " ".join((*answer.out, *answer.err)).strip()
        if answer.code:
            raise ItatuiError(words or _("not printed; to print elsewhere: itatui export report.pdf"))
        return words


def _free_path(name: str, ending: str) -> Path:
    """Return a path that does not exist yet; the last that was tried if all do."""
    try:
        folder = Path.cwd()
    except OSError:  # it was removed
        folder = Path.home()
    path = folder / f"{name}.{ending}"
    for number in range(2, _MOST):
        if not path.exists():
            return path
        path = folder / f"{name}-{number}.{ending}"
    return path
