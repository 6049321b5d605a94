"""Read the bytes of a document that a command names."""

import sys

from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.store.document_file import read_document_file
from itatui.store.errors import StoreError, reason_of
from itatui.store.format.bounded_read import too_large
from itatui.store.format.json_reader import MAX_BYTES
from itatui.thai import safe
from itatui.wording.imports import refusal_words

STANDARD_INPUT = "-"


def document_bytes(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`. `ItatuiError`."""
    try:
        if name != STANDARD_INPUT:
            return read_document_file(name)
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except StoreError as error:
        raise refused(name, str(error)) from None
    except OSError as error:
        raise refused(name, reason_of(error)) from None
    if len(data) > MAX_BYTES:
        raise refused(name, too_large())
    return data


def refused(name: str, reason: str) -> ItatuiError:
    """Return the error for a document that cannot be read."""
    return ItatuiError(refusal_words(shown_name(name), reason))


def shown_name(name: str) -> str:
    """Return the name of a document for people."""
    return _("standard input") if name == STANDARD_INPUT else safe(name).replace("\n", "␊").replace("\t", "␉")
