"""Files of older versions: made into this one's shape in memory when they are read, on the disk when they are saved.

Whoever changes the shape raises `SCHEMA` and says here how a file of the version before becomes one of it.
"""

from collections.abc import Callable

from itatui.store.format.documents import SCHEMA
from itatui.store.format.json_reader import Tables

MIGRATIONS: dict[int, Callable[[Tables], None]] = {}
"""By the version that a file is of: what makes its tables those of the next, in place. There is none before 1."""


def migrate(tables: Tables) -> int | None:
    """Makes tables of an older version into this one's; the version that they were of, None when of this one.

    Tables that say no version, or a newer one, are left as they are: whoever reads them says so.
    """
    heads = list(tables.get("register", {}).values())
    first = found = heads[0].get("schema") if len(heads) == 1 else None
    while type(found) is int and found < SCHEMA and found in MIGRATIONS:
        MIGRATIONS[found](tables)
        found += 1
        for head in tables["register"].values():
            head["schema"] = found
    return first if found != first else None
