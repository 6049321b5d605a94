"""Damaged register files, reproducible by seed: effects of disks, editors, transfers and programs."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import chain, cycle, islice
from random import Random
from typing import Any, NamedTuple

from itatui.store.format.json_reader import MAX_BYTES

_Makers = Iterator[tuple[str, bytes]]


class Mutant(NamedTuple):
    """Modified file."""

    name: str
    data: bytes

    @property
    def is_json(self) -> bool:
        """True if it is strict JSON, by a reader other than that of itatui."""
        try:
            text = self.data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
            json.loads(text, object_pairs_hook=_reject_duplicates, parse_constant=_reject_constant)
        except (ValueError, RecursionError):
            return False
        return True


def _reject_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError
    return dict(pairs)


def _reject_constant(_name: str) -> Any:
    raise ValueError


def mutants(good: bytes, count: int, seed: int) -> Iterator[Mutant]:
    """Yield `count` files: the constant files first, then all kinds in turn."""
    chance = Random(seed)
    makers_of_kind: list[Callable[[bytes, Random], _Makers]] = [
        _cut,
        _with_flipped_bits,
        _with_foreign_bytes,
        _with_wrong_values,
        _with_wrong_values,
        _with_wrong_numbers,
    ]
    makers = cycle([make(good, chance) for make in makers_of_kind])
    all_files = chain(_foreign(good), map(next, makers))
    return (Mutant(*each) for each in islice(all_files, count))


def _cut(good: bytes, chance: Random) -> _Makers:
    """Cut files, holes, repeated parts, and ends of older and longer files."""
    while True:
        at, to = sorted(chance.sample(range(1, len(good) - 2), 2))
        yield f"cut at {at}", good[:at]
        yield f"zeroes from {at} to {to}", good[:at] + bytes(to - at) + good[to:]
        yield f"without {at} to {to}", good[:at] + good[to:]
        yield f"{at} to {to} twice", good[:to] + good[at:]
        yield f"with an older end of {to - at} bytes", good + good[-(to - at) :]


def _with_flipped_bits(good: bytes, chance: Random) -> _Makers:
    """Flip bits, single or several."""
    while True:
        for bits in (1, 1, 8):
            data = bytearray(good)
            places = [chance.randrange(len(data)) for _bit in range(bits)]
            for place in places:
                data[place] ^= 1 << chance.randrange(8)
            yield f"bits flipped at {places}", bytes(data)


FOREIGN_BYTES = (b"\xff", b"\x00", b"\xe0\xb8", b"\xed\xa0\x80", b"\x1b]52;c;QUJD\x07", b"\\", b'"', b"}", b"/* */")


def _with_foreign_bytes(good: bytes, chance: Random) -> _Makers:
    """Insert foreign bytes."""
    while True:
        for piece in FOREIGN_BYTES:
            at = chance.randrange(len(good))
            yield f"{piece!r} at {at}", good[:at] + piece + good[at:]


WRONG: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 2**70, 1e300, "", "x", "\ud800", "\x1b[31m", [], {}),
    *([None], [[]], ["x", 1], {"": 1}, {"1": {}}, [1, 2, 3, 4, 5], [{"label": 1}], "9" * 5000),
)


def _with_wrong_values(good: bytes, chance: Random) -> _Makers:
    """Replace, remove or rename a value anywhere."""
    places = list(_places(json.loads(good)))
    while True:
        for wrong in chance.sample(WRONG, len(WRONG)):
            found = json.loads(good)
            place = chance.choice(places)
            *parents, key = place
            owner = found
            for step in parents:
                owner = owner[step]
            operation = chance.randrange(6)
            if operation == 0:
                del owner[key]
            elif operation == 1 and isinstance(owner, dict):
                owner[f"{key}{chance.choice(('', ' ', '0'))}?"] = owner.pop(key)
            else:
                owner[key] = wrong
            yield f"{'/'.join(map(str, place))}: {operation}, {str(wrong)[:20]!r}", _to_json(found)


def _places(found: Any, parents: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inside = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for step, value in inside:
        yield (*parents, step)
        yield from _places(value, (*parents, step))


NUMBERS = (b"NaN", b"Infinity", b"-Infinity", b"1e999", b"-1e999", b"9" * 5000, b"1" + b"0" * 400, b"01", b"0x1", b"1.")


def _with_wrong_numbers(good: bytes, chance: Random) -> _Makers:
    """Insert invalid numbers, invalid ids and duplicate keys."""
    ids = ("01", "0", "-1", "1.0", "๑", "", " 1", "1e3", "9" * 40, "x")
    while True:
        number, id_ = chance.choice(NUMBERS), chance.choice(ids)
        yield f"{number[:12]!r} for an order", good.replace(b'"order": 1024.0', b'"order": ' + number, 1)
        yield f"{number[:12]!r} for the schema", _ANY_SCHEMA.sub(b'"schema": ' + number, good, count=1)
        table = chance.choice(("register", "tracks", "measures", "history"))
        found = json.loads(good)
        found[table] = {id_ if number == "1" else number: row for number, row in found[table].items()}
        yield f"{table} with an id {id_[:9]!r}", _to_json(found)
        key = chance.choice([b'"schema"', b'"tracks"', b'"activity"', b'"id"', b'"2"'])
        at = good.index(key)
        yield f"{key!r} twice", good[:at] + key + b": {}, " + good[at:]


def _to_json(found: Any) -> bytes:
    return json.dumps(found, indent=2).encode()


_ANY_SCHEMA = re.compile(rb'"schema": [0-9]+')


def _foreign(good: bytes) -> _Makers:
    """Yield the constant files: foreign files, other encodings, other versions, oversized files."""
    text, head = good.decode(), _ANY_SCHEMA.sub(b'"schema": %b', good, count=1)
    yield from {"nothing": b"", "blanks": b" \n\t ", "null": b"null", "a list": b"[]", "a text": b'"x"'}.items()
    yield from {"an object": b"{}", "zeroes": bytes(len(good)), "twice the file": good * 2}.items()
    yield "a mark of UTF-8", b"\xef\xbb\xbf" + good
    yield "two marks of UTF-8", b"\xef\xbb\xbf" * 2 + good
    yield "lines of Windows", good.replace(b"\n", b"\r\n")
    for encoding in ("utf-16", "utf-32", "cp874"):
        yield encoding, text.encode(encoding, "replace")
    for schema in (b"0", b"-1", b"2", b"99", b"1.0", b"true", b"null", b'"1"', b"[1]", b"1e0"):
        yield f"schema {schema.decode()}", head % schema
    yield "TinyDB's own", b'{"_default": {"1": {"name": "x", "schema": 1}}}'
    yield "a package", b'{"name": "x", "version": "1.0.0", "dependencies": {}, "register": "https://example.org"}'
    yield "a map", b'{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null}]}'
    yield "a notebook", b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    yield "lines of JSON", b'{"a": 1}\n{"a": 2}\n'
    yield "TOML", b"[register]\nschema = 1\n"
    yield "a web page", b"<!DOCTYPE html><title>404</title>"
    yield "a conflict of git", b"<<<<<<< HEAD\n" + good + b"=======\n" + good + b">>>>>>> other\n"
    for name, deep in (("lists", b"["), ("objects", b'{"a":')):
        yield f"{name} in {name}", deep * 100_000
        inside = deep * 2_000 + b"1" + (b"]" if name == "lists" else b"}") * 2_000
        yield f"{name} in a field", _noted(good, inside)
    room = MAX_BYTES - len(good) - 100
    yield "too much of it", good + b" " * MAX_BYTES
    yield "as many lists as there is room for", b"[" + b"[]," * (room // 3) + b"[]]"
    yield "as many objects", b"[" + b"{}," * (room // 3) + b"{}]"
    rows = b"".join(b'"%d":{},' % number for number in range(1, room // 12))
    yield "as many documents", b'{"register": {' + rows[:-1] + b"}}"
    yield "as many lists in a field", _noted(good, b"[" + b"[]," * (room // 3) + b"1]")


def _noted(good: bytes, value: bytes) -> bytes:
    """Return a register with an unknown field of this value."""
    return _ANY_SCHEMA.sub(lambda schema: schema[0] + b', "note": ' + value, good, count=1)
