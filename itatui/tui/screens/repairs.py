"""The repairs screen: damaged and doubtful places of the texts, a row each, with the text before and after.

A repair that is accepted changes the register at once, through the caller.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple, Protocol

from textual import work

from itatui.domain.change import Edit
from itatui.domain.register import Register
from itatui.domain.repairs import Repair, current_record, repair_edit, repairs
from itatui.domain.text_diff import GONE, NEW, SAME, DiffPart, close_up, marked
from itatui.locale import _
from itatui.thai import pad, safe, truncate
from itatui.tui.commands import bindings
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.styling.diff_lines import STYLES, diff_lines
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.tui.widgets.text_view import Lines
from itatui.tui.words import Words
from itatui.wording.repairs import damaged_words, reason_of, repair_difference, repair_subject, suggestion_difference

DETAIL_CONTEXT, ROW_CONTEXT = 120, 10
"""Code points of unchanged text shown on either side of a change."""
FIELD_WIDTH = 22
"""Cells of the field's name in a row."""
REASON_FROM_WIDTH = 100
"""Cells of a row from which it has room for the reason."""


class RepairSource(Protocol):
    """The open register, as far as the screen needs it."""

    @property
    def register(self) -> Register | None:
        """The register on the screen."""

    async def repairs_of(self, target: tuple[str, str] | None) -> tuple[Register, list[Repair]]:
        """Return the register and the repairs of a measure or track (kind, id), or of everything."""

    def repair(self, edits: Sequence[Edit]) -> bool:
        """Apply repairs as a single change. Return False if a text has been changed meanwhile."""

    def tell(self, message: Words) -> None:
        """Show a message in the corner of the screen."""


class Row(NamedTuple):
    """A row of the list: a suggestion, or without a repair all automatic repairs."""

    repair: Repair | None = None
    at: int = 0
    """Index among the repair's suggestions."""

    def key(self) -> Hashable:
        """Return the identity of the row, also after another place of the same text was repaired."""
        if self.repair is None:
            return None
        each = self.repair.suggestions[self.at]
        same = [other for other in self.repair.suggestions[: self.at] if other.before == each.before]
        return str(self.repair.record[0]), self.repair.field.name, len(same), each.before


