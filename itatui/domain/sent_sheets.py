"""Who has sent a sheet and who has not: days kept in the register, by unit and round."""

from datetime import date

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.register import Register
from itatui.domain.unit_sheet import UnitSheet, units_of

_FIELD = "sent"


class SentSheet(NamedTuple):
    """A sheet that came back."""

    round: str
    """Name of its round; empty: the year."""
    received: str
    """Day (ISO 8601) on which it was imported."""
    made: str
    """Day on which it was made."""


class UnitLine(NamedTuple):
    """A unit, and its sheets."""

    unit: str
    measures: int
    """Its measures; 0: it has none any more."""
    sent: tuple[SentSheet, ...]

    def of_round(self, name: str) -> SentSheet | None:
        """Return the sheet of a round; None if none has come."""
        return next((each for each in self.sent if each.round == name), None)


def sent_sheets(register: Register, unit: str) -> tuple[SentSheet, ...]:
    """Return the sheets that a unit has sent, the latest of each round."""
    lines = register.more.get(f"{_FIELD}.{unit}").splitlines()
    parts = ([*line.split(" ", 2), "", ""] for line in lines if line.strip())
    return tuple(SentSheet(name, received, made) for received, made, name, *_rest in parts)


def unit_lines(register: Register) -> tuple[UnitLine, ...]:
    """Return the units in the order of the register, then those that have sent a sheet and have no measures."""
    counts = {unit: len(measures) for unit, measures in units_of(register).items()}
    counts |= {unit: 0 for unit in register.more.members(_FIELD) if unit not in counts}
    return tuple(UnitLine(unit, count, sent_sheets(register, unit)) for unit, count in counts.items())


def awaited_rounds(register: Register) -> tuple[str, ...]:
    """Return the rounds for which sheets come: those of the register, the year (empty) without any or if one came."""
    sent = [each.round for line in unit_lines(register) for each in line.sent]
    names = [each.name for each in register.rounds]
    return tuple(dict.fromkeys([*names, *([] if names else [""]), *sent]))


def received(register: Register, sheet: UnitSheet, day: date) -> Edit:
    """Return the edit that notes a sheet as received on a day."""
    new = SentSheet(sheet.round, day.isoformat(), sheet.made)
    kept = [each for each in sent_sheets(register, sheet.unit) if each.round != sheet.round]
    lines = (f"{each.received} {each.made} {each.round}".rstrip() for each in (*kept, new))
    return set_field(register, f"{_FIELD}.{sheet.unit}", "\n".join(lines))


def is_received(register: Register, sheet: UnitSheet) -> bool:
    """Return whether this sheet, or a later one of its round, has been received."""
    return any(each.round == sheet.round and each.made >= sheet.made for each in sent_sheets(register, sheet.unit))
