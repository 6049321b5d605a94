"""The bytes of a document that a user names, to be imported."""

from itatui.store.errors import StoreError, reason_of
from itatui.store.format.bounded_read import read_whole
from itatui.store.format.json_reader import NotARegisterError
from itatui.store.paths import expanded, typed_path


def read_document_file(path: str) -> bytes:
    """Return the bytes of a file; `~` is the user's home. The message of a `StoreError` is the reason alone."""
    try:
        return read_whole(expanded(str(typed_path(path))))
    except OSError as error:
        raise StoreError(reason_of(error)) from None
    except NotARegisterError as error:
        raise StoreError(str(error)) from None