class RepairsScreen(ListDetailScreen):
    """The list of repairs, and the text of the row under the cursor before and after."""

    BINDINGS = [*bindings("repairing")]
    PLACE = "repairing"

    def __init__(self, source: RepairSource, target: tuple[str, str] | None, undo: Callable[[], None]) -> None:
        """`target` is the kind and the id of a record; None: the whole register. `undo` undoes the latest change."""
        super().__init__()
        self._source = source
        self._undo = undo
        self._target = target
        self._register: Register | None = None
        self._repairs: list[Repair] = []
        self._rows: list[Row] = []
        self._skipped: set[Hashable] = set()
        self._repaired_count = 0
        self._applying = False
        """True while this screen changes the register: no reason to search all of it again."""

    def title_of_list(self) -> str:
        """Return "Repairs", and of which record."""
        register, target = self._register, self._target
        if register is None:
            return ""
        if target is None:
            return f"{_('Text fixes')} {_('of the whole register')}"
        measure = register.measure(target[1]) if target[0] == "measure" else None
        return f"{_('Text fixes')} {register.ref(measure) if measure else target[1]}"

    def title_of_detail(self, at: int | None) -> str:
        """Return the same title for every row."""
        return _("Before and after")

    def reload(self) -> None:
        """Search the texts in the background if the register has been changed elsewhere."""
        if self._register is None:
            self.list.show(0, 0, _("reading…"))
        if not self._applying and (self._register is None or self._source.register != self._register):
            self._search()

    @work(group="repairs", exclusive=True)
    async def _search(self) -> None:
        self._register, self._repairs = await self._source.repairs_of(self._target)
        self._show_repairs()

    def _show_repairs(self) -> None:
        """Show the rest; without any go on to the whole register, then close."""
        damaged = [Row()] if any(repair.damage for repair in self._repairs) else []
        doubtful = [Row(repair, at) for repair in self._repairs for at in range(len(repair.suggestions))]
        self._rows = damaged + [row for row in doubtful if row.key() not in self._skipped]
        if not self._rows and self._target is not None:
            self.action_widen()
            return
        self.show_rows([row.key() for row in self._rows], "", self.list.at)
        if not self._rows and self.is_current:
            if self._repaired_count:
                self._tell_fixed(self._repaired_count)
            else:
                self._source.tell(lambda: _("nothing to fix"))
            self.dismiss(None)

    def _tell_fixed(self, count: int) -> None:
        self._source.tell(lambda: _("fixed: {count}; ^Z to undo").format(count=count))

    # Rows and details ---------------------------------------------------------------------------

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        return _("These are the text fixes of the whole register") if action == "widen" and self._target is None else ""

    def row(self, at: int, width: int) -> list[Span]:
        """Return the field, the reason and the change of a suggestion; or the count of automatic repairs."""
        repair, place = self._rows[at]
        assert self._register is not None
        if repair is None:
            return [(pad(_("All texts"), FIELD_WIDTH) + " ", "title"), (self._damaged_words(), "text")]
        pieces = close_up(_first_change(suggestion_difference(repair, place)), ROW_CONTEXT)
        change = [(safe(marked((piece,))), STYLES[piece.kind]) for piece in pieces]
        field = pad(truncate(safe(repair_subject(repair, self._register)), FIELD_WIDTH), FIELD_WIDTH)
        reason = [(f"{reason_of(repair.suggestions[place])}: ", "text")] if width >= REASON_FROM_WIDTH else []
        return [(field + " ", "title"), *reason, *change]

    def _damaged_words(self) -> str:
        return damaged_words(sum(repair.damage for repair in self._repairs))

    def detail(self, at: int) -> Callable[[int], Lines]:
        """Return the text before and after, or every automatic repair."""
        row = self._rows[at]
        return lambda width: self._lines(row, width)

    def _lines(self, row: Row, width: int) -> list[list[Span]]:
        register, repair = self._register, row.repair
        assert register is not None
        if repair is None:
            lines = wrap_spans([(self._damaged_words(), "text")], width)
            for each in (repair for repair in self._repairs if repair.damage):
                lines += [[], *wrap_spans([(safe(repair_subject(each, register)), "title")], width)]
                lines += diff_lines(close_up(repair_difference(each, register), ROW_CONTEXT), width)
            return lines
        pieces = close_up(suggestion_difference(repair, row.at), DETAIL_CONTEXT)
        lines = wrap_spans(
            [(safe(f"{repair_subject(repair, register)}: {reason_of(repair.suggestions[row.at])}"), "text")], width
        )
        lines += _section(_("Before"), tuple(piece for piece in pieces if piece.kind != NEW), width)
        return lines + _section(_("After"), tuple(piece for piece in pieces if piece.kind != GONE), width)

    # Commands -----------------------------------------------------------------------------------

    def action_take(self) -> None:
        """Accept the row under the cursor; automatic repairs of its text are made as well."""
        if self.current_row is not None:
            row = self._rows[self.current_row]
            self._repair([row] if row.repair else [], all_damage=row.repair is None)

    def action_take_all(self) -> None:
        """Accept every row."""
        self._repair([row for row in self._rows if row.repair], all_damage=True)

    def action_skip(self) -> None:
        """Take the suggestion under the cursor off the list; on the automatic repairs go to the next row."""
        if self.current_row is None:
            return
        row = self._rows[self.current_row]
        if row.repair is None:
            self.list.action_step(1)
        else:
            self._skipped.add(row.key())
            self._show_repairs()

    def _repair(self, rows: Sequence[Row], *, all_damage: bool) -> None:
        register = self._register
        if register is None:  # the search is still running
            return
        chosen = [repair for repair in self._repairs if all_damage or any(row.repair is repair for row in rows)]
        edits = [
            edit
            for repair in chosen
            if (edit := repair_edit(register, repair, [row.at for row in rows if row.repair is repair]))
        ]
        self._applying = True
        applied = self._source.repair(edits)
        self._applying = False
        if applied:
            self._register = self._source.register
            count = len(rows) + sum(repair.damage for repair in chosen)
            self._repaired_count += count
            self._repairs = [each for repair in self._repairs for each in self._remaining(repair, chosen)]
            self._show_repairs()
            if self._rows:
                self._tell_fixed(count)
        else:
            self.reload()

    def _remaining(self, repair: Repair, chosen: Sequence[Repair]) -> list[Repair]:
        """Return the repairs that a field needs after a change."""
        register = self._register
        if register is None or not any(repair is each for each in chosen):
            return [repair]
        thing = current_record(register, repair.record)
        return [each for each in repairs(register, [thing] if thing else []) if each.field == repair.field]

    def action_undo_repair(self) -> None:
        """Undo the user's latest change."""
        self._undo()

    def action_widen(self) -> None:
        """Go on from a measure or track to the whole register."""
        if self._target is not None:
            self._target, self._register = None, None
            self._search()


def _section(title: str, pieces: tuple[DiffPart, ...], width: int) -> list[list[Span]]:
    return [[], *wrap_spans([(title, "title")], width), *diff_lines(pieces, width)]


def _first_change(pieces: tuple[DiffPart, ...]) -> tuple[DiffPart, ...]:
    """Return the pieces up to the end of the first change, and the piece after it: a row has room for no more."""
    begin = next((at for at, piece in enumerate(pieces) if piece.kind != SAME), 0)
    end = next((at for at in range(begin, len(pieces)) if pieces[at].kind == SAME), len(pieces))
    return pieces[: end + 1]
