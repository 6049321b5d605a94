"""`python -m tools.locale`: brings the Thai catalogue up to what the code says, and compiles it.

The Thai there is stays. A message whose English changed keeps its Thai, marked fuzzy until somebody has looked at
it and taken the mark away; a new one is empty; one that the code no longer says goes. Exits 1 while any is unfinished.
"""

import sys

from tools.locale.catalogue import MO, PO, extracted, mo_bytes, po_bytes, stored, unfinished


def main() -> int:
    """Refreshes the two files, and says what is left to translate."""
    catalogue = stored()
    catalogue.update(extracted())
    PO.write_bytes(po_bytes(catalogue))
    MO.write_bytes(mo_bytes(catalogue))
    left = unfinished(catalogue)
    for english, thai in left.items():
        print(f"fuzzy: {english!r}: {thai!r}" if thai else f"missing: {english!r}", file=sys.stderr)
    for gone in catalogue.obsolete.values():
        print(f"gone: {gone.id!r}", file=sys.stderr)
    print(f"{len(catalogue)} messages, {len(left)} to translate", file=sys.stderr)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
