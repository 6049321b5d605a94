"""Reading a printed report back: its columns, its cells, and where its lines were broken."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from itatui.thai import cells

CORNERS = "┌├╞└"
ASCII_CORNER = "+"


class Printed(NamedTuple):
    """The lines above the table, and the table's rows (the headings are one), each of cells, these of lines."""

    above: list[str]
    rows: list[list[list[str]]]
    below: list[str]


def read(lines: Sequence[str]) -> Printed:
    """Takes a printed report apart, by cells and not by the look of its text."""
    first = next(at for at, line in enumerate(lines) if line[0] in "┌+")
    last = max(at for at, line in enumerate(lines) if line[0] in "└+")
    borders: list[int] = []
    rows: list[list[list[str]]] = []
    fresh = True
    for line in lines[first : last + 1]:
        if line[0] in CORNERS + ASCII_CORNER:
            if line[0] in "┌+":
                borders = [at for at, sign in enumerate(line) if sign in "┌┬┐+"]
            fresh = True
            continue
        parts = cut(line, borders)
        if fresh:
            rows.append([[] for _part in parts])
            fresh = False
        for cell, part in zip(rows[-1], parts, strict=True):
            cell.append(part)
    return Printed(list(lines[:first]), rows, list(lines[last + 1 :]))


def cut(line: str, borders: Sequence[int]) -> list[str]:
    """What stands between the borders, these at their places in terminal cells."""
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


def squeezed(text: str | Iterable[str]) -> str:
    """The text, or the texts together, without spaces and ends of lines."""
    return "".join("".join(text).split())


def column(printed: Printed, at: int) -> str:
    """Everything in one column from the heading down, without spaces."""
    return "".join(squeezed(row[at]) for row in printed.rows)


def breaks_inside_words(texts: Iterable[Sequence[str]], gold: Iterable[str]) -> tuple[int, int]:
    """How many lines of these texts end inside a word, of how many that end where the words are known.

    `gold` holds texts with a bar between words.
    """
    known = [line.replace(" ", "").split("|") for line in gold]
    inside = total = 0
    for lines in texts:
        whole = squeezed(lines)
        ends: set[int] = set()
        at = 0
        for line in lines:
            at += len(squeezed(line))
            ends.add(at)
        for words in known:
            text = "".join(words)
            begin = whole.find(text)
            while begin >= 0:
                between = {begin + sum(map(len, words[:count])) for count in range(1, len(words))}
                here = {end for end in ends if begin < end < begin + len(text)}
                total += len(here)
                inside += len(here - between)
                begin = whole.find(text, begin + 1)
    return inside, total
