"""Word-level difference of two texts: the words kept, removed and added. Colours are left to the callers."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

from itatui.domain.change import Edit
from itatui.domain.field_text import format_value
from itatui.domain.fields import field_at
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.thai import break_points, clusters

SAME, GONE, NEW = "same", "gone", "new"

_MAX_WORDS = 2_000
"""Words in a changed passage beyond which it counts as rewritten: the comparison takes quadratic time."""
_SPACES = " \t\n"
_KEPT = 64
"""Texts whose words are kept."""


class DiffPart(NamedTuple):
    """A passage of the text before, of the text after, or of both."""

    kind: str
    """`SAME` (in both), `GONE` (only in the text before) or `NEW` (only in the text after)."""
    text: str


def text_difference(before: str, after: str) -> tuple[DiffPart, ...]:
    """Return the parts of two texts in order: `SAME` and `GONE` join to `before`, `SAME` and `NEW` to `after`.

    Parts meet between words, as the lines of a wrapped text do. In each change, `GONE` precedes `NEW`.
    """
    old, new = _words(before), _words(after)
    least = min(len(old), len(new))
    head = next((at for at in range(least) if old[at] != new[at]), least)
    tail = next((at for at in range(least - head) if old[-1 - at] != new[-1 - at]), least - head)
    middle = _compare(old[head : len(old) - tail], new[head : len(new) - tail])
    parts = [DiffPart(SAME, "".join(old[:head])), *middle, DiffPart(SAME, "".join(old[len(old) - tail :]))]
    return tuple(_merge(_bridge([part for part in parts if part.text])))


def edit_difference(edit: Edit, register: Register) -> tuple[DiffPart, ...]:
    """Return the difference made by an edit of a typed field; empty for ticks, moves and whole records."""
    field = field_at(edit.kind, edit.field, register)
    if field is None or not field.typed:
        return ()
    return text_difference(format_value(register, field, edit.before), format_value(register, field, edit.after))


@lru_cache(_KEPT)
def _words(text: str) -> tuple[str, ...]:
    """Return the words and the spaces between them; joined, they are the text.

    Kept: in a history, the text before a change is the text after the one before it.
    """
    breaks = {0, *break_points(text), len(text)}
    breaks |= {at for at in range(1, len(text)) if text[at] in _SPACES and text[at - 1] not in _SPACES}
    cuts = sorted(breaks.intersection({0, *accumulate(map(len, clusters(text)))}))
    return tuple([text[begin:end] for begin, end in pairwise(cuts)])


def _compare(old: Sequence[str], new: Sequence[str]) -> Iterator[DiffPart]:
    if max(len(old), len(new)) > _MAX_WORDS:
        yield DiffPart(GONE, "".join(old))
        yield DiffPart(NEW, "".join(new))
        return
    from difflib import SequenceMatcher  # lazy: most commands compare nothing

    for kind, begin, end, new_begin, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield DiffPart(SAME, "".join(old[begin:end]))
        else:
            yield DiffPart(GONE, "".join(old[begin:end]))
            yield DiffPart(NEW, "".join(new[new_begin:new_end]))


def _bridge(parts: list[DiffPart]) -> Iterator[DiffPart]:
    """Count a space between two changed words as changed, so that they read as a single change."""
    for at, part in enumerate(parts):
        if part.kind == SAME and not part.text.strip(" ") and 0 < at < len(parts) - 1:
            yield DiffPart(GONE, part.text)
            yield DiffPart(NEW, part.text)
        else:
            yield part


def _merge(parts: Iterator[DiffPart]) -> Iterator[DiffPart]:
    """Join neighbours of the same kind; in each change, put `GONE` before `NEW`."""
    for same, group in groupby(parts, key=lambda part: part.kind == SAME):
        members = list(group)
        for kind in (SAME,) if same else (GONE, NEW):
            if text := "".join(part.text for part in members if part.kind == kind):
                yield DiffPart(kind, text)


def close_up(parts: tuple[DiffPart, ...], characters: int) -> tuple[DiffPart, ...]:
    """Shorten the `SAME` parts to about this many characters on either side of a change."""
    last = len(parts) - 1
    return tuple(
        DiffPart(SAME, _shorten(part.text, characters * (at > 0), characters * (at < last)))
        if part.kind == SAME
        else part
        for at, part in enumerate(parts)
    )


def _shorten(text: str, head: int, tail: int) -> str:
    """Return the first `head` and last `tail` characters of a text, cut between words, with `…` between them."""
    if len(text) <= head + tail + 1:
        return text
    cuts = [0, *break_points(text), len(text)]
    end = max(cut for cut in cuts if cut <= head)
    begin = min(cut for cut in cuts if cut >= len(text) - tail)
    return f"{text[:end]}…{text[begin:]}" if end < begin else text


def marked(parts: tuple[DiffPart, ...]) -> str:
    """Return the parts as plain text with marks in place of colours: `[-gone-]{+new+}`."""
    around = {SAME: ("", ""), GONE: ("[-", "-]"), NEW: ("{+", "+}")}
    return "".join(f"{around[kind][0]}{text}{around[kind][1]}" for kind, text in parts)
