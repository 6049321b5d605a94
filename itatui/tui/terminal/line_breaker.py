"""Thai line breaks in Textual's labels and text areas, and cuts between clusters in overlays.

Textual breaks Thai, which has no spaces between words, at any character. `PRIVATE_NAMES` lists the functions that are
replaced here.
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
    """Return the code points at which lines begin, but the first; spaces at a break stay before it."""
    if "\t" not in text and not stands_alone(text):
        return [start for start, _end in wrap_offsets(text, max(width, 1))[1:]]
    widths = [spaces for _part, spaces in precomputed_tab_sections or get_tab_widths(text, tab_size)]
    return _breaks_with_tabs(text, width, widths)


def _breaks_with_tabs(text: str, width: int, widths: list[int]) -> list[int]:
    """Return the same for a text with tabs, of these widths in cells, or with marks without a letter."""
    tabs = iter(widths)
    shown = [
        " " * next(tabs) if character == "\t" else display_text(character) if before == "\t" else character
        for before, character in pairwise("\t" + text)
    ]
    reach = list(accumulate(map(len, shown), initial=0))
    return [bisect_left(reach, start) for start, _end in wrap_offsets("".join(shown), max(width, 1))[1:]]


def _label_breaks(text: str, width: int, fold: bool = True) -> list[int]:
    """Return the same for labels and notifications."""
    return [start for start, _end in wrap_offsets(text, max(width, 1))[1:]]


def _split_cells(segment: Segment, cut: int) -> tuple[Segment, Segment]:
    """Split a segment at a cell: marks stay with their letter; of a ำ the ring stays and the า goes."""
    if not is_plain(segment.text):
        return _split_between_clusters(segment, cut)
    left, right = _rich_split_cells(segment, cut)
    text = right.text
    if text < "\u0300":  # the usual case: no mark at the cut
        return left, right
    end = 0
    while left.text and end < len(text) and not get_character_cell_size(text[end]):
        end += 1
    if end:
        left, text = left._replace(text=left.text + text[:end]), text[end:]
    if left.text and text.startswith("ำ"):  # the two halves look the same, and either may be covered
        letter = left.text.rstrip("\u0e48\u0e49\u0e4a\u0e4b")
        left = left._replace(text=letter + "\u0e4d" + left.text[len(letter) :])
        text = "า" + text[1:]
    return left, right if text is right.text else right._replace(text=text)


def _split_between_clusters(segment: Segment, cut: int) -> tuple[Segment, Segment]:
    """Split a text with wide or joined characters; a character across the cut becomes spaces."""
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
    """Replace the functions for labels and overlays. Raise `RuntimeError` if a name has moved."""
    replace(content, "divide_line", _label_breaks)
    replace(Segment, "split_cells", _split_cells)


def install_in_editors() -> None:
    """Replace the function for text areas. Lazy: their module is slow to import."""
    from textual.document import _wrapped_document

    replace(_wrapped_document, "compute_wrap_offsets", _editor_breaks)


def replace(owner: object, name: str, ours: object) -> None:
    """Replace an attribute of a library. Raise `RuntimeError` if there is none of this name."""
    if not hasattr(owner, name):
        raise RuntimeError(f"this Textual has no {name} where it was: itatui can not show Thai with it")
    setattr(owner, name, ours)
