"""Writer of the JSON of register files: each field on its own line, for readable files and short diffs.

Fields are encoded separately, because the standard encoder does not use its C implementation when it indents: it is 9
times slower at 1,000 measures.
"""

import json
import marshal
from json.encoder import encode_basestring
from typing import Any

from itatui.store.format.json_reader import Document, Tables, count_parts

_any = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_ascii = json.JSONEncoder(allow_nan=False).encode


class Writer:
    """Writer of successive versions of a file. Encodes only documents that have changed since the last version.

    Documents are compared by identity first: a changed document must be a new object. Each encoded document is read
    back and compared; `ValueError` if it differs.
    """

    def __init__(self) -> None:
        self._before: dict[str, dict[str, Document]] = {}
        self._rows: dict[str, dict[str, bytes]] = {}
        self._parts: int | None = None

    @property
    def is_new(self) -> bool:
        """Whether nothing was encoded yet."""
        return not self._rows

    def take(self, data: bytes, tables: Tables) -> None:
        """Take the encoded documents from the bytes of the file that these tables were read from.

        Then a first change encodes one document instead of all. Nothing is taken from a file in another shape.
        """
        if found := rows_of_file(data, tables):
            self._rows = found
            self._before = {name: dict(documents) for name, documents in tables.items()}

    @property
    def parts(self) -> int:
        """Number of JSON values in the last version, at most; counted once, then by the documents that change."""
        if self._parts is None:
            self._parts = sum(count_parts(row) for rows in self._rows.values() for row in rows.values())
        return self._parts + sum(map(len, self._rows.values())) + 2 * len(self._rows)

    def dumps(self, tables: Tables) -> bytes:
        """Return the bytes of a file with these tables: UTF-8."""
        pieces: list[bytes] = []  # of tables and documents: the same bytes separate both
        for name, documents in tables.items():
            head = f"  {_ascii(name) if not _utf8(name) else _any(name)}: {{".encode()
            if rows := self._encoded(name, documents):
                rows[0] = head + b"\n" + rows[0]
                rows[-1] += b"\n  }"
                pieces += rows
            else:
                pieces.append(head + b"}")
        pieces = pieces or [b""]
        pieces[0] = b"{\n" + pieces[0]
        pieces[-1] += b"\n}\n"
        return b",\n".join(pieces)

    def size(self, table: str) -> int:
        """Return the bytes of the documents of a table in the last version."""
        return sum(map(len, self._rows.get(table, {}).values()))

    def _encoded(self, table: str, documents: dict[str, Document]) -> list[bytes]:
        """Return the encoded documents of a table."""
        before, rows = self._before.setdefault(table, {}), self._rows.setdefault(table, {})
        for number in [number for number, fields in documents.items() if before.get(number) is not fields]:
            fields = documents[number]
            if number not in rows or not _same(before[number], fields):
                self._note_parts(rows.get(number, b""), row := _row(table, number, fields))
                rows[number] = row
            before[number] = fields
        if list(rows) != list(documents):
            for number in rows.keys() - documents.keys():
                self._note_parts(rows[number], b"")
            rows = self._rows[table] = {number: rows[number] for number in documents}
            self._before[table] = dict(documents)
        return list(rows.values())

    def _note_parts(self, before: bytes, after: bytes) -> None:
        if self._parts is not None:
            self._parts += count_parts(after) - count_parts(before)


def rows_of_file(data: bytes, tables: Tables) -> dict[str, dict[str, bytes]] | None:
    """Return the encoded documents of a file that was read as `tables`; None unless `dumps` could have written it.

    That the rows are those of the documents follows from the text: raw line ends are never inside a string, a row with
    no braces but its own and empty pairs is a whole object, and each of the others is read by itself.
    """
    found: dict[str, dict[str, bytes]] = {}
    at = 0
    for name, documents in tables.items():
        head = b"%b  %b: {" % (b",\n" if at else b"{\n", _any(name).encode() if _utf8(name) else _ascii(name).encode())
        if not data.startswith(head, at):
            return None
        at += len(head)
        if not documents:
            found[name] = {}
            at += 1
            continue
        end = data.find(b"\n  }", at)
        rows = data[at + 1 : end].split(b',\n    "') if end > at else []
        if len(rows) != len(documents) or not rows[0].startswith(b'    "'):
            return None
        rows[1:] = [b'    "' + row for row in rows[1:]]
        if not all(map(_is_row, documents, rows)):
            return None
        found[name] = dict(zip(documents, rows, strict=True))
        at = end + len(b"\n  }")
    return found if data[at:] == b"\n}\n" else None


def _is_row(number: str, row: bytes) -> bool:
    """Return whether bytes are a document, with its number, on lines of its own."""
    head = b'    "%b": {\n' % number.encode()
    if not (row.startswith(head) and row.endswith(b"\n    }")):
        return False
    pairs = row.count(b"{}")
    if row.count(b"{") - pairs == 1 == row.count(b"}") - pairs:
        return True
    try:
        json.loads(row[len(head) - 2 :])
    except ValueError:
        return False
    return True


def dumps(tables: Tables) -> bytes:
    """Return the bytes of a file with these tables, for a single version."""
    return Writer().dumps(tables)


def _same(old: Document, new: Document) -> bool:
    """Return whether two documents have the same JSON: 1, 1.0 and True are equal values, but differ in JSON."""
    return marshal.dumps(old, 2) == marshal.dumps(new, 2)  # version 2 ignores identity


def _row(table: str, number: str, fields: Document) -> bytes:
    encoded = _bytes(fields)
    if json.loads(encoded) != fields:
        raise ValueError(f"{table}/{number}")
    return b'    "%b": %b' % (number.encode(), encoded)


def _bytes(fields: Document) -> bytes:
    if not fields:
        return b"{}"
    lines = [f"      {encode_basestring(name)}: {_json(value)}" for name, value in fields.items()]
    try:
        return ("{\n" + ",\n".join(lines) + "\n    }").encode()
    except UnicodeEncodeError:  # a lone surrogate, from a file edited by hand: JSON can only escape it
        lines = [f"      {_ascii(name)}: {_ascii(value)}" for name, value in fields.items()]
        return ("{\n" + ",\n".join(lines) + "\n    }").encode()


def _json(value: Any) -> str:
    """Return the JSON of a value; for the common types five times as fast as the encoder."""
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
