"""Text outside tables: passages with a heading, dotted lines to be filled in by hand, and signature blocks."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from itatui.locale import _
from itatui.report import phrases
from itatui.report.layout.cells import Convert, cell_texts
from itatui.report.layout.lines import Block, wrap_cell
from itatui.report.model import Passage, Signature, Tone
from itatui.thai import cells, pad, wrap

SIGNATURE_DOTS = 30
"""Cells of the dotted line of a signature."""
_LEAST_DOTS = 24
"""Cells of the shortest dotted line of signatures beside each other."""
_BESIDE = 3
"""Most signatures beside each other."""
_BETWEEN = 4
"""Cells between them."""
_INDENT = 4
"""Cells of the indent of a passage below its heading."""
_MIN_TEXT = 12
"""Cells that a text keeps beside an indent."""


def dotted(text: str, width: int) -> str:
    """Return a text, or a dotted line of `width` cells if it is blank."""
    return text.strip() or "." * width


def passage_blocks(passage: Passage, width: int, convert: Convert) -> tuple[Block, ...]:
    """Lay out a passage in `width` cells."""
    indent = min(_INDENT, max(width - _MIN_TEXT, 0))
    blocks = wrap_cell(cell_texts(passage.lines, convert), width - indent, hanging=True)
    return (
        Block(tuple(wrap(convert(passage.heading), width)), Tone.HEADING),
        *(Block(tuple(" " * indent + line for line in block.lines), block.tone) for block in blocks),
    )


def signing_words(*, thai: bool) -> tuple[str, str, str]:
    """Return the words before the lines to sign, to write a position and to write a date on."""
    return phrases.SIGNED if thai else (_("Signed"), _("Position"), _("Date"))


def signature_blocks(
    signatures: Sequence[Signature], width: int, convert: Convert, *, thai: bool = False, beside: bool = False
) -> tuple[Block, ...]:
    """Lay out places to sign, right of the middle where there is room.

    Each has a dotted line and the role, and below them name, position and date. `thai` words them in Thai in every
    interface language; `beside` sets two or three beside each other where the width has room.
    """
    words = signing_words(thai=thai)
    for count in range(min(len(signatures), _BESIDE) if beside else 1, 1, -1):
        if rows := _signatures_beside(signatures, count, width, convert, words):
            return rows
    drawn = [_signature_lines(signature, width, convert, words) for signature in signatures]
    widest = max((cells(line) for lines in drawn for line in lines), default=0)
    indent = max(min(width // 2 - _INDENT, width - widest), 0)
    return tuple(Block(tuple(" " * indent + line for line in lines), Tone.TEXT) for lines in drawn)


def _signatures_beside(
    signatures: Sequence[Signature], count: int, width: int, convert: Convert, words: tuple[str, str, str]
) -> tuple[Block, ...]:
    """Return the rows of up to `count` signatures beside each other, about equally many in each, in reading order.

    Nothing if the width is too small for the dotted lines, roles, names and positions.
    """
    room = (width - _BETWEEN * (count - 1)) // count
    lead = cells(words[0]) + 1
    dots = min(SIGNATURE_DOTS, room - lead - 1 - max(cells(convert(each.role)) for each in signatures))
    below = max(cells(convert(text)) for each in signatures for text in (f"({each.name.strip()})", each.position))
    if dots < _LEAST_DOTS or below > room - lead:
        return ()
    rows = -(-len(signatures) // count)
    count = -(-len(signatures) // rows)
    drawn = [_signature_lines(signature, room, convert, words, dots) for signature in signatures]
    return tuple(
        Block(tuple(_beside(drawn[at : at + count], room, width)), Tone.TEXT) for at in range(0, len(drawn), count)
    )


def _beside(drawn: Sequence[list[str]], room: int, width: int) -> Iterator[str]:
    """Yield the lines of signatures beside each other, each in the middle of its part of the width."""
    share = width // len(drawn)
    indents = [(share - min(max(map(cells, lines)), room)) // 2 for lines in drawn]
    for each in zip_longest(*drawn, fillvalue=""):
        parts = (pad(" " * indent + line, share) for indent, line in zip(indents, each, strict=True))
        yield "".join(parts).rstrip()


def _signature_lines(
    signature: Signature, width: int, convert: Convert, words: tuple[str, str, str], most: int = SIGNATURE_DOTS
) -> list[str]:
    """Return the lines of a place to sign, with a dotted line of `most` cells at most."""
    sign, place, date = words
    role = convert(signature.role)
    lead = cells(sign) + 1
    dots = max(min(most, width - lead), 1)
    first = f"{sign} {'.' * dots}"
    rest = [f"({convert(signature.name.strip()) or '.' * (dots - 2)})"]
    rest.append(convert(signature.position.strip()) or f"{place} {'.' * (dots - cells(place) - 1)}")
    if signature.dated:
        rest.append(f"{date} {'.' * (dots - cells(date) - 1)}")
    if lead + dots + 1 + cells(role) <= width:
        first += f" {role}"
    else:
        rest.insert(0, role)
    return [first, *(line for text in rest for line in _centred_below(text, lead, dots, width))]


def _centred_below(text: str, lead: int, dots: int, width: int) -> list[str]:
    """Return the lines of a text centred under the dotted line, or from its start if it is longer."""
    if cells(text) <= dots:
        return [" " * (lead + (dots - cells(text)) // 2) + text]
    return [" " * lead + line for line in wrap(text, max(width - lead, 1))]
