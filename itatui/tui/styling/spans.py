"""Texts in several looks, broken in lines as one text."""

from collections.abc import Sequence

from itatui.thai import wrap_offsets

Run = tuple[str, str]
"""A text, and the name of its look in `itatui.tui.styling.styles`."""


def with_found(text: str, spans: Sequence[tuple[int, int]], look: str = "text") -> list[Run]:
    """A text in runs, what lies in the spans (offsets in code points) in the look of what was found."""
    runs: list[Run] = []
    at = 0
    for start, end in (*spans, (len(text), len(text))):
        runs += [(text[at:start], look), (text[start:end], "found")]
        at = end
    return [run for run in runs if run[0]]


def laid_out(runs: Sequence[Run], width: int) -> list[list[Run]]:
    """Runs of text broken in lines as one text, each part in its look."""
    whole = "".join(text for text, _look in runs)
    lines: list[list[Run]] = []
    ends: list[tuple[int, str]] = []
    at = 0
    for text, look in runs:
        at += len(text)
        ends.append((at, look))
    for start, end in wrap_offsets(whole, max(width, 1)):
        line: list[Run] = []
        begin = 0
        for stop, look in ends:
            if part := whole[max(start, begin) : min(end, stop)] if begin < end and stop > start else "":
                line.append((part, look))
            begin = stop
        lines.append(line)
    return lines
