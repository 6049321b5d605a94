"""The publish check on the screen: what to fix, the worst first, and what is right.

It changes nothing itself: the caller goes to the field of a finding, and quiets a rule.
"""

import asyncio
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from itatui.domain.check.check import Checkup
from itatui.domain.check.facts import Finding
from itatui.domain.check.rules import SEVERITY_LABELS, Severity
from itatui.domain.field_text import format_field
from itatui.domain.fields import fields_of, id_of, kind_of
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.locale import _
from itatui.thai import numerals, one_line, pad, safe, truncate
from itatui.tui.commands import bindings
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.session.publish_check import Answer
from itatui.tui.styling.spans import Span, wrap_spans
from itatui.tui.widgets.text_view import Lines
from itatui.wording.check import field_label, finding_words, ready_words, ref_of

if TYPE_CHECKING:
    from itatui.tui.widgets.list_view import ListView

REF_CELLS, FIELD_CELLS = 9, 22
"""Cells of the record and of the field in a row."""
FIELD_FROM_WIDTH = 70
"""Cells of a row from which it has room for the field."""
READY = "ready"
QUIETED = "quieted"
"""Keys of headings; the others are severities."""


class CheckSource(Protocol):
    """The open register, as far as the screen needs it."""

    async def checkup(self) -> Answer:
        """Return the check of the register as it is now."""

    def go_to(self, finding: Finding) -> None:
        """Go to the field of a finding, behind this screen."""

    def quiet(self, finding: Finding) -> None:
        """Ask for a reason and quiet the rule of a finding, or apply a quieted rule again."""

    def refusal(self, action: str, finding: Finding | None) -> str:
        """Return why an action that changes the register cannot do so now; empty if it can."""

    def undo(self) -> None:
        """Undo the user's latest change."""

    def redo(self) -> None:
        """Redo the change that was undone last."""


class Row(NamedTuple):
    """A row of the list: a finding, or a heading."""

    heading: str = ""
    """Key of the heading; empty: a finding."""
    words: str = ""
    """Words of the heading."""
    finding: Finding | None = None
    repetition: int = 0
    """Number of earlier findings of the same rule in the same field."""

    def key(self) -> Hashable:
        """Return the identity of the row, also after other findings are gone."""
        finding = self.finding
        if finding is None:
            return self.heading
        return finding.rule.name, kind_of(finding.record), id_of(finding.record), finding.field, self.repetition


def rows_of(checkup: Checkup) -> list[Row]:
    """Return how much is ready, then the findings below a heading for each severity, then those that are quieted."""
    rows = [Row(READY, ready_words(checkup))]
    for severity in Severity:
        found = [each for each in checkup.findings if each.rule.severity is severity]
        rows += _group(severity.value, f"{_(SEVERITY_LABELS[severity])}: {len(found)}", found)
    words = _("Quieted: {count}").format(count=len(checkup.quieted))
    return rows + _group(QUIETED, words, checkup.quieted)


def _group(key: str, words: str, found: Sequence[Finding]) -> list[Row]:
    counted: dict[Hashable, int] = {}
    rows = []
    for finding in found:
        place = Row(finding=finding).key()
        rows.append(Row(finding=finding, repetition=counted.setdefault(place, 0)))
        counted[place] += 1
    return [Row(key, words), *rows] if rows else []


