"""The lists from which a line of the preview is answered: the role of a column, a track, a result."""

from collections.abc import Callable, Sequence

from itatui.domain.fields import fields_of
from itatui.domain.register import Register
from itatui.domain.track import label_phrase
from itatui.intake.headings import role_names
from itatui.intake.preview import OpenTrack
from itatui.intake.proposal import Pairing, ReadColumn
from itatui.locale import _
from itatui.thai import one_line, quote, truncate
from itatui.tui.dialogs.choose import Choice, ChooseDialog, dot, with_numbers
from itatui.wording.imports import role_words

NOTHING = "-"
"""The choice of none of the others."""
_TEXT_CELLS = 48
"""Cells of a text in a list."""
_HEADING_CELLS = 30
_FIRST = ("activity", "result", "responsible", "planned", "outcome", "track", "done", "evidence")
"""Roles that are asked for most."""


def choose_role(column: ReadColumn, register: Register, chosen: Callable[[str], None]) -> ChooseDialog:
    """Return a dialog for the role of a column; an empty role is none."""
    names = dict.fromkeys((*_FIRST, *role_names(register), *_by_quarter(register)))

    def choices() -> list[Choice]:
        roles = [Choice(name, role_words(name, register), dot(name == column.role)) for name in names]
        return [Choice(NOTHING, role_words("", register), dot(not column.role)), *roles]

    def title() -> str:
        return _("{heading} is read as").format(heading=quote(column.heading, _HEADING_CELLS))

    return ChooseDialog(title, choices, lambda name: chosen("" if name == NOTHING else name), column.role or NOTHING)


def _by_quarter(register: Register) -> list[str]:
    """Return the fields of a single quarter, as tables of rounds have them."""
    return [name for name, field in fields_of("measure", register).items() if field.edited and field.quarter]


def choose_new_track(track: OpenTrack, register: Register, chosen: Callable[[str], None]) -> ChooseDialog:
    """Return a dialog for the track to which the measures of another go; an empty code: as the document has it."""

    def choices() -> list[Choice]:
        left = _("leave out") if not track.code else _("new track {code}").format(code=track.code)
        known = [Choice(each.code, truncate(one_line(label_phrase(each)), _TEXT_CELLS)) for each in register.tracks]
        return [*known, Choice(NOTHING, left)]

    def title() -> str:
        return quote(track.label, _HEADING_CELLS) if track.code else _("Track of these measures")

    return ChooseDialog(title, choices, lambda name: chosen("" if name == NOTHING else name))


def choose_result(pairing: Pairing, current: Sequence[int], ref: str, chosen: Callable[[int], None]) -> ChooseDialog:
    """Return a dialog for the result of a measure; -1: none."""

    def choices() -> list[Choice]:
        results = [
            Choice(str(at), truncate(one_line(text), _TEXT_CELLS), whole=text)
            for at, text in enumerate(pairing.results)
        ]
        none, *results = with_numbers([Choice("-1", _("No result")), *results], 0)
        return [*results, none]

    def title() -> str:
        return _("Result of {ref}").format(ref=ref)

    begin = str(current[0]) if current else ""
    return ChooseDialog(title, choices, lambda name: chosen(int(name)), begin)


def choose_open(count: int, chosen: Callable[[bool], None]) -> ChooseDialog:
    """Return a dialog for questions that were not answered: True to take what is proposed, False to leave it out."""

    def choices() -> list[Choice]:
        return with_numbers([Choice("take", _("Take them as proposed")), Choice("leave", _("Leave them out"))])

    def title() -> str:
        return _("Guessed values that are not decided: {count}").format(count=count)

    return ChooseDialog(title, choices, lambda name: chosen(name == "take"))
