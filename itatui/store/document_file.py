"""Documents that a user names, to be imported: their bytes, and the sheets of units in a folder."""

from itatui.locale import _
from itatui.store.errors import StoreError, reason_of
from itatui.store.format.bounded_read import read_whole
from itatui.store.format.json_reader import NotARegisterError
from itatui.store.paths import expanded, typed_path

_SHEETS = (".docx", ".xlsx")
"""Endings of the sheets in a folder."""


def sheet_names(folder: str) -> list[str]:
    """Return the names of the Word and Excel documents in a folder, sorted. A `StoreError` is the reason alone."""
    try:
        names = sorted(each.name for each in typed_path(folder).iterdir())
    except OSError as error:
        raise StoreError(reason_of(error)) from None
    found = [each for each in names if each.lower().endswith(_SHEETS) and not each.startswith(("~$", "."))]
    if not found:
        raise StoreError(_("this folder holds no Word or Excel documents"))
    return found


def read_document_file(path: str) -> bytes:
    """Return the bytes of a file; `~` is the user's home. The message of a `StoreError` is the reason alone."""
    try:
        return read_whole(expanded(str(typed_path(path))))
    except OSError as error:
        raise StoreError(reason_of(error)) from None
    except NotARegisterError as error:
        raise StoreError(str(error)) from None
