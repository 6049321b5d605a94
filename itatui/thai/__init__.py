"""Thai text: line breaking, cell widths, repair, search, digits. Plain strings in and out.

Widths count terminal cells, offsets code points. Each name is loaded on first use, and the word list when text is
first segmented, so that a command that needs only `safe` starts fast.
"""

TYPE_CHECKING = False  # type checkers treat this name as true; importing typing would take 3 ms
if TYPE_CHECKING:
    from itatui.thai.cell_width import cells, pad, truncate
    from itatui.thai.code_page import coded, folded_case
    from itatui.thai.collation import collation_key
    from itatui.thai.digits import DIGITS, arabic_digits, choose_digits, numerals, thai_digits, uses_thai_digits
    from itatui.thai.grapheme_clusters import clusters
    from itatui.thai.line_breaks import add_words, break_points
    from itatui.thai.line_wrap import wrap, wrap_measured, wrap_offsets
    from itatui.thai.repair.normalize import may_be_damaged, repair_marks, repair_text, typed_line
    from itatui.thai.sanitize import clean, one_line, quote, safe
    from itatui.thai.sara_am import split_sara_am
    from itatui.thai.search import matches, search_key, without_tones
    from itatui.thai.segmentation import own_words
    from itatui.thai.spelling_fold import fold

__all__ = [
    "DIGITS",
    "add_words",
    "arabic_digits",
    "break_points",
    "cells",
    "choose_digits",
    "clean",
    "clusters",
    "coded",
    "collation_key",
    "fold",
    "folded_case",
    "matches",
    "may_be_damaged",
    "numerals",
    "one_line",
    "own_words",
    "pad",
    "quote",
    "repair_marks",
    "repair_text",
    "safe",
    "search_key",
    "split_sara_am",
    "thai_digits",
    "truncate",
    "typed_line",
    "uses_thai_digits",
    "without_tones",
    "wrap",
    "wrap_measured",
    "wrap_offsets",
]

_MODULES = {
    "DIGITS": "digits",
    "add_words": "line_breaks",
    "arabic_digits": "digits",
    "break_points": "line_breaks",
    "cells": "cell_width",
    "choose_digits": "digits",
    "clean": "sanitize",
    "clusters": "grapheme_clusters",
    "coded": "code_page",
    "collation_key": "collation",
    "fold": "spelling_fold",
    "folded_case": "code_page",
    "uses_thai_digits": "digits",
    "matches": "search",
    "may_be_damaged": "repair.normalize",
    "repair_marks": "repair.normalize",
    "repair_text": "repair.normalize",
    "numerals": "digits",
    "one_line": "sanitize",
    "own_words": "segmentation",
    "pad": "cell_width",
    "quote": "sanitize",
    "safe": "sanitize",
    "search_key": "search",
    "split_sara_am": "sara_am",
    "thai_digits": "digits",
    "without_tones": "search",
    "truncate": "cell_width",
    "typed_line": "repair.normalize",
    "wrap": "line_wrap",
    "wrap_measured": "line_wrap",
    "wrap_offsets": "line_wrap",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(__import__(f"{__name__}.{_MODULES[name]}", fromlist=[name]), name)
    globals()[name] = value
    return value
