"""What may be said to a terminal, and what was said to one."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category

from itatui.thai import clean, repair_marks, safe
from tests.support.command_line import RAW
from tools.bench.plain import plain
from tools.faults.corpus import MARKS

_SEQUENCE = re.compile(rb"\x1b(?:\[(?P<csi>[0-?]*[ -/]*)(?P<end>[@-~])|\](?P<osc>[0-9]*)|(?P<other>.))", re.DOTALL)


def harm_in(text: str) -> str:
    """What a terminal might obey in an answer that went into a pipe; empty: nothing."""
    found = RAW.search(text)
    return f"{found[0]!r} at {found.start()}" if found else ""


def kinds(data: bytes) -> set[bytes]:
    """The sorts of sequences in what was written to a terminal: their ends, and what tells them apart before those."""
    return set(map(_kind, _SEQUENCE.finditer(data)))


def _kind(found: re.Match[bytes]) -> bytes:
    if found["end"]:
        private = found["csi"][:1] if found["csi"][:1] in b"<=>?" else b""
        modes = found["csi"] if found["end"] in b"hlpu" else b""
        return b"[" + (modes or private) + found["end"]
    return b"]" + found["osc"] if found["osc"] is not None else found["other"]


def harm_to(data: bytes, allowed: set[bytes]) -> Iterator[str]:
    """What is in the bytes written to a terminal that itatui does not send by itself."""
    for mark in MARKS:
        if mark in data:
            yield f"{mark!r}"
    for kind in sorted(kinds(data) - allowed):
        yield f"a sequence {kind!r}"
    rest = _SEQUENCE.sub(b"", without_ends(data)).decode("utf-8", "surrogateescape")
    if found := RAW.search(rest):
        yield f"{found[0]!r} after {rest[max(found.start() - 20, 0) : found.start()]!r}"


def without_ends(data: bytes) -> bytes:
    """The bytes without the ends of lines that a terminal's driver makes, and the ends of titles and the like."""
    data = re.sub(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)", b"", data)
    data = re.sub(rb"\x1b[PX^_][^\x1b]*\x1b\\", b"", data)
    return data.replace(b"\r\n", b"\n")


def kept(text: str) -> str:
    """What of a text comes into the register: what `clean` leaves, mended."""
    return repair_marks(clean(text)[0])[0]


def visible(text: str) -> str:
    """What of a text a reader sees: made safe, without blanks, ends of lines, and what has no shape of its own."""
    return "".join(each for each in safe(text) if not each.isspace() and category(each) != "Cf")


def shown(text: str, data: bytes) -> bool:
    """Whether every visible character of a text was written to the terminal, in order; other things may be between."""
    return subsequence(visible(text), "".join(plain(data).split()))


def subsequence(some: Iterable[str], of: Iterable[str]) -> bool:
    """Whether all of these come in the other, in order."""
    rest = iter(of)
    return all(each in rest for each in some)
