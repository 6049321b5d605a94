"""The bytes of a register file on the way out: one field a line, which keeps a file readable and its differences short.

They are made field by field, because the standard encoder leaves its C half behind as soon as it is asked to indent:
9 times slower at 1,000 measures.
"""

import json
import marshal
from json.encoder import encode_basestring
from typing import Any

from itatui.store.format.json_reader import Document, Tables

_any = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_ascii = json.JSONEncoder(allow_nan=False).encode


class Writer:
    """Writes the tables of one file, time and again: a document that did not change since is not made anew.

    Whoever changes a document puts another in its place: one that is the same object as before is not looked into.
    Each document is read back when it is made; `ValueError` when it does not say what it should.
    """

    def __init__(self) -> None:
        self._before: dict[str, dict[str, Document]] = {}
        self._rows: dict[str, dict[str, bytes]] = {}

    def dumps(self, tables: Tables) -> bytes:
        """The bytes of a file that holds these tables: UTF-8."""
        pieces: list[bytes] = []  # of tables and documents alike: both are parted by the same bytes
        for name, documents in tables.items():
            head = f"  {_ascii(name) if not _utf8(name) else _any(name)}: {{".encode()
            if rows := self._made(name, documents):
                rows[0] = head + b"\n" + rows[0]
                rows[-1] += b"\n  }"
                pieces += rows
            else:
                pieces.append(head + b"}")
        pieces = pieces or [b""]
        pieces[0] = b"{\n" + pieces[0]
        pieces[-1] += b"\n}\n"
        return b",\n".join(pieces)

    def _made(self, table: str, documents: dict[str, Document]) -> list[bytes]:
        """A row for each document of a table."""
        before, rows = self._before.setdefault(table, {}), self._rows.setdefault(table, {})
        for number in [number for number, fields in documents.items() if before.get(number) is not fields]:
            fields = documents[number]
            if number not in rows or not _same(before[number], fields):
                rows[number] = _row(table, number, fields)
            before[number] = fields
        if list(rows) != list(documents):
            rows = self._rows[table] = {number: rows[number] for number in documents}
            self._before[table] = dict(documents)
        return list(rows.values())


def dumps(tables: Tables) -> bytes:
    """The bytes of a file that holds these tables, made once."""
    return Writer().dumps(tables)


def _same(one: Document, other: Document) -> bool:
    """Whether two documents are written alike: 1, 1.0 and True are equal, and so are fields in another order."""
    return marshal.dumps(one, 2) == marshal.dumps(other, 2)  # of version 2, which knows nothing of identity


def _row(table: str, number: str, fields: Document) -> bytes:
    made = _bytes(fields)
    if json.loads(made) != fields:
        raise ValueError(f"{table}/{number}")
    return b'    "%b": %b' % (number.encode(), made)


def _bytes(fields: Document) -> bytes:
    if not fields:
        return b"{}"
    lines = [f"      {encode_basestring(name)}: {_json(value)}" for name, value in fields.items()]
    try:
        return ("{\n" + ",\n".join(lines) + "\n    }").encode()
    except UnicodeEncodeError:  # half a surrogate pair, from a file edited by hand: JSON can only escape it
        lines = [f"      {_ascii(name)}: {_ascii(value)}" for name, value in fields.items()]
        return ("{\n" + ",\n".join(lines) + "\n    }").encode()


def _json(value: Any) -> str:
    """What the encoder makes of a value; of most values at a fifth of its price, which it asks anew for each."""
    if type(value) is str:
        return encode_basestring(value)
    if type(value) is list:
        kinds = set(map(type, value))
        if kinds <= {str}:
            return f"[{', '.join(map(encode_basestring, value))}]"
        if kinds == {int}:
            return f"[{', '.join(map(str, value))}]"
    return _any(value)


def _utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
