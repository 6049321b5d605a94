"""The one wrap, put into Textual: its text area and its labels break lines where `itatui.thai` does.

Textual breaks Thai, which has no spaces between words, at any character. The functions replaced here are not made to
be replaced; Textual's major version is pinned, and a test fails as soon as one of them is gone or no longer asked.
"""

from bisect import bisect_left
from itertools import accumulate, pairwise

from rich.cells import get_character_cell_size
from rich.segment import Segment
from textual import content
from textual.expand_tabs import get_tab_widths

from itatui.thai import cells, clusters, wrap_offsets
from itatui.thai.cell_columns import display_text, stands_alone
from itatui.thai.cell_width import is_plain

_rich_split_cells = Segment.split_cells


def _editor_breaks(
    text: str,
    width: int,
    tab_size: int,
    fold: bool = True,
    precomputed_tab_sections: list[tuple[str, int]] | None = None,
) -> list[int]:
    """Where the lines after the first begin, in code points; the space at a break stays on the line before it."""
    if "\t" not in text and not stands_alone(text):
        return [start for start, _end in wrap_offsets(text, max(width, 1))[1:]]
    widths = [spaces for _part, spaces in precomputed_tab_sections or get_tab_widths(text, tab_size)]
    return _breaks_with_tabs(text, width, widths)


def _breaks_with_tabs(text: str, width: int, widths: list[int]) -> list[int]:
    """The same of what is drawn otherwise: tabs, of so many cells each, and marks that stand on nothing."""
    tabs = iter(widths)
    shown = [
        " " * next(tabs) if character == "\t" else display_text(character) if before == "\t" else character
        for before, character in pairwise("\t" + text)
    ]
    reach = list(accumulate(map(len, shown), initial=0))
    return [bisect_left(reach, start) for start, _end in wrap_offsets("".join(shown), max(width, 1))[1:]]


def _label_breaks(text: str, width: int, fold: bool = True) -> list[int]:
    """The same for labels and notifications."""
    return [start for start, _end in wrap_offsets(text, max(width, 1))[1:]]


def _split_cells(segment: Segment, cut: int) -> tuple[Segment, Segment]:
    """A segment in two, at a cell: a mark stays with its letter, of a ำ the ring stays and the า goes."""
    if not is_plain(segment.text):
        return _split_between_clusters(segment, cut)
    left, right = _rich_split_cells(segment, cut)
    text = right.text
    if text < "\u0300":  # empty, or begun by what stands for itself: nearly always
        return left, right
    end = 0
    while left.text and end < len(text) and not get_character_cell_size(text[end]):
        end += 1
    if end:
        left, text = left._replace(text=left.text + text[:end]), text[end:]
    if left.text and text.startswith("ำ"):  # in its two halves it looks the same, and each may be covered alone
        letter = left.text.rstrip("\u0e48\u0e49\u0e4a\u0e4b")
        left = left._replace(text=letter + "\u0e4d" + left.text[len(letter) :])
        text = "า" + text[1:]
    return left, right if text is right.text else right._replace(text=text)


def _split_between_clusters(segment: Segment, cut: int) -> tuple[Segment, Segment]:
    """The same of signs that are joined, or wider than a cell: of one that the cut goes through, spaces are left."""
    before = after = ""
    at = 0
    for cluster in clusters(segment.text):
        start, at = at, at + cells(cluster)
        if at <= cut:
            before += cluster
        elif start >= cut:
            after += cluster
        else:
            before, after = before + " " * (cut - start), " " * (at - cut)
    return segment._replace(text=before), segment._replace(text=after)


def install() -> None:
    """Has Textual's labels and overlays do so from now on. `RuntimeError` when this Textual is not made as it was."""
    replace(content, "divide_line", _label_breaks)
    replace(Segment, "split_cells", _split_cells)


def install_in_editors() -> None:
    """Has Textual's text areas do so from now on; called when the first is made, as their module costs to import."""
    from textual.document import _wrapped_document

    replace(_wrapped_document, "compute_wrap_offsets", _editor_breaks)


def replace(owner: object, name: str, ours: object) -> None:
    """Puts ours in the place of a name of Textual or Rich. `RuntimeError` when there is no such name."""
    if not hasattr(owner, name):
        raise RuntimeError(f"this Textual has no {name} where it was: itatui can not show Thai with it")
    setattr(owner, name, ours)
