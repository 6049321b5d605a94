"""Makes the shipped word list: `python -m itatui.thai.word_list WORDS.txt`, words in UTF-8, one a line.

The shipped list is TIS-620, packed with zlib. A line holds the words with the same first two letters: the two,
then the rest of each word, parted by spaces.
"""

import sys
import zlib
from pathlib import Path

from itatui.resources import resource
from itatui.thai.words import LIST_NAME, LONGEST, is_thai


def make(source: Path) -> int:
    """Writes the list with the words of `source` that have 2 to `LONGEST` Thai characters; returns how many."""
    listed = map(str.strip, source.read_text(encoding="utf-8").split("\n"))
    kept = sorted({word for word in listed if 1 < len(word) <= LONGEST and is_thai(word)})
    groups: dict[str, list[str]] = {}
    for word in kept:
        groups.setdefault(word[:2], []).append(word[2:])
    lines = [letters + " ".join(rests) for letters, rests in groups.items()]
    resource("data", LIST_NAME).write_bytes(zlib.compress("\n".join(lines).encode("tis-620"), 9))
    return len(kept)


if __name__ == "__main__":
    sys.stderr.write(f"{make(Path(sys.argv[1]))} words\n")
