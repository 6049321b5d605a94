"""Strict reader of the JSON of register files. `itatui.store.format.json_writer` writes them."""

import json
import re
import sys
from collections.abc import Callable

from itatui.locale import _
from itatui.thai import quote

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any, NoReturn, TypeAlias

Document: "TypeAlias" = dict[str, "Any"]
Tables: "TypeAlias" = dict[str, dict[str, Document]]

_BOM = b"\xef\xbb\xbf"
"""Byte order mark that some editors put before UTF-8."""

MAX_BYTES = 32 * 1024 * 1024
"""Size of the largest file that is read."""
MAX_PARTS = 2_000_000
"""Number of JSON values in the largest file that is read: a value of three bytes can take a hundred in memory."""

_WITHIN_PARTS = bytes(set(range(256)) - set(b",[{"))
"""All bytes but those that `count_parts` counts."""

_NUMBER = re.compile("[1-9][0-9]{0,14}")
"""Number of a document, in its canonical form."""


class NotARegisterError(ValueError):
    """A file is not a register; the message is the reason."""

    def __init__(self, reason: str, cure: str = "", *, sound: bool = False) -> None:
        super().__init__(reason)
        self.cure = cure
        """Remedy that loses nothing, to be tried before a backup is restored; empty if there is none."""
        self.sound = sound
        """True if the file is undamaged, so that no backup may replace it."""


def _unique(pairs: "list[tuple[str, Any]]") -> "dict[str, Any]":
    unique = dict(pairs)
    if len(unique) != len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise NotARegisterError(_("duplicate key {key}").format(key=quote(twice)))
    return unique


def _no_constant(name: str) -> "NoReturn":
    raise NotARegisterError(_("{name} is not a valid JSON number").format(name=quote(name)))


def _finite(text: str) -> float:
    number = float(text)
    if abs(number) <= sys.float_info.max:
        return number
    raise NotARegisterError(_("a number is too long"))


def count_parts(data: bytes) -> int:
    """Return the most values that the bytes of a file may hold: a comma, or the beginning of a list or object each."""
    return len(data.translate(None, _WITHIN_PARTS))


def too_many_parts(data: bytes, count: Callable[[bytes], int] = count_parts) -> bool:
    """Return whether the bytes of a file may hold more than `MAX_PARTS` values; `count` may know their number."""
    return len(data) > MAX_PARTS and count(data) > MAX_PARTS


def loads(data: bytes, count: Callable[[bytes], int] = count_parts) -> Tables:
    """Return the tables in the bytes of a file, in the shape of TinyDB. `NotARegisterError`.

    Those of a large file are counted before, by `count`.
    """
    if not data or data.isspace():
        raise NotARegisterError(_("the file is empty"))
    if too_many_parts(data, count):
        raise NotARegisterError(_("too many values for a register"))
    try:
        _check_encoding(data)
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotARegisterError(_("byte {place} is not UTF-8").format(place=error.start)) from None
    try:
        found = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        _check_conflict_markers(data)
        place = {"line": error.lineno, "column": error.colno}
        raise NotARegisterError(_("not JSON at line {line}, column {column}").format(**place)) from None
    except RecursionError:
        raise NotARegisterError(_("nested too deeply")) from None
    except NotARegisterError:
        raise
    except ValueError:
        raise NotARegisterError(_("a number is too long")) from None
    return _tables(found)


def _check_encoding(data: bytes) -> None:
    """Raise `NotARegisterError` if the file is UTF-16, as Notepad's “Unicode” saves it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        raise NotARegisterError(_("saved as UTF-16"), _("Save it as UTF-8 in the same editor."))


def _check_conflict_markers(data: bytes) -> None:
    if marker := re.search(rb"^(?:<{7}|>{7}) ", data, re.MULTILINE):
        line = data.count(b"\n", 0, marker.start()) + 1
        cure = _("Keep one of the two sides, and delete the markers, in an editor.")
        raise NotARegisterError(_("git conflict markers at line {line}").format(line=line), cure)


def _tables(found: "Any") -> Tables:
    if not isinstance(found, dict):
        raise NotARegisterError(_("not an itatui register"))
    for table, documents in found.items():
        if not isinstance(documents, dict):
            raise NotARegisterError(_("{table} is not a table of documents").format(table=quote(table)))
        if not all(map(_NUMBER.fullmatch, documents)) or set(map(type, documents.values())) - {dict}:
            wrong = next(
                n for n, document in documents.items() if type(document) is not dict or not _NUMBER.fullmatch(n)
            )
            raise NotARegisterError(_("{place} is not a numbered document").format(place=quote(f"{table}/{wrong}")))
    return found
