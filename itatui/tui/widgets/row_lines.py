"""What of a text a row of the list shows: its first lines, pure, so that it can be read in a test."""

from itatui.domain.search import Match
from itatui.thai import cells, safe, wrap_offsets
from itatui.tui.styling.spans import Run, with_found

REACH = 5 / 2
"""Code points for each cell of a line that surely fill it: most Thai takes three for two cells."""


def row_lines(text: str, width: int, count: int, sought: Match) -> list[list[Run]]:
    """The first `count` lines of a text; the last ends in an ellipsis when there are more. What is sought is marked."""
    text = " ".join(text.split())
    begin = text[: int(REACH * count * width)]  # enough, and a word: a long text need not be broken to its end
    if cells(begin) < (count + 1) * width:
        begin = text
    begin = safe(begin)
    offsets = wrap_offsets(begin, width)
    found = sought.spans(begin)
    lines = [_marked(begin, start, end, found) for start, end in offsets[:count]]
    if len(offsets) > count:
        start, end = offsets[count - 1]
        end = start + wrap_offsets(begin[start:end], max(width - 1, 1))[0][1]  # at a word, not in it
        lines[-1] = [*_marked(begin, start, end, found), ("…", "text")]
    return lines + [[]] * (count - len(lines))


def _marked(text: str, start: int, end: int, found: list[tuple[int, int]]) -> list[Run]:
    """A line of a text, from one offset to another, with what of the found spans lies in it marked."""
    spans = [(max(first, start) - start, min(last, end) - start) for first, last in found]
    return with_found(text[start:end], [(first, last) for first, last in spans if first < last])
