"""What an edit made of a text: the words that stayed, are gone, and are new."""

from itatui.domain.change import Edit
from itatui.domain.field_text import written_value
from itatui.domain.fields import Kind, field_of
from itatui.domain.register import Register
from itatui.domain.text_diff import Piece, text_difference


def edit_difference(edit: Edit, register: Register) -> tuple[Piece, ...]:
    """What became of the text of a field, as it is written; nothing where a few words say all: quarters, moves."""
    field = field_of(edit.kind, edit.field)
    if field is None or field.kind is Kind.FLAG:
        return ()
    return text_difference(written_value(register, field, edit.before), written_value(register, field, edit.after))