class CheckScreen(ListDetailScreen):
    """The findings, and the field of the finding under the cursor."""

    BINDINGS = [*bindings("checking")]
    PLACE = "checking"

    def __init__(self, source: CheckSource) -> None:
        super().__init__()
        self._source = source
        self._answer: Answer | None = None
        self._rows: list[Row] = []

    # Rows and details ----------------------------------------------------------------------------

    def title_of_list(self) -> str:
        """Return "Publish check", with the number of findings."""
        count = sum(1 for row in self._rows if row.finding is not None and not row.finding.reason)
        return f"{_('Publish check')}  {count}" if self._answer is not None else _("Publish check")

    def title_of_detail(self, at: int | None) -> str:
        """Return the name of the rule."""
        finding = self._rows[at].finding if at is not None else None
        return _("Rule {name}").format(name=finding.rule.name) if finding else _("About")

    def reload(self) -> None:
        """Check in the background."""
        if self._answer is None:
            self.list.show(0, 0, _("checking…"))
        self.run_worker(self._load(), group="check", exclusive=True)

    async def _load(self) -> None:
        answer = await self._source.checkup()
        rows = await asyncio.to_thread(rows_of, answer.checkup) if answer.checkup else []
        self._answer, self._rows = answer, rows
        first = next((at for at, row in enumerate(self._rows) if row.finding is not None), 0)
        at = self.list.at if self._keys else first
        self.show_rows([row.key() for row in self._rows], answer.failure, at)

    def on_language_changed(self) -> None:
        """Show everything in the current language."""
        if self._answer is not None and self._answer.checkup is not None:
            self._rows = rows_of(self._answer.checkup)
        super().on_language_changed()

    def row(self, at: int, width: int) -> list[Span]:
        """Return a heading; or record, field and words of a finding."""
        row = self._rows[at]
        if row.finding is None:
            return [(truncate(numerals(f" {row.words}"), width), "done" if row.heading == READY else "title")]
        register, finding = self._register, row.finding
        ref = pad(truncate(safe(ref_of(finding.record, register)), REF_CELLS), REF_CELLS)
        label = truncate(safe(field_label(finding, register)), FIELD_CELLS)
        place = f"{pad(label, FIELD_CELLS)} " if width >= FIELD_FROM_WIDTH else ""
        words = finding.reason or finding_words(finding)
        is_worst = finding.rule.severity is Severity.MUST and not finding.reason
        sign = "! " if is_worst else "  "
        style = "late" if is_worst else "text"
        return [
            (f" {numerals(ref)} ", "strong"),
            (place, "text"),
            (sign, style),
            (safe(numerals(one_line(words))), "text"),
        ]

    @property
    def _register(self) -> Register:
        assert self._answer is not None
        return self._answer.register

    def detail(self, at: int) -> Callable[[int], Lines]:
        """Return the finding and the text of the field; of a heading, its words."""
        row = self._rows[at]
        return lambda width: self._lines(row, width)

    def _lines(self, row: Row, width: int) -> list[list[Span]]:
        finding = row.finding
        if finding is None:
            return self._about(row.heading, width)
        register = self._register
        place = f"{ref_of(finding.record, register)} · {field_label(finding, register)}"
        lines = wrap_spans([(safe(numerals(place)), "title")], width)
        lines += wrap_spans([(safe(numerals(finding_words(finding))), "text")], width)
        if finding.reason:
            words = _("Quieted, because: {reason}").format(reason=finding.reason)
            lines += wrap_spans([(safe(words), "text")], width)
        if isinstance(finding.record, Measure) and finding.field != "activity":
            lines += [[], *_titled(_("Activity"), one_line(finding.record.activity), width)]
        if text := _text(register, finding):
            lines += [[], *_titled(field_label(finding, register), text, width)]
        return lines

    def _about(self, heading: str, width: int) -> list[list[Span]]:
        checkup = self._answer.checkup if self._answer else None
        if heading == READY and checkup is not None:
            refs = ", ".join(map(self._register.ref, checkup.ready)) or _("none yet")
            rest = [] if checkup.findings else wrap_spans([(_("Nothing to fix."), "done")], width)
            return [*_titled(_("Ready to publish"), refs, width), *rest]
        words = {
            Severity.MUST.value: _("The register cannot be published like this."),
            Severity.SHOULD.value: _("Look at these; some may be right as they are."),
            QUIETED: _("Rules that no longer apply here, with the reason."),
        }
        keys = _("Enter on a line goes to its field. S stops applying the rule there, with a reason.")
        return [*wrap_spans([(words[heading], "text")], width), [], *wrap_spans([(keys, "note")], width)]

    def on_list_view_moved(self, message: "ListView.Moved") -> None:
        """Offer in the footer the commands that work on the row under the cursor."""
        message.stop()
        self.offer()

    # Commands ------------------------------------------------------------------------------------

    @property
    def _finding(self) -> Finding | None:
        return self._rows[self.current_row].finding if self.current_row is not None else None

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        if action == "next_finding" and not any(row.finding for row in self._rows):
            return _("Nothing to fix.")
        if action in ("mend", "quiet") and self._finding is None:
            return _("Choose a line below the heading first")
        return self._source.refusal(action, self._finding) if action in ("quiet", "undo", "redo") else ""

    def _refused(self, action: str) -> bool:
        if reason := self.refusal(action):
            self.warn(reason)
        return bool(reason)

    def action_mend(self) -> None:
        """Go to the field of the finding under the cursor."""
        finding = self._finding
        if finding is not None and not self._refused("mend"):
            self.dismiss(None)
            self._source.go_to(finding)
        elif self._rows:
            self.action_next_finding()

    def action_next_finding(self) -> None:
        """Put the cursor on the next finding; after the last on the first."""
        found = [at for at, row in enumerate(self._rows) if row.finding is not None]
        if not self._refused("next_finding"):
            at = next((at for at in found if at > self.list.at), found[0])
            self.list.action_step(at - self.list.at)

    def action_quiet(self) -> None:
        """Quiet the rule of the finding under the cursor, or apply a quieted rule again."""
        finding = self._finding
        if not self._refused("quiet") and finding is not None:
            self._source.quiet(finding)

    def action_undo(self) -> None:
        """Undo the user's latest change."""
        if not self._refused("undo"):
            self._source.undo()

    def action_redo(self) -> None:
        """Redo the change that was undone last."""
        if not self._refused("redo"):
            self._source.redo()


def _titled(title: str, text: str, width: int) -> list[list[Span]]:
    lines = [span for line in text.split("\n") for span in wrap_spans([(safe(numerals(line)), "text")], width)]
    return [*wrap_spans([(title, "title")], width), *lines]


def _text(register: Register, finding: Finding) -> str:
    """Return the text of the field of a finding; empty if it has none, or is no field of a measure or a track."""
    record = finding.record
    field = fields_of(kind_of(record), register).get(finding.field)
    return format_field(register, record, field) if field and isinstance(record, Measure | Track) else ""
