"""A dialog that shows how far the reading of a document is, and stops it."""

import threading
from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from itatui.locale import _
from itatui.resources import resource
from itatui.thai import numerals
from itatui.tui.keyboard import bound
from itatui.tui.side_thread import read_aside
from itatui.tui.widgets.caption import Caption
from itatui.tui.words import Words

Result = TypeVar("Result")

STEP_S = 0.2
"""Seconds between two looks at how far it is."""


class Steps:
    """How far a thread is: it tells each step, and learns that it is to stop."""

    def __init__(self) -> None:
        self.done = self.total = 0
        self.stopped = threading.Event()

    def tell(self, done: int, total: int) -> bool:
        """Take a step, such as a page; return whether to go on."""
        self.done, self.total = done, total
        return not self.stopped.is_set()


class ProgressDialog(ModalScreen[Result | None], Generic[Result]):
    """Run a function in a thread and return its result; None on Esc."""

    CSS_PATH = resource("styles", "dialogs.tcss")
    BINDINGS = [Binding(bound("escape"), "stop")]

    def __init__(self, title: Words, work: Callable[[Steps], Result]) -> None:
        """`work` must raise nothing but `OSError`."""
        super().__init__()
        self._title = title
        self._work = work
        self._steps = Steps()
        self._start = monotonic()

    def compose(self) -> ComposeResult:
        """The title, how far it is, and the key."""
        with Vertical(classes="dialog"):
            yield Caption(self._title, classes="question")
            yield Caption(self._far, widget_id="far")
            yield Caption(lambda: _("Esc: stop"), classes="hint")

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(STEP_S, self._show)
        self.run_worker(self._run(), group="work", exclusive=True)

    async def _run(self) -> None:
        found = await read_aside(self._work, self._steps)
        self.dismiss(found)

    def _far(self) -> str:
        steps = self._steps
        if steps.total > 1:
            return numerals(_("part {done} of {total}").format(done=steps.done, total=steps.total))
        return numerals(_("{seconds} s").format(seconds=int(monotonic() - self._start)))

    def _show(self) -> None:
        self.query_one("#far", Caption).on_language_changed()

    def on_unmount(self) -> None:
        """Stop the thread, however the dialog was closed."""
        self._steps.stopped.set()

    def action_stop(self) -> None:
        """Stop: the thread ends at its next step, and nothing comes of it."""
        self.dismiss(None)
