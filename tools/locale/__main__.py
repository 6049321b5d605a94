"""Update and compile the Thai catalogue: `python -m tools.locale`.

Existing translations are kept. A message with changed English keeps its Thai, marked fuzzy until a translator removes
the mark; a new message is empty; a message no longer in the code is dropped. Exits with 1 while any is unfinished.
"""

import sys

from tools.locale.catalogue import MO, PO, extracted, mo_bytes, po_bytes, stored, unfinished


def main() -> int:
    """Update both files and list the messages left to translate."""
    catalogue = stored()
    catalogue.update(extracted())
    PO.write_bytes(po_bytes(catalogue))
    MO.write_bytes(mo_bytes(catalogue))
    missing = unfinished(catalogue)
    for english, thai in missing.items():
        print(f"fuzzy: {english!r}: {thai!r}" if thai else f"missing: {english!r}", file=sys.stderr)
    for obsolete in catalogue.obsolete.values():
        print(f"removed: {obsolete.id!r}", file=sys.stderr)
    print(f"{len(catalogue)} messages, {len(missing)} to translate", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
