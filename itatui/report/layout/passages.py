"""Text outside tables: passages with a heading, dotted lines to be filled in by hand, and signature blocks."""

from collections.abc import Sequence

from itatui.locale import _
from itatui.report import phrases
from itatui.report.layout.cells import Convert, cell_texts
from itatui.report.layout.lines import Block, wrap_cell
from itatui.report.model import Passage, Signature, Tone
from itatui.thai import cells, wrap

SIGNATURE_DOTS = 30
"""Cells of the dotted line of a signature."""
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


def signature_blocks(
    signatures: Sequence[Signature], width: int, convert: Convert, *, thai: bool = False
) -> tuple[Block, ...]:
    """Lay out places to sign, right of the middle where there is room: line and role, below them name, position and
    date. `thai` words them in Thai in every interface language.
    """
    words = phrases.SIGNED if thai else (_("Signed"), _("Position"), _("Date"))
    drawn = [_signature_lines(signature, width, convert, words) for signature in signatures]
    widest = max((cells(line) for lines in drawn for line in lines), default=0)
    indent = max(min(width // 2 - _INDENT, width - widest), 0)
    return tuple(Block(tuple(" " * indent + line for line in lines), Tone.TEXT) for lines in drawn)


def _signature_lines(signature: Signature, width: int, convert: Convert, words: tuple[str, str, str]) -> list[str]:
    sign, place, date = words
    role = convert(signature.role)
    lead = cells(sign) + 1
    dots = max(min(SIGNATURE_DOTS, width - lead), 1)
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
