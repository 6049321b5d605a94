"""Writer of the JSON of register files: each field on its own line, for readable files and short diffs.

Fields are encoded separately, because the standard encoder does not use its C implementation when it indents: it is 9
times slower at 1,000 measures.
"""

import json
import marshal
from collections.abc import Iterator
from json.encoder import encode_basestring

from itatui.store.format.json_reader import Document, Tables, count_parts

TYPE_CHECKING = False  # typing takes 3 ms to import; type checkers treat this name as true
if TYPE_CHECKING:
    from typing import Any

_any = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_ascii = json.JSONEncoder(allow_nan=False).encode
_object = json.JSONDecoder().raw_decode
_FOOT = b"\n    }"
"""End of a document."""


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

    def take(self, data: bytes, tables: Tables, parts: int | None) -> None:
        """Take the encoded documents from the bytes of the file that these tables were read from.

        Then a first change encodes one document instead of all. `parts` is what `count_parts` returns for these bytes,
        if they were counted. Nothing is taken from a file in another shape.
        """
        if found := rows_of_file(data, tables):
            self._rows = found
            self._before = {name: dict(documents) for name, documents in tables.items()}
            self._parts = None if parts is None else parts - self._between()

    def parts(self, data: bytes) -> int:
        """Return the number of JSON values in the last version, at most, whose bytes are `data`.

        They are counted once, then by the documents that change.
        """
        if self._parts is None:
            self._parts = count_parts(data) - self._between()
        return self._parts + self._between() + len(self._rows)

    def _between(self) -> int:
        """Return the number of braces and commas around the documents and tables, at least."""
        return sum(map(len, self._rows.values())) + len(self._rows)

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

    That the rows are those of the documents follows from the text: raw line ends are never inside a string, and a row
    in which no line opens or closes an object of another line is a whole object.
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
        rows = list(_rows(data, at + 1, len(documents)))
        at += sum(map(len, rows)) + len(b",\n") * len(rows) - 1
        is_shaped = len(rows) == len(documents) and all(map(_is_row, documents, rows))
        if not (is_shaped and data.startswith(b"\n  }", at)):
            return None
        found[name] = dict(zip(documents, rows, strict=True))
        at += len(b"\n  }")
    return found if data[at:] == b"\n}\n" else None


def _rows(data: bytes, at: int, count: int) -> Iterator[bytes]:
    """Yield the bytes of so many documents, which begin at a place of a file, as they would be in the usual shape."""
    for _document in range(count - 1):
        foot = data.find(_FOOT + b',\n    "', at)  # a long text is found faster than a short one
        if foot < 0:
            return
        yield data[at : foot + len(_FOOT)]
        at = foot + len(_FOOT + b",\n")
    yield data[at : data.find(b"\n  }", at)]


def _is_row(number: str, row: bytes) -> bool:
    """Return whether bytes are a document, with its number, on lines of its own."""
    head = b'    "%b": {\n' % number.encode()
    if not (row.startswith(head) and row.endswith(_FOOT)):
        return False
    at, end = len(head), len(row) - len(_FOOT)
    while True:
        opened, closed = row.find(b"{", at, end), row.find(b"}", at, end)
        if opened == closed:  # none is left
            return True
        if opened + 1 == closed:
            at = closed + 1
            continue
        first = min(opened, closed) if opened >= 0 <= closed else max(opened, closed)
        line = row[row.rfind(b"\n", 0, first) + 1 : (at := _line_end(row, first, end))]
        if not _is_object(b"{%b}" % line.removesuffix(b",")):
            return _is_object(row[len(head) - 2 :])


def _line_end(row: bytes, at: int, end: int) -> int:
    found = row.find(b"\n", at, end)
    return end if found < 0 else found


def _is_object(text: bytes) -> bool:
    try:
        _value, end = _object(read := text.decode())
    except ValueError:
        return False
    return end == len(read)


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


def _json(value: "Any") -> str:
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
