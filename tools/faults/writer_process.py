"""Concurrent writers of a register, each a process, and the check that none of their changes is lost."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from itatui.domain.change import Edit, Value
from itatui.domain.register import Register
from tests.support.register_edits import measure
from tools.faults.scratch_registers import Contents

TIMEOUT_S = 60.0
"""Seconds to wait for a silent writer before giving up."""
UNLIMITED = 1_000_000


class WriterProcess:
    """Writer process and the changes it reported as saved."""

    def __init__(self, path: Path, ref: str, field: str, prefix: str, count: int = UNLIMITED) -> None:
        self.ref, self.field, self.prefix = ref, field, prefix
        self.slowest = 0.0
        """Seconds of the slowest change, until it was reported as saved."""
        words = [sys.executable, "-m", "tools.faults.writer_child", str(path), ref, field, str(count), prefix]
        self._process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        self._reported: list[str] = []
        self._changed = threading.Condition()
        self._ended = False
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if not line.endswith("\n"):
                break  # killed while reporting
            text, took = line.split()
            with self._changed:
                self._reported.append(text)
                self.slowest = max(self.slowest, float(took))
                self._changed.notify_all()
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    @property
    def has_ended(self) -> bool:
        """True if it has ended: then it saved its reported changes and a single change more at most."""
        return not self._listener.is_alive()

    def acknowledged(self) -> list[str]:
        """Return the changes reported as saved, in order."""
        with self._changed:
            return list(self._reported)

    def suspend(self) -> None:
        """Suspend the process."""
        self._process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Resume the process."""
        self._process.send_signal(signal.SIGCONT)

    def wait_for_saves(self, count: int) -> bool:
        """Wait until `count` changes are reported in all. Return False if they are not."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or len(self._reported) >= count, TIMEOUT_S)
            return len(self._reported) >= count

    def wait_for_more_saves(self, more: int) -> bool:
        """Wait for `more` further changes. Return False if they do not come."""
        return self.wait_for_saves(len(self.acknowledged()) + more)

    def kill(self) -> str:
        """Kill the process and read its remaining reports. Return its standard error."""
        self._process.kill()
        return self.wait_for_end()

    def wait_for_end(self) -> str:
        """Wait for the end of the process. Return its standard error."""
        assert self._process.stdout is not None and self._process.stderr is not None
        self._process.wait()
        self._listener.join()
        complaint = self._process.stderr.read() if not self._process.stderr.closed else ""
        self._process.stdout.close()
        self._process.stderr.close()
        return complaint


def find_lost_changes(
    found: Contents, before: Register, reported: Iterable[tuple[WriterProcess, list[str]]]
) -> Iterator[str]:
    """Yield a line for each reported change that is missing or wrong in the register."""
    written: dict[tuple[str, str], list[Edit]] = {}
    for change in found.history:
        for edit in change.edits:
            written.setdefault((edit.id, edit.field), []).append(edit)
    for writer, texts in reported:
        thing = measure(before, writer.ref)
        edits = written.get((thing.id, writer.field), [])
        own = [edit.after for edit in edits if str(edit.after).startswith(writer.prefix)]
        for text in texts:
            if own.count(text) != 1:
                yield f"{writer.ref} {writer.field}: {text} is {own.count(text)} times in the history"
        if own[: len(texts)] != texts or (writer.has_ended and len(own) > len(texts) + 1):
            yield f"{writer.ref} {writer.field}: reported {texts[-3:]}, found {own[-4:]}"
    for (name, field), edits in written.items():
        then, now = before.measure(name), found.register.measure(name)
        yield from _broken(f"{name} {field}", getattr(then, field), edits, getattr(now, field))


def _broken(what: str, first: Value, edits: list[Edit], last: Value) -> Iterator[str]:
    """Yield a line where the changes of a field are not contiguous from the first value to the last."""
    for edit in edits:
        if edit.before != first:
            yield f"{what}: {edit.after!r} replaced {first!r}, and names {edit.before!r}"
        first = edit.after
    if first != last:
        yield f"{what}: holds {last!r} after {first!r}"
