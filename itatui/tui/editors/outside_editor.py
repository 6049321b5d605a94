"""Writing a text in the user's own editor, `$VISUAL` or `$EDITOR`: a file for it, its run, and the way back.

The register is not locked meanwhile, and the screen runs on unseen: changes of others are followed, and signals save.
"""

import asyncio
import os
import shlex
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from itatui.locale import _
from itatui.thai import quote, safe
from itatui.tui.protocols import RegisterApp

FALLBACKS = ("editor", "nano", "vi")
"""Editors without `$VISUAL` and `$EDITOR`; the first is the choice of a Debian system."""
MAX_BYTES = 1_000_000
"""Size of the largest file that is taken back."""
POLL_S = 0.05
"""Seconds between two looks whether the editor has ended."""
LAST_WORDS_S = 1.0
"""Seconds that an editor has to save when the program is ended."""


class _NotTakenError(Exception):
    """The file cannot be taken; the message says why."""


def editor_command() -> list[str]:
    """Return the words of the user's editor; empty if there is none."""
    chosen = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not chosen:
        return next(([name] for name in FALLBACKS if shutil.which(name)), [])
    try:
        return shlex.split(chosen)
    except ValueError:  # a quote without its end
        return [chosen]


class OutsideText(Protocol):
    """A text that the user's own editor has for a while."""

    @property
    def text(self) -> str:
        """The text as it is now."""

    @property
    def is_open(self) -> bool:
        """Whether the text can still be taken back."""

    def file_name(self) -> str:
        """Return the name by which the editor shows the text."""

    def begin(self) -> None:
        """Save the typed text before the editor has the text."""

    def keep(self, text: str) -> None:
        """Keep a text that the editor has saved, but not given back, as a draft."""

    def take(self, text: str, *, at_end: bool) -> None:
        """Take the text that the editor gave back; `at_end`: the program ends, and can ask nothing."""


class OutsideEditor:
    """The user's editor while it has the terminal and a text."""

    def __init__(self, lent: OutsideText, app: RegisterApp) -> None:
        self._lent, self._app = lent, app
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = Path()
        self._path = Path()
        self._written = b""
        """The content of the file as it was last seen."""

    async def run(self) -> None:
        """Have the text edited outside, and take it back as one change. Tell a failure."""
        words = editor_command()
        if not words or shutil.which(words[0]) is None:
            name = quote(words[0]) if words else "EDITOR"
            self._app.tell(_("{editor} was not found: name your editor in the variable EDITOR").format(editor=name))
            return
        self._lent.begin()
        try:
            self._write_file()
            with self._app.lend_terminal(self):
                code = await self._wait(words)
        except OSError as error:
            self._clear()
            reason = safe(error.strerror or str(error))
            message = _("{editor} did not start: {reason}; text unchanged")
            self._app.tell(message.format(editor=quote(words[0]), reason=reason))
            return
        self._return(words[0], code)

    def _write_file(self) -> None:
        """Write the text into a file that only the user can read. `OSError` if that is impossible."""
        self._folder = Path(tempfile.mkdtemp(prefix="itatui-"))
        self._path = self._folder / _plain(self._lent.file_name())
        self._written = (self._lent.text.rstrip("\n") + "\n").encode("utf-8")
        with os.fdopen(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(self._written)

    async def _wait(self, words: list[str]) -> int:
        """Run the editor until it ends, and return its exit code; keep the text that it saves meanwhile as a draft."""
        self._process = subprocess.Popen([*words, str(self._path)])
        while (code := self._process.poll()) is None:
            await asyncio.sleep(POLL_S)
            self._keep_draft()
        return code

    def _keep_draft(self) -> None:
        with suppress(OSError, _NotTakenError):
            if self._path.stat().st_size == len(self._written) and self._path.read_bytes() == self._written:
                return
            self._written = self._path.read_bytes()
            self._lent.keep(self._text())

    def _text(self) -> str:
        """Return the text in the file. Raise `_NotTakenError`."""
        try:
            size = self._path.stat().st_size
            data = self._path.read_bytes() if size <= MAX_BYTES else b""
        except OSError as error:
            raise _NotTakenError(safe(error.strerror or str(error))) from None
        if size > MAX_BYTES:
            raise _NotTakenError(_("it is larger than 1 MB"))
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")
        except UnicodeDecodeError:
            raise _NotTakenError(_("it is not UTF-8")) from None
        if not text.strip() and self._lent.text.strip():
            raise _NotTakenError(_("it is empty"))
        return text

    def _return(self, name: str, code: int) -> None:
        """Give the text back, or tell why it is as it was and where the file is."""
        try:
            text = self._text()
            if code:
                raise _NotTakenError(_("{editor} ended with code {code}").format(editor=quote(name), code=code))
            if not self._lent.is_open:
                raise _NotTakenError(_("its field has been closed"))
        except _NotTakenError as error:
            self._refuse(str(error))
            return
        self._lent.take(text, at_end=False)
        self._clear()

    def _refuse(self, reason: str) -> None:
        if self._was_changed():
            message = _("Text unchanged: {reason}; your file: {path}")
            self._app.tell(message.format(reason=reason, path=safe(str(self._path))))
        else:
            self._clear()
            self._app.tell(_("Text unchanged: {reason}").format(reason=reason))

    def _was_changed(self) -> bool:
        """Return whether the file holds anything that the text does not."""
        try:
            return self._path.read_bytes().strip() not in (b"", self._lent.text.strip().encode("utf-8"))
        except OSError:
            return False

    def end(self) -> None:
        """End the editor because the program ends, and take the text that it has saved, also in that moment."""
        process = self._process
        if process is not None and process.poll() is None:
            process.terminate()
            until = time.monotonic() + LAST_WORDS_S
            while process.poll() is None and time.monotonic() < until:
                time.sleep(POLL_S)
        with suppress(_NotTakenError):
            if self._lent.is_open:
                self._lent.take(self._text(), at_end=True)
        if not self._was_changed():
            self._clear()

    def _clear(self) -> None:
        """Remove the file. What the editor has put beside it, such as a rescued text, stays."""
        with suppress(OSError):
            self._path.unlink()
        with suppress(OSError):
            self._folder.rmdir()


def _plain(name: str) -> str:
    """Return the name of a file without spaces, slashes and signs that cannot be printed."""
    stem, dot, ending = name.rpartition(".")
    plain = "".join("-" if sign in " /\\" or not sign.isprintable() else sign for sign in stem)
    return f"{plain[:60]}{dot}{ending}"
