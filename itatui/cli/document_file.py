"""Read the bytes of a document that a command names."""

import sys

from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.store.errors import reason_of
from itatui.store.format.bounded_read import read_whole, too_large
from itatui.store.format.json_reader import MAX_BYTES, NotARegisterError
from itatui.store.paths import expanded, typed_path
from itatui.thai import safe

STANDARD_INPUT = "-"


def document_bytes(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`. `ItatuiError`."""
    try:
        if name == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:
                raise NotARegisterError(too_large())
            return data
        return read_whole(expanded(str(typed_path(name))))
    except OSError as error:
        raise refused(name, reason_of(error)) from None
    except NotARegisterError as error:
        raise refused(name, str(error)) from None


def refused(name: str, reason: str) -> ItatuiError:
    """Return the error for a document that cannot be read."""
    message = _("{path}: {reason}; nothing was changed. {cure}")
    return ItatuiError(message.format(path=shown_name(name), reason=reason, cure="").rstrip())


def shown_name(name: str) -> str:
    """Return the name of a document for people."""
    return _("standard input") if name == STANDARD_INPUT else safe(name).replace("\n", "␊").replace("\t", "␉")
