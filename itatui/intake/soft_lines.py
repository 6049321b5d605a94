"""Lines that a page broke, joined to paragraphs again."""

from collections.abc import Iterable

from itatui.domain.activities import list_item
from itatui.thai.repair.stray_spaces import line_joint


def join_lines(lines: Iterable[str]) -> str:
    """Return the text of lines of a page: a line for each item of a list, all other line ends removed.

    Several spaces become one: a page has them between columns. A number begins an item only if it follows that of the
    item before; the first one may be any, as in a cell that goes on from another page.
    """
    text, last, gap = "", 0, ""
    for line in lines:
        if not (words := " ".join(line.split())):
            continue
        item = list_item(words)
        if not text:
            text = words
        elif item and (item.number in (0, last + 1) or not (last or "\n" in text)):
            text += f"\n{words}"
        else:
            text += line_joint(gap + line[: len(line) - len(line.lstrip())], text.rpartition("\n")[2], words) + words
        last = item.number if item and item.number and (item.number == last + 1 or not last) else last
        gap = line[len(line.rstrip()) :] + "\n"
    return text
