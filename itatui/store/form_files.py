"""Files with the text of a form."""

from pathlib import Path

from itatui.locale import _
from itatui.store.errors import StoreError, reason_of
from itatui.store.format.bounded_read import read_whole
from itatui.store.format.json_reader import NotARegisterError
from itatui.thai import safe


def read_form_file(path: Path) -> str:
    """Return the text of a file, its line ends as newlines. Raise `StoreError` in one line if it cannot be read."""
    try:
        data = read_whole(path)
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise StoreError(f"{safe(str(path))}: {reason_of(error)}") from None
    except UnicodeDecodeError:
        raise StoreError(f"{safe(str(path))}: {_('not UTF-8')}") from None
    except NotARegisterError as error:
        raise StoreError(f"{safe(str(path))}: {error}") from None
