"""Parse a printed report: columns, cells, and line breaks."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from itatui.thai import cells

CORNERS = "┌├╞└"
ASCII_CORNER = "+"


class PrintedTable(NamedTuple):
    """The lines above the table, its rows (headings first) of cells of lines, and the lines below."""

    above: list[str]
    rows: list[list[list[str]]]
    below: list[str]


def read(lines: Sequence[str]) -> PrintedTable:
    """Parse a printed report by terminal cells."""
    first = next(at for at, line in enumerate(lines) if line[0] in "┌+")
    last = max(at for at, line in enumerate(lines) if line[0] in "└+")
    borders: list[int] = []
    rows: list[list[list[str]]] = []
    is_new_row = True
    for line in lines[first : last + 1]:
        if line[0] in CORNERS + ASCII_CORNER:
            if line[0] in "┌+":
                borders = [at for at, sign in enumerate(line) if sign in "┌┬┐+"]
            is_new_row = True
            continue
        parts = split_at_borders(line, borders)
        if is_new_row:
            rows.append([[] for _part in parts])
            is_new_row = False
        for cell, part in zip(rows[-1], parts, strict=True):
            cell.append(part)
    return PrintedTable(list(lines[:first]), rows, list(lines[last + 1 :]))


def split_at_borders(line: str, borders: Sequence[int]) -> list[str]:
    """Return the texts between the borders, given as cell offsets."""
    parts: list[str] = []
    at = 0
    for character in line:
        width = cells(character)
        if width and at in borders:
            assert character in "│|", line
            parts.append("")
        else:
            parts[-1] += character
        at += width
    assert parts.pop() == ""
    return parts


def squeeze(text: str | Iterable[str]) -> str:
    """Return a text, or several joined, without spaces and line ends."""
    return "".join("".join(text).split())


def column_text(printed: PrintedTable, at: int) -> str:
    """Return the text of a column, heading included, without spaces."""
    return "".join(squeeze(row[at]) for row in printed.rows)


def breaks_inside_words(texts: Iterable[Sequence[str]], gold: Iterable[str]) -> tuple[int, int]:
    """Return how many line ends of these texts fall inside a word, and the number of line ends in known text.

    `gold` holds texts with a bar between words.
    """
    known = [line.replace(" ", "").split("|") for line in gold]
    inside_count = total = 0
    for lines in texts:
        whole = squeeze(lines)
        ends: set[int] = set()
        at = 0
        for line in lines:
            at += len(squeeze(line))
            ends.add(at)
        for words in known:
            text = "".join(words)
            begin = whole.find(text)
            while begin >= 0:
                between = {begin + sum(map(len, words[:count])) for count in range(1, len(words))}
                here = {end for end in ends if begin < end < begin + len(text)}
                total += len(here)
                inside_count += len(here - between)
                begin = whole.find(text, begin + 1)
    return inside_count, total
