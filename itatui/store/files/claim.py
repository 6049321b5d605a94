"""The claim of a save: a link that only one writer can create, on whichever mount of the files.

Two mounts of the same files, such as sshfs and the disk itself, do not see each other's `flock`, and may show a file's
old size and time for a second. Creating a name that must not exist yet is decided where the files are. The name has
the number of the last change in the file to be replaced, so that no mount remembers it from an earlier save. The link's
target names the mount that claimed: whoever holds the `flock` of that mount knows that its other writers are dead.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from itatui.domain.named_tuple import NamedTuple
from itatui.store.files.atomic import list_names
from itatui.store.files.side_names import side_path, side_start

STALE_S = 5.0
"""Seconds after which the claim of another mount is taken to be a killed writer's."""

_DIGITS = 8
_SUFFIX = ".saving-"


class Claim(NamedTuple):
    """A claim that was made; without a path where the file system offers no links."""

    path: Path | None
    target: str = ""

    def holds(self) -> bool:
        """Return whether nobody has taken the claim over."""
        return self.path is None or _target(self.path) == self.target

    def release(self) -> None:
        """Let others save."""
        if self.path is not None and self.holds():
            with suppress(OSError):  # the next save removes it
                self.path.unlink()


class Claimant:
    """A writer that tries to claim a register, on the mount with this device number, until it succeeds."""

    def __init__(self, register: Path, device: int) -> None:
        self._register = register
        self._mount = f"{_machine()}.{device:x}."
        self._seen: tuple[str, float] = "", 0.0
        """Claim of another writer, and the time (s) since when it has been there."""

    def claim(self, checksum: int) -> Claim | None:
        """Claim the register whose content has this CRC-32; None while another mount holds the claim.

        The `flock` must be held.
        """
        path = side_path(self._register, f"{_SUFFIX}{checksum:0{_DIGITS}x}")
        target = f"{self._mount}{os.urandom(6).hex()}"
        try:
            os.symlink(target, path)  # noqa: PTH211 (a name that exists is an error)
        except OSError:  # not always `FileExistsError`: sshfs has a single error for all
            return None if self._may_claim_later(path) else Claim(None)
        return Claim(path, target)

    def _may_claim_later(self, path: Path) -> bool:
        """Return whether a claim that could not be made may be made later, and remove a killed writer's.

        Without any claim, a save is as safe as its last look at the file. That is for file systems without links, and
        for folders where others' files cannot be removed; not for a claim that was released a moment ago.
        """
        found = _target(path)
        if not found and not os.path.lexists(path):
            return self._offers_links()
        if not found.startswith(self._mount):
            if found != self._seen[0]:
                self._seen = found, time.monotonic()
            if time.monotonic() - self._seen[1] < STALE_S:
                return True
        try:
            path.unlink()
        except OSError:
            return not os.path.lexists(path)
        return True

    def _offers_links(self) -> bool:
        """Return whether links can be made beside the register."""
        trial = side_path(self._register, f"{_SUFFIX}{os.urandom(4).hex()}")  # removed as a claim if this is killed
        try:
            os.symlink(self._mount, trial)  # noqa: PTH211 (a name that exists is an error)
        except OSError:
            return False
        with suppress(OSError):
            trial.unlink()
        return True


def claim_paths(register: Path) -> list[Path]:
    """Return the claims beside a register: of a current writer, or left by killed ones."""
    start = side_start(register.name, _SUFFIX, _DIGITS)
    return [register.with_name(name) for name in list_names(register.parent) if name.startswith(start)]


def remove_unused(register: Path, used: Claim) -> None:
    """Remove all other claims: they are on contents that the register no longer has."""
    for path in claim_paths(register):
        if path != used.path:
            with suppress(OSError):  # not in the way
                path.unlink()


def _target(path: Path) -> str:
    try:
        return os.readlink(path)  # noqa: PTH115 (a string, not a path)
    except OSError:
        return ""


def _machine() -> str:
    """Return a name of this run of the machine: locks end with it."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("utf-8")[:13]
    except (OSError, ValueError):
        return os.uname().nodename
