"""The repairs on the screen: what is damaged or doubtful in the texts, one line each, and below it before and after.

What is taken is changed at once, by whoever opened the screen; what is left stays as it is.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.app import ComposeResult

from itatui.domain.register import Register
from itatui.domain.repairs import Repair, current_record, repair_edit, repairs
from itatui.domain.text_diff import GONE, NEW, SAME, DiffPart, close_up, marked
from itatui.locale import _
from itatui.resources import resource
from itatui.thai import pad, safe, truncate
from itatui.tui.commands import bindings
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.styling.diff_lines import LOOK, marked_lines
from itatui.tui.styling.spans import Run, laid_out
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.list_view import ListView, TextView
from itatui.wording.repairs import damaged_words, reason_of, repair_difference, repair_subject, suggestion_difference

if TYPE_CHECKING:
    from itatui.tui.session.session import RegisterSession

AROUND, NEAR = 120, 10
"""Characters of what stays that are shown on either side of a change: in the text below, and in its line above."""
PLACE = 22
"""Cells for the name of the field in a line."""


class Row(NamedTuple):
    """A line of the list: a doubtful place, or without a repair all that is damaged."""

    repair: Repair | None = None
    at: int = 0
    """Which of the suggestions of the repair, from 0."""

    def name(self) -> tuple[str, str, int, str]:
        """What tells it from any other, also after something else of its text was repaired."""
        assert self.repair is not None
        each = self.repair.suggestions[self.at]
        same = [other for other in self.repair.suggestions[: self.at] if other.before == each.before]
        return str(self.repair.record[0]), self.repair.field.name, len(same), each.before


class RepairsScreen(ListDetailScreen):
    """The list above, and below it the one under the cursor."""

    CSS_PATH = resource("styles", "views.tcss")
    BINDINGS = [*bindings("repairing")]
    AUTO_FOCUS = "#repairs"

    def __init__(self, session: "RegisterSession", target: tuple[str, str] | None) -> None:
        super().__init__()
        self._session = session
        self._target = target
        self._register: Register | None = None
        self._found: list[Repair] = []
        self._rows: list[Row] = []
        self._skipped: set[tuple[str, str, int, str]] = set()
        self._taken = 0
        self._making = False
        """Whether the register is being changed from here: no reason to look through all of it again."""

    def compose(self) -> ComposeResult:
        """The list, the text, and what can be done."""
        yield ListView("repairs", self._line)
        yield TextView("repair")
        yield Footer(id="repairing_foot")

    def on_mount(self) -> None:
        """Looks through the texts, without having anybody wait."""
        self.query_one(Footer).where = "repairing"
        self.query_one("#repair", TextView).entitle(_("Before and after"))
        self.query_one(ListView).show(0, 0, _("reading…"))
        self.look_again()

    def look_again(self) -> None:
        """Looks through the texts anew when somebody else changed something."""
        if not self._making and (self._register is None or self._session.register != self._register):
            self._look()

    @work(group="repairing", exclusive=True)
    async def _look(self) -> None:
        self._register, self._found = await self._session.repairs_of(self._target)
        self._list()

    def _list(self) -> None:
        """Lists what is left; when that is nothing, goes on to the whole register, and then away."""
        damaged = [Row()] if any(repair.damage for repair in self._found) else []
        doubtful = [Row(repair, at) for repair in self._found for at in range(len(repair.suggestions))]
        self._rows = damaged + [row for row in doubtful if row.name() not in self._skipped]
        if not self._rows and self._target is not None:
            self.action_widen()
            return
        listing = self.query_one(ListView)
        listing.entitle(f"{_('Repairs')} {self._called()}")
        listing.show(len(self._rows), listing.at, "")
        if not self._rows and self.is_current:
            done = _("repaired: {count}; ^Z takes it back").format(count=self._taken)
            self._session.tell(done if self._taken else _("there is nothing to repair"))
            self.dismiss(None)

    def _called(self) -> str:
        register, target = self._register, self._target
        if target is None or register is None:
            return _("of the whole register")
        measure = register.measure(target[1]) if target[0] == "measure" else None
        return register.ref(measure) if measure else target[1]

    # How they look ------------------------------------------------------------------------------

    def _line(self, at: int, width: int) -> list[Run]:
        repair, place = self._rows[at]
        assert self._register is not None
        if repair is None:
            return [(pad(_("Damage"), PLACE) + " ", "title"), (self._mended(), "text")]
        pieces = close_up(_first(suggestion_difference(repair, place)), NEAR)
        shown = [(safe(marked((piece,))), LOOK[piece.kind]) for piece in pieces]
        named = [(pad(truncate(safe(repair_subject(repair, self._register)), PLACE), PLACE) + " ", "title")]
        return [*named, *([(f"{reason_of(repair.suggestions[place])}: ", "text")] if width >= 100 else []), *shown]

    def _mended(self) -> str:
        return damaged_words(sum(repair.damage for repair in self._found))

    def on_list_view_moved(self, message: ListView.Moved) -> None:
        """Shows the one under the cursor below, before and after."""
        message.stop()
        if message.at < len(self._rows):
            row = self._rows[message.at]
            self.query_one("#repair", TextView).show(lambda width: self._text(row, width))

    def _text(self, row: Row, width: int) -> list[list[Run]]:
        register, repair = self._register, row.repair
        assert register is not None
        if repair is None:
            lines = laid_out([(self._mended(), "text")], width)
            for each in (repair for repair in self._found if repair.damage):
                lines += [[], *laid_out([(safe(repair_subject(each, register)), "title")], width)]
                lines += marked_lines(close_up(repair_difference(each, register), NEAR), width)
            return lines
        pieces = close_up(suggestion_difference(repair, row.at), AROUND)
        lines = laid_out(
            [(safe(f"{repair_subject(repair, register)}: {reason_of(repair.suggestions[row.at])}"), "text")], width
        )
        lines += _section(_("Before"), tuple(piece for piece in pieces if piece.kind != NEW), width)
        return lines + _section(_("After"), tuple(piece for piece in pieces if piece.kind != GONE), width)

    # What is done -------------------------------------------------------------------------------

    def action_take(self) -> None:
        """Takes the one under the cursor; what is damaged in its text is mended with it."""
        at = self.query_one(ListView).at
        if at < len(self._rows):
            row = self._rows[at]
            self._repair([row] if row.repair else [], all_damage=row.repair is None)

    def action_take_all(self) -> None:
        """Takes all that are listed."""
        self._repair([row for row in self._rows if row.repair], all_damage=True)

    def action_skip(self) -> None:
        """Leaves the one under the cursor as it is, and takes it off the list."""
        at = self.query_one(ListView).at
        if at < len(self._rows):
            row = self._rows[at]
            if row.repair is None:
                self.query_one(ListView).action_step(1)
            else:
                self._skipped.add(row.name())
                self._list()

    def _repair(self, rows: Sequence[Row], *, all_damage: bool) -> None:
        register = self._register
        if register is None:  # it is being looked through
            return
        chosen = [repair for repair in self._found if all_damage or any(row.repair is repair for row in rows)]
        edits = [
            edit
            for repair in chosen
            if (edit := repair_edit(register, repair, [row.at for row in rows if row.repair is repair]))
        ]
        self._making = True
        made = self._session.repair(edits)
        self._making = False
        if made:
            self._register = self._session.register
            self._taken += len(rows) + sum(repair.damage for repair in chosen)
            self._found = [each for repair in self._found for each in self._left(repair, chosen)]
            self._list()
        else:
            self.look_again()

    def _left(self, repair: Repair, chosen: Sequence[Repair]) -> list[Repair]:
        """What is left to be repaired in a field, by now."""
        register = self._register
        if register is None or not any(repair is each for each in chosen):
            return [repair]
        thing = current_record(register, repair.record)
        return [each for each in repairs(register, [thing] if thing else []) if each.field == repair.field]

    def action_undo_repair(self) -> None:
        """Takes back the person's latest change."""
        self._session.undo()

    def action_widen(self) -> None:
        """Goes on from the one measure or track to the whole register."""
        if self._target is not None:
            self._target, self._register = None, None
            self.look_again()

    def other_pane(self) -> tuple[str, str]:
        """The list and the text below it."""
        return "repairs", "repair"


def _section(title: str, pieces: tuple[DiffPart, ...], width: int) -> list[list[Run]]:
    return [[], *laid_out([(title, "title")], width), *marked_lines(pieces, width)]


def _first(pieces: tuple[DiffPart, ...]) -> tuple[DiffPart, ...]:
    """The pieces to the end of the first change, and what follows it: of many lines that are joined the first two."""
    begun = next((at for at, piece in enumerate(pieces) if piece.kind != SAME), 0)
    end = next((at for at in range(begun, len(pieces)) if pieces[at].kind == SAME), len(pieces))
    return pieces[: end + 1]
