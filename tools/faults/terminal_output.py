"""Checks of output to terminals and pipes."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category

from itatui.thai import clean, repair_text, safe
from tests.support.command_line import RAW
from tools.bench.plain_text import plain
from tools.faults.hostile_texts import MARKS

_SEQUENCE = re.compile(rb"\x1b(?:\[(?P<csi>[0-?]*[ -/]*)(?P<end>[@-~])|\](?P<osc>[0-9]*)|(?P<other>.))", re.DOTALL)


def find_raw_control(text: str) -> str:
    """Return the first raw control in piped output; empty if none."""
    found = RAW.search(text)
    return f"{found[0]!r} at {found.start()}" if found else ""


def sequence_kinds(data: bytes) -> set[bytes]:
    """Return the kinds of control sequences in terminal output: final bytes with their distinguishing parameters."""
    return set(map(_sequence_kind, _SEQUENCE.finditer(data)))


def _sequence_kind(found: re.Match[bytes]) -> bytes:
    if found["end"]:
        private = found["csi"][:1] if found["csi"][:1] in b"<=>?" else b""
        modes = found["csi"] if found["end"] in b"hlpu" else b""
        return b"[" + (modes or private) + found["end"]
    return b"]" + found["osc"] if found["osc"] is not None else found["other"]


def unexpected_output(data: bytes, allowed: set[bytes]) -> Iterator[str]:
    """Yield everything in terminal output that itatui does not send by itself."""
    for mark in MARKS:
        if mark in data:
            yield f"{mark!r}"
    for kind in sorted(sequence_kinds(data) - allowed):
        yield f"a sequence {kind!r}"
    rest = _SEQUENCE.sub(b"", without_ends(data)).decode("utf-8", "surrogateescape")
    if found := RAW.search(rest):
        yield f"{found[0]!r} after {rest[max(found.start() - 20, 0) : found.start()]!r}"


def without_ends(data: bytes) -> bytes:
    """Remove line ends added by the terminal driver, and terminators of titles and similar sequences."""
    data = re.sub(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)", b"", data)
    data = re.sub(rb"\x1b[PX^_][^\x1b]*\x1b\\", b"", data)
    return data.replace(b"\r\n", b"\n")


def stored_text(text: str) -> str:
    """Return the text as stored: cleaned and repaired."""
    return repair_text(clean(text)[0])[0]


def visible(text: str) -> str:
    """Return the visible characters: made safe, without blanks, line ends and format characters."""
    return "".join(each for each in safe(text) if not each.isspace() and category(each) != "Cf")


def is_displayed(text: str, data: bytes) -> bool:
    """Return True if every visible character of the text was written in order, with other output between."""
    return subsequence(visible(text), "".join(plain(data).split()))


def subsequence(some: Iterable[str], of: Iterable[str]) -> bool:
    """Return True if all items occur in the other sequence, in order."""
    rest = iter(of)
    return all(each in rest for each in some)
