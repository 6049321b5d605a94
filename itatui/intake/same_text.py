"""Texts that say the same."""

from itatui.thai import fold


def text_key(text: str) -> str:
    """Return a text as compared: folded, without white space."""
    return "".join(fold(text).split())


def is_same(before: str, after: str) -> bool:
    """Return whether a text of a document says what the register holds: they may differ in white space and in damage.

    Damage that the document alone leaves doubtful is certain where the register has the repaired text.
    """
    return (
        before == after
        or text_key(before) == text_key(after)
        or (_is_near(before, after) and text_key(before) == _mended(after))
    )


def _is_near(before: str, after: str) -> bool:
    return bool(before) and abs(len(before) - len(after)) <= max(len(before) // 20, 2)


def _mended(text: str) -> str:
    from itatui.thai.repair.suggestions import apply_suggestions, suggestions  # lazy: it reads the word list

    return text_key(apply_suggestions(text, suggestions(text)))
