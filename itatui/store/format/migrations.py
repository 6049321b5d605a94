"""Migrations of register files from older versions: in memory when read, on the disk when saved.

A change of the format raises `SCHEMA` and adds a migration from the previous version here.
"""

from collections.abc import Callable

from itatui.store.format.documents import SCHEMA
from itatui.store.format.json_reader import Tables


def _unchanged(_tables: Tables) -> None:
    """Leave the tables as they are: the next version only allows more."""


def _with_order(tables: Tables) -> None:
    """Give the tracks the order of their documents."""
    from itatui.domain.edits import GAP  # lazy: most files are of the current version

    for number, document in enumerate(tables.get("tracks", {}).values(), 1):
        if isinstance(document, dict):  # else reading it reports it
            document.setdefault("order", GAP * number)


def _with_own_report(tables: Tables) -> None:
    """Turn the headings of the report, which were texts of the register, into a form of its own if it changed them."""
    for head in tables["register"].values():
        if "columns" in head:
            from itatui.store.format.old_headings import own_report  # lazy: most files are of the current version

            if document := own_report(head):
                tables["forms"] = {"1": document}


def _with_shape(tables: Tables) -> None:
    """Give the tracks an order, and the register the forms of its own."""
    _with_order(tables)
    _with_own_report(tables)


MIGRATIONS: dict[int, Callable[[Tables], None]] = {1: _unchanged, 2: _unchanged, 3: _with_shape}
"""By version of a file: the function that turns its tables into those of the next version, in place."""


def migrate(tables: Tables) -> int | None:
    """Migrate tables to the current version, in place. Return their old version; None if they were current.

    `NotARegisterError` if a part that moves has the wrong type.
    Tables without a version or of a newer version are left alone: reading them reports it.
    """
    heads = list(tables.get("register", {}).values())
    first = found = heads[0].get("schema") if len(heads) == 1 else None
    while type(found) is int and found < SCHEMA and found in MIGRATIONS:
        MIGRATIONS[found](tables)
        found += 1
        for head in tables["register"].values():
            head["schema"] = found
    return first if found != first else None
