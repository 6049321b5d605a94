"""The register screen: a list by sections, and what the entry under the cursor holds."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from itatui.domain.register import Register
from itatui.domain.track_edits import move_all_to_track
from itatui.locale import _
from itatui.thai import cells, numerals, pad, truncate
from itatui.tui.commands import bindings
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.screens.setup.agency_section import AgencySection
from itatui.tui.screens.setup.entry_form import ask_for_entry
from itatui.tui.screens.setup.fields_section import FieldsSection
from itatui.tui.screens.setup.forms_section import FormsSection
from itatui.tui.screens.setup.listed_sections import rounds_section, signatories_section
from itatui.tui.screens.setup.sections import Section, Step
from itatui.tui.screens.setup.tracks_section import TracksSection
from itatui.tui.session.session import RegisterSession
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.tui.widgets.text_view import Lines
from itatui.tui.words import Words
from itatui.wording.years import closed_words

if TYPE_CHECKING:
    from itatui.tui.widgets.list_view import ListView

_CHANGES = frozenset(
    [
        *("edit_entry", "add_entry", "remove_entry", "move_entry(-1)", "move_entry(1)", "to_track", "write_form"),
        *("undo", "redo"),
    ]
)
"""Actions that change the register."""
NAME_CELLS = 26
"""Most cells of the names before the values."""


class SetupScreen(ListDetailScreen):
    """Everything about a register but its measures."""

    BINDINGS = [*bindings("setup")]
    PLACE = "setup"

    def __init__(self, session: RegisterSession, begin: str = "", *, is_new: bool = False) -> None:
        """`begin` is the name of a field of the register, or of a section, to begin at.

        `is_new`: the register was just made, and the user did not ask for this screen.
        """
        super().__init__()
        self._session = session
        self._is_new = is_new
        self._begin = begin
        self._sections: Sequence[Section] = (
            AgencySection(),
            signatories_section(),
            rounds_section(),
            FieldsSection(),
            TracksSection(),
            FormsSection(session.store),
        )
        self._entries: list[tuple[Section, str]] = []
        """Section and key of each row; without a key: the heading of the section."""

    def on_mount(self) -> None:
        """Begin where it was asked for, once the rows are there."""
        self.call_after_refresh(self._go_to_begin)

    def _go_to_begin(self) -> None:
        self.go_to_key((AgencySection.name, self._begin))
        self.go_to_key((self._begin, ""))

    def title_of_list(self) -> str:
        """Return the title with the short name of the agency."""
        register = self._session.register
        title = _("New register") if self._is_new else _("Register")
        return f"{title} {register.agency_short or register.agency}".strip()

    def title_of_detail(self, at: int | None) -> str:
        """Return the name of the entry."""
        if at is None:
            return ""
        section, key = self._entries[at]
        return section.row(self._session.register, key)[0] if key else section.title()

    def reload(self) -> None:
        """Show the register as it is now."""
        register = self._session.register
        self._entries = [(section, key) for section in self._sections for key in ("", *section.keys(register))]
        self.show_rows([(section.name, key) for section, key in self._entries], "", self.list.at)

    def row(self, at: int, width: int) -> list[Span]:
        """Return the heading of a section with its number of entries, or name and value of an entry."""
        section, key = self._entries[at]
        register = self._session.register
        if not key:
            count = len(section.keys(register))
            figure = f"  {count}" if section is not self._sections[0] else ""
            return [(f" {section.title()}", "title"), (numerals(figure), "note")]
        names = [section.row(register, other)[0] for other in section.keys(register)]
        room = min(max(cells(name) for name in names), NAME_CELLS)
        name, value = section.row(register, key)
        return [(f"   {pad(truncate(name, room), room)}", "strong"), (numerals(f"  {value}"), "text")]

    def detail(self, at: int) -> Callable[[int], Lines]:
        """Return a function from a width in cells to the lines of an entry."""
        section, key = self._entries[at]
        register = self._session.register
        if not key:
            can_add = section.form(register, "") is not None
            keys = _("^N: add here") if can_add else _("Enter on a line: change it")
            parts: Sequence[tuple[str, str]] = [("", section.about()), ("", keys)]
            if self._is_new and section is self._sections[0]:
                parts = [("", _new_words()), ("", ""), *parts]
        else:
            parts = section.detail(register, key)
        return lambda width: _lines(parts, width)

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        if self.current_row is None:
            return ""
        section, key = self._entries[self.current_row]
        register = self._session.register
        if register.closed and action in _CHANGES:
            return closed_words(register)
        if action == "add_entry" and section.form(register, "") is None:
            return _("Nothing can be added here. Press Enter on a line to change it")
        if action == "remove_entry" and (not key or section.stays(register, key)):
            if not key:
                return _("Choose a line below the heading first")
            has_form = section.form(register, key) is not None
            return (
                _("This cannot be deleted. Press Enter to change it")
                if has_form
                else _("This comes with itatui and cannot be deleted")
            )
        if action == "write_form" and (section.name != "forms" or not key):
            return _("Choose a form below its heading first")
        if action == "to_track" and (section.name != "tracks" or not register.measures_of(key)):
            return _("Choose a track with measures first")
        if action == "to_track" and len(register.tracks) < 2:
            return _("There is no other track yet")
        if action.startswith("move_entry") and not section.moved(register, key, -1 if "-1" in action else 1):
            return _("It cannot be moved further")
        if action in ("undo", "redo"):
            return self._session.past.no_undo() if action == "undo" else self._session.past.no_redo()
        return ""

    def _refused(self, action: str) -> bool:
        if reason := self.refusal(action):
            self._session.tell(reason)
        return bool(reason)

    def _current(self) -> tuple[Section, str]:
        return self._entries[self.current_row or 0]

    def on_list_view_moved(self, message: "ListView.Moved") -> None:
        """Offer in the footer what works on the row under the cursor."""
        message.stop()
        self.offer()

    # Commands ------------------------------------------------------------------------------------

    def action_edit_entry(self) -> None:
        """Change the entry; of a form, offer the fields that it lacks, or read it; on a heading, add an entry."""
        if self._refused("edit_entry"):
            return
        section, key = self._current()
        if section.form(self._session.register, key) is not None:
            self._ask(section, key)
        elif key and section.offer(self._session.register, key) is not None:
            self._take(key, section, section.offer, lambda: _("add"))
        elif key:
            self.text.focus(scroll_visible=False)
        else:
            self._refused("add_entry")

    def action_add_entry(self) -> None:
        """Add an entry to the section."""
        if not self._refused("add_entry"):
            self._ask(self._current()[0], "")

    def _ask(self, section: Section, key: str) -> None:
        ask_for_entry(self, self._session, section, key, lambda new: self._show_added(section, new))

    def _show_added(self, section: Section, key: str) -> None:
        """Put the cursor on a new entry, and make the offer that Enter makes on it, if there is one."""
        self.reload()
        self.go_to_key((section.name, key))
        if section.offer(self._session.register, key) is not None:
            self._take(key, section, section.offer, lambda: _("add"))

    def action_write_form(self) -> None:
        """Change the text of the form in the user's own editor."""
        if self._refused("write_form"):
            return
        from itatui.tui.screens.setup.outside_form import write_form  # lazy: seldom used

        section, key = self._current()
        write_form(self, self._session, key, lambda name: self._show_added(section, name))

    def action_remove_entry(self) -> None:
        """Remove the entry, after a question if something would go with it."""
        if self._refused("remove_entry"):
            return
        section, key = self._current()
        self._take(key, section, section.removal, lambda: _("Delete"))

    def _take(self, key: str, section: Section, step: Callable[[Register, str], Step | None], verb: Words) -> None:
        """Make a change of an entry, after its question if it has one."""
        session = self._session
        found = step(session.register, key)
        if found is None:
            return
        if not found.question:
            session.change(*found.edits)
            return
        from itatui.tui.dialogs.prompts import Confirm

        def answer(sure: bool | None) -> None:
            is_there = key in section.keys(session.register)
            now = step(session.register, key) if sure and is_there else None
            if now is not None:
                session.change(*now.edits)

        self.app.push_screen(Confirm(found.question, verb), answer)

    def action_move_entry(self, by: int) -> None:
        """Move the entry up (-1) or down (1) in its section."""
        if not self._refused(f"move_entry({by})"):
            section, key = self._current()
            self._session.change(*section.moved(self._session.register, key, by))

    def action_to_track(self) -> None:
        """Move all measures of the track to another."""
        if self._refused("to_track"):
            return
        from itatui.tui.dialogs.track_choices import choose_track

        _section, key = self._current()
        session = self._session

        def move(code: str) -> None:
            register = session.register
            if (track := register.track(code)) is not None:
                session.change(*move_all_to_track(register, register.measures_of(key), track))

        title = lambda: _("Measures of {track}: to which track?").format(track=key)  # noqa: E731
        self.app.push_screen(choose_track(title, lambda: session.register.tracks, {key}, move))

    def action_undo(self) -> None:
        """Undo the user's latest change."""
        if not self._refused("undo"):
            self._session.past.undo()

    def action_redo(self) -> None:
        """Redo the change that was undone last."""
        if not self._refused("redo"):
            self._session.past.redo()


def _new_words() -> str:
    """Return why the screen is in sight, and how it is opened again."""
    return _("Look through the new register once, or go on to the measures with Esc. ^R opens this again.")


def _lines(parts: Sequence[tuple[str, str]], width: int) -> Lines:
    """Return titles and texts: a text beside its title if both fit in a line, else below."""
    lines: list[list[Span]] = []
    for title, text in parts:
        said = numerals(text.strip() or (_("not given") if title else ""))
        beside = title and "\n" not in said and cells(title) + 2 + cells(said) <= width
        if beside:
            lines.append([(f"{title}  ", "title"), (said, "text")])
            continue
        lines += wrap_spans([(title, "title")], width) if title else []
        for line in said.split("\n"):
            lines += wrap_spans([(line, "text")], width)
    return lines
