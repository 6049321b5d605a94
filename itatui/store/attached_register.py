"""The register inside a PDF that itatui exported: without its history, meetings and decisions.

These say who changed what, when and from where, which readers of a report need not know.
"""

from contextlib import closing
from pathlib import Path

from itatui.domain.register import Register
from itatui.domain.values import NO_VALUES
from itatui.locale import _
from itatui.store.errors import DamagedError, StoreError, reason_of
from itatui.store.format.bounded_read import read_whole
from itatui.store.format.documents import register_of, tables_of
from itatui.store.format.json_reader import NotARegisterError, loads
from itatui.store.format.json_writer import dumps
from itatui.thai import safe

_ATTACHMENTS = 20
"""Attachments of a PDF that are looked at."""


def attachable(register: Register) -> bytes:
    """Return the bytes of the register that a PDF is given."""
    return dumps(tables_of(register._replace(meetings=(), decisions=(), more=NO_VALUES)))


def attached_register(path: Path) -> Register:
    """Return the register attached to a PDF. Raise `StoreError`, or `ModuleNotFoundError` without the reader of PDF."""
    try:
        data = _attachment(read_whole(path))
    except OSError as error:
        raise StoreError(f"{safe(str(path))}: {reason_of(error)}") from None
    except NotARegisterError as error:
        raise DamagedError(path, str(error), "", sound=True) from None
    if not data:
        message = _("{path}: no register is attached to it; only PDFs that itatui exported have one")
        raise StoreError(message.format(path=safe(str(path))))
    try:
        return register_of(loads(data))
    except (NotARegisterError, RecursionError) as error:
        raise DamagedError(path, str(error), "", sound=True) from None


def _attachment(data: bytes) -> bytes:
    """Return the first attachment that may be a register; empty if there is none."""
    import pypdfium2  # lazy: a package of the extra `documents`

    try:
        with closing(pypdfium2.PdfDocument(data)) as file:
            for number in range(min(file.count_attachments(), _ATTACHMENTS)):
                attachment = file.get_attachment(number)
                if attachment.get_name().endswith(".json"):
                    return bytes(attachment.get_data())
    except pypdfium2.PdfiumError:
        raise NotARegisterError(_("it is not a PDF, or it is damaged")) from None
    return b""
