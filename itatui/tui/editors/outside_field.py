"""The text of the open field while the user's own editor has it."""

from typing import TYPE_CHECKING

from itatui.domain.fields import label_of
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure

if TYPE_CHECKING:
    from itatui.tui.editors.open_editor import OpenEditor
    from itatui.tui.text_input.field_editor import FieldEditor


class OutsideField:
    """An `OutsideText`: the open field."""

    def __init__(self, open_editor: "OpenEditor") -> None:
        assert open_editor.editor is not None
        self._open = open_editor
        self._field: FieldEditor = open_editor.editor

    @property
    def text(self) -> str:
        """The text of the field."""
        return self._field.text

    @property
    def is_open(self) -> bool:
        """Whether the field is still open."""
        return self._open.editor is self._field

    def file_name(self) -> str:
        """Return a name such as `IIT-2 สรุปผล.txt`."""
        session = self._open.session
        thing = session.thing(self._field.kind, self._field.thing_id)
        ref = session.register.ref(thing) if isinstance(thing, Measure) else self._field.thing_id
        return f"{ref}-{label_of(self._field.kind, self._field.field, session.register)}.txt"

    def begin(self) -> None:
        """Save the field."""
        self._open.save()

    def keep(self, text: str) -> None:
        """Keep a text as the draft of the field."""
        self._open.keep_draft(self._field, text)

    def take(self, text: str, *, at_end: bool) -> None:
        """Put a text into the field as a paste is, so that it is a change of its own; the same text changes nothing.

        At the end of the program, the session saves the open field.
        """
        field = self._field
        if text != field.text.rstrip("\n"):
            if field.holds not in (Kind.TEXT, Kind.LINKS):
                text = " ".join(text.split("\n"))
            field.begin_change()
            field.take_whole(text)
        if not at_end:
            self._open.save()
