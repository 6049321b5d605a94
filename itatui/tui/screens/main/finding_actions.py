"""The publish check of the main screen: the count in the tracks, the list of findings, and the way through them."""

from itatui.domain.check.facts import Finding
from itatui.domain.edits import set_field
from itatui.domain.fields import QUIET, id_of, kind_of, value_of
from itatui.domain.filter import Filter
from itatui.domain.measure import Measure
from itatui.domain.protocols import DraftPlace
from itatui.domain.quarters import NUMBERS
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.locale import _
from itatui.thai import numerals, typed_line
from itatui.tui.screens.check import CheckScreen
from itatui.tui.screens.main.finding_count import check_of
from itatui.tui.screens.main.finding_walk import FindingWalk
from itatui.tui.screens.main.state import MainState
from itatui.tui.session.publish_check import Answer, PublishCheck
from itatui.tui.widgets.measure_detail import MeasureDetail
from itatui.wording.check import field_label, finding_words, ref_of
from itatui.wording.years import closed_words


async def check_register(main: MainState) -> None:
    """Show the findings; on the way through them, from the detail or a text there, go to the next."""
    check, is_on_way = check_of(main), main.where in ("detail", "editor")
    if check is None:
        main.tell(lambda: _("The publish check is not available here."))
    elif not main.close_editor():
        return
    elif main.walk is not None and is_on_way:
        await _go_on(main, check, main.walk)
    else:
        show_findings(main, check)


def show_findings(main: MainState, check: PublishCheck) -> None:
    """Show the list of findings."""
    main.walk = None
    main.app.clear_notifications()
    main.app.push_screen(CheckScreen(_RegisterFindings(main, check)))


async def _go_on(main: MainState, check: PublishCheck, walk: FindingWalk) -> None:
    answer = await check.current()
    found = walk.next(answer.checkup.findings) if answer.checkup else None
    if found is not None:
        go_to_finding(main, found, answer)
        return
    show_findings(main, check)
    main.tell(lambda: _("That was the last finding"))


def go_to_finding(main: MainState, finding: Finding, answer: Answer) -> None:
    """Go to the field of a finding, and say what is wrong there."""
    register = main.session.register
    main.walk = FindingWalk(finding, answer.checkup.findings if answer.checkup else ())
    if isinstance(finding.record, Register):
        _go_to_register(main, finding)
    elif isinstance(finding.record, Track):
        _go_to_track(main, finding.record.code, finding.field)
    else:
        _go_to_measure(main, finding.record.id, finding.field)

    def words() -> str:
        place = f"{ref_of(finding.record, register)} {field_label(finding, register)}"
        hint = _("Decisions are marked as done in the meeting: F5, then C") if finding.field == "decision" else ""
        line = _("{place}: {finding} · ^K: next").format(place=place, finding=finding_words(finding))
        return numerals("\n".join(filter(None, (line, hint))))

    main.tell(words)


def _go_to_measure(main: MainState, measure_id: str, field: str) -> None:
    """Go to the field, or to the activity if the detail shows no such field."""
    measure = main.session.register.measure(measure_id)
    if measure is None:
        return
    if measure_id not in [each.id for each in main.shown]:
        main.session.set_filter(Filter())
    main.move_to(measure_id)
    main.show_in_detail(measure_id)
    main.go_to_pane("detail")
    name, _dot, member = field.partition(".")
    detail = main.query_one(MeasureDetail)
    wanted = [f"{name}.{_open_quarter(measure, name)}"] if name in ("planned", "done") and not member else [field, name]
    for each in (*wanted, "activity"):
        if detail.go_to("measure", each) is not None:
            return


def _open_quarter(measure: Measure, name: str) -> int:
    """Return the first quarter that is planned and not done, of a plan the first."""
    wanted = sorted(measure.planned - measure.done) if name == "done" else ()
    return next(iter(wanted), NUMBERS[0])


def _go_to_track(main: MainState, code: str, field: str) -> None:
    if main.session.register.track(code) is None:
        return
    main.session.set_filter(Filter(track=code))
    main.where = "tracks"
    main.update_detail()
    main.go_to_pane("detail")
    main.query_one(MeasureDetail).go_to("track", field)


def _go_to_register(main: MainState, finding: Finding) -> None:
    """Open the form of the register's own shape; the scores are written beside the indicators."""
    if finding.field == "scores":
        from itatui.tui.screens.main.year_actions import show_table

        show_table(main, "coverage")
        return
    from itatui.tui.screens.setup.screen import SetupScreen

    main.app.push_screen(SetupScreen(main.session, finding.field))


class _RegisterFindings:
    """The register as the list of findings sees it; see `CheckSource`."""

    def __init__(self, main: MainState, check: PublishCheck) -> None:
        self._main = main
        self._check = check
        self._answer: Answer | None = None

    async def checkup(self) -> Answer:
        """Return the check of the register as it is now."""
        self._answer = await self._check.current()
        return self._answer

    def go_to(self, finding: Finding) -> None:
        """Go to the field of a finding."""
        if self._answer is not None:
            go_to_finding(self._main, finding, self._answer)

    def quiet(self, finding: Finding) -> None:
        """Ask why the rule does not apply, and quiet it, or apply a quieted rule again."""
        path = f"{QUIET.name}.{finding.rule.name}"
        if finding.reason:
            self._put(finding, path, "")
            return
        from itatui.tui.dialogs.kept_text import KeptText
        from itatui.tui.dialogs.prompts import Ask

        session, register = self._main.session, self._main.session.register
        ref = ref_of(finding.record, register)

        def question() -> str:
            return _("{ref}: {finding}. Why is that right here?").format(ref=ref, finding=finding_words(finding))

        kept = KeptText(session.drafts, session.own_drafts.place(path, id_of(finding.record)), question)

        def answer(text: str | None) -> None:
            if reason := typed_line(text or ""):
                self._put(finding, path, reason, kept.place)
            elif text is not None:
                kept.drop()
                self._main.tell(lambda: _("Nothing was changed: a rule is quieted with a reason"))

        self._main.app.push_screen(Ask(question, kept, lambda: _("stop applying the rule here")), answer)

    def _put(self, finding: Finding, path: str, reason: str, draft: DraftPlace | None = None) -> None:
        """Save the reason, in the record as it is now; take it out of the register if that quieted the rule for all."""
        session = self._main.session
        record = session.register.lookup(kind_of(finding.record), id_of(finding.record))
        if record is not None and not (reason or value_of(record, path)):
            record = session.register
        if record is not None and value_of(record, path) != reason:
            session.change(set_field(record, path, reason), draft=draft)

    def refusal(self, action: str, finding: Finding | None) -> str:
        """Return why the register cannot be changed so now; empty if it can."""
        session = self._main.session
        if session.register.closed:
            return closed_words(session.register)
        return {"undo": session.past.no_undo, "redo": session.past.no_redo}.get(action, str)()

    def undo(self) -> None:
        """Undo the user's latest change."""
        self._main.session.past.undo()

    def redo(self) -> None:
        """Redo the change that was undone last."""
        self._main.session.past.redo()
