"""The bytes of a register file on the way out: one field a line, which keeps a file readable and its differences short.

They are made field by field, because the standard encoder leaves its C half behind as soon as it is asked to indent:
9 times slower at 1,000 measures.
"""

import json
from json.encoder import encode_basestring
from typing import Any

from itatui.store.serial import Document, Tables

_Fields = tuple[tuple[str, Any], ...]

_any = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_ascii = json.JSONEncoder(allow_nan=False).encode


class Writer:
    """Writes the tables of one file, time and again: a document that did not change since is not made anew.

    Each document is read back when it is made; `ValueError` when it does not say what it should.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], tuple[_Fields, bytes]] = {}

    def dumps(self, tables: Tables) -> bytes:
        """The bytes of a file that holds these tables: UTF-8."""
        return b"{\n" + b",\n".join(self._table(name, rows) for name, rows in tables.items()) + b"\n}\n"

    def _table(self, name: str, documents: dict[str, Document]) -> bytes:
        head = f"  {_ascii(name) if not _utf8(name) else _any(name)}: ".encode()
        if not documents:
            return head + b"{}"
        rows = (
            b'    "%b": %b' % (number.encode(), self._document(name, number, documents[number])) for number in documents
        )
        return head + b"{\n" + b",\n".join(rows) + b"\n  }"

    def _document(self, table: str, number: str, fields: Document) -> bytes:
        now = tuple(fields.items())
        before, made = self._made.get((table, number), ((), b""))
        if not made or before != now:
            made = _bytes(fields)
            if json.loads(made) != fields:
                raise ValueError(f"{table}/{number}")
            self._made[table, number] = now, made
        return made


def dumps(tables: Tables) -> bytes:
    """The bytes of a file that holds these tables, made once."""
    return Writer().dumps(tables)


def _bytes(fields: Document) -> bytes:
    if not fields:
        return b"{}"
    lines = [
        f"      {_any(name)}: {encode_basestring(value) if type(value) is str else _any(value)}"
        for name, value in fields.items()
    ]
    try:
        return ("{\n" + ",\n".join(lines) + "\n    }").encode()
    except UnicodeEncodeError:  # half a surrogate pair, from a file edited by hand: JSON can only escape it
        lines = [f"      {_ascii(name)}: {_ascii(value)}" for name, value in fields.items()]
        return ("{\n" + ",\n".join(lines) + "\n    }").encode()


def _utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
