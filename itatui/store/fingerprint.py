"""Name and fingerprint of a published file, as a closed register keeps them."""

from pathlib import Path

from itatui.store.errors import StoreError, reason_of
from itatui.thai import safe

_BLOCK_BYTES = 1024 * 1024
"""Bytes of a file that are read at once."""


def fingerprint(path: Path) -> str:
    """Return the name and the SHA-256 of a file. `StoreError` if it cannot be read."""
    from hashlib import sha256  # lazy: only closing needs it

    digest = sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK_BYTES):
                digest.update(block)
    except OSError as error:
        raise StoreError(f"{safe(str(path))}: {reason_of(error)}") from None
    return f"{safe(path.name)} sha256:{digest.hexdigest()}"
