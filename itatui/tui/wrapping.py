"""The one wrap, put into Textual: its text area and its labels break lines where `itatui.thai` does.

Textual breaks Thai, which has no spaces between words, at any character. The two functions replaced here are
private to Textual; its major version is pinned, and a test fails as soon as one of them is gone or no longer asked.
"""

from textual import _wrap, content
from textual.document import _wrapped_document

from itatui.thai import wrap_offsets


def _editor_breaks(
    text: str,
    width: int,
    tab_size: int,
    fold: bool = True,
    precomputed_tab_sections: list[tuple[str, int]] | None = None,
) -> list[int]:
    """Where the lines after the first begin, in code points; the space at a break stays on the line before it."""
    if "\t" in text:
        return _wrap.compute_wrap_offsets(text, width, tab_size, fold, precomputed_tab_sections)
    return [start for start, _end in wrap_offsets(text, max(width, 1))[1:]]


def _label_breaks(text: str, width: int, fold: bool = True) -> list[int]:
    """The same for labels and notifications."""
    return [start for start, _end in wrap_offsets(text, max(width, 1))[1:]]


def install() -> None:
    """Has Textual break lines so from now on. `RuntimeError` when this Textual is not made as it was."""
    for module, name, ours in (
        (_wrapped_document, "compute_wrap_offsets", _editor_breaks),
        (content, "divide_line", _label_breaks),
    ):
        if not hasattr(module, name):
            raise RuntimeError(f"this Textual has no {module.__name__}.{name}: itatui cannot wrap Thai with it")
        setattr(module, name, ours)
