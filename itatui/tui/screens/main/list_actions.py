"""Commands on measures of the list: tick, remove, move; mark, and change all marked measures at once."""

from typing import TYPE_CHECKING

from itatui.domain.change import Edit
from itatui.domain.edits import move_measure, remove_measure, set_field
from itatui.domain.field_text import parse_value
from itatui.domain.fields import MEASURE_FIELDS, fields_of, value_of
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure
from itatui.domain.protocols import DraftPlace
from itatui.domain.track_edits import move_all_to_track
from itatui.locale import _
from itatui.thai import truncate
from itatui.tui.protocols import register_app
from itatui.tui.screens.main import field_actions
from itatui.tui.screens.main.refusals import closed_words, refusal
from itatui.tui.screens.main.state import MainState

if TYPE_CHECKING:
    from textual import events

    from itatui.tui.widgets.measure_detail_lines import FieldPosition
    from itatui.tui.words import Words

ACTIVITY_CELLS = 160
"""Cells of a measure's activity that are shown before it is removed."""

# Quarters ----------------------------------------------------------------------------------------


def tick(main: MainState, field: str) -> None:
    """Tick or untick a quarter, such as `done.3` or `planned.1`: of the marked measures, else of the current."""
    measure = main.current_measure()
    if main.marked:
        _tick_marked(main, field)
    elif measure is not None:
        main.show_in_detail(measure.id)
        main.session.change(set_field(measure, field, not value_of(measure, field)))


def _tick_marked(main: MainState, field: str) -> None:
    """Tick a quarter of all marked measures, or untick it if it is ticked in all of them."""
    measures = _marked_measures(main)
    ticked = not all(value_of(measure, field) for measure in measures)
    _change_all(main, [set_field(measure, field, ticked) for measure in measures])


async def add_pasted(main: MainState, text: str) -> None:
    """Offer a pasted text as new measures, or tell why not; show what a pasted table would change."""
    if "\t" in text or "\n\n" in text:  # others are lines
        await register_app(main).load("import_document")
        from itatui.tui.screens.main.import_actions import import_pasted

        if await import_pasted(main, text):
            return
    if reason := refusal(main, "add"):
        main.tell(reason)
        return
    await register_app(main).load("add")
    from itatui.tui.screens.main.new_measures import add_pasted as fill_form

    fill_form(main, text)


# Remove, move ------------------------------------------------------------------------------------


def remove(main: MainState) -> None:
    """Ask, and remove the current measure."""
    from itatui.tui.dialogs.prompts import Confirm

    measure, session = main.current_measure(), main.session
    if measure is None:
        return
    register = session.register
    reported = [register.ref(other) for other in register.measures if register.reporter(other) is measure]
    others = [ref for ref in reported if ref != register.ref(measure)]
    lines: list[Words] = [
        lambda: _("Delete {ref}?").format(ref=register.ref(measure)),
        truncate(measure.activity, ACTIVITY_CELLS),
    ]
    if others:
        lines.append(lambda: _("Its result also covers {others}.").format(others=", ".join(others)))

    def answer(sure: bool | None) -> None:
        if sure and (now := session.register.measure(measure.id)):
            row = main.shown.index(now) if now in main.shown else 0
            session.change(*remove_measure(now))
            if main.shown:
                main.move_to(main.shown[min(row, len(main.shown) - 1)].id)

    main.app.push_screen(Confirm(lines, lambda: _("Delete")), answer)


def move(main: MainState, by: int) -> None:
    """Move the current measure up (-1) or down (1) in its track."""
    measure, register = main.current_measure(), main.session.register
    if measure is None:
        return
    position = register.number(measure) + by
    if 1 <= position <= len(register.measures_of(measure.track)):
        main.session.change(*move_measure(register, measure, position))


def choose_track(main: MainState) -> None:
    """Choose the track that all marked measures go to, or else the current measure."""
    from itatui.tui.dialogs.track_choices import choose_track as dialog

    session, measures = main.session, _marked_measures(main)
    tracks = {measure.track for measure in measures}

    def title() -> str:
        if len(measures) == 1:
            return _("{ref}: to which track?").format(ref=session.register.ref(measures[0]))
        return _("{count} measures: to which track?").format(count=len(measures))

    def move_there(code: str) -> None:
        register = session.register
        track = register.track(code)
        present = [measure for measure in map(register.measure, [m.id for m in measures]) if measure]
        if track is not None:
            session.change(*move_all_to_track(register, present, track))

    without = tracks if len(tracks) == 1 else ()
    main.app.push_screen(dialog(title, lambda: session.register.tracks, without, move_there))


# Marks -------------------------------------------------------------------------------------------


def toggle_mark(main: MainState) -> None:
    """Mark or unmark the current measure, and go to the next."""
    measure = main.current_measure()
    if measure is not None:
        main.session.set_marked(main.marked ^ {measure.id})
        step(main, 1)


def toggle_all_marks(main: MainState) -> None:
    """Mark every measure in the list, or unmark them if all are marked."""
    shown = frozenset(measure.id for measure in main.shown)
    main.session.set_marked(main.marked - shown if shown <= main.marked else main.marked | shown)


def clear_marks(main: MainState) -> bool:
    """Unmark everything. Return False if nothing was marked."""
    had_marks = bool(main.marked)
    main.session.set_marked(frozenset())
    return had_marks


def assign(main: MainState) -> None:
    """Ask for the units responsible for all marked measures, or else for the current measure."""
    from itatui.tui.dialogs.kept_text import KeptText
    from itatui.tui.dialogs.prompts import Ask
    from itatui.tui.dialogs.unit_choices import choose_units

    measures, session = _marked_measures(main), main.session
    if not measures:
        return
    ref = session.register.ref(measures[0])

    def question() -> str:
        if len(measures) == 1:
            return _("Responsible for {ref}: units, separated by commas").format(ref=ref)
        return _("Responsible for {count} measures: units, separated by commas").format(count=len(measures))

    kept = KeptText(
        session.drafts, session.own_drafts.place("assign", measures[0].id if len(measures) == 1 else ""), question
    )

    def answer(text: str | None) -> None:
        if text is None:
            return
        register, field = session.register, MEASURE_FIELDS["responsible"]
        present = [measure for measure in map(register.measure, [m.id for m in measures]) if measure]
        units = [parse_value(register, measure, field, text) for measure in present]
        _change_all(
            main, [set_field(m, "responsible", after) for m, after in zip(present, units, strict=True)], kept.place
        )

    main.app.push_screen(
        Ask(
            question,
            kept,
            verb=lambda: _("assign"),
            choose=lambda field: choose_units(field, lambda: session.register.measures),
        ),
        answer,
    )


def open_field(main: MainState, position: "FieldPosition", begins: "events.Key | None" = None) -> None:
    """Open a field in the detail, and write the sign that began it; the units are asked for all marked measures."""
    if main.session.register.closed:
        main.tell(closed_words(main.session.register))
    elif main.marked and position.field == "responsible":
        assign(main)
    elif position.field == "evidence" and not field_actions.has_draft(main, position):
        from itatui.tui.screens.main.evidence_actions import open_evidence

        open_evidence(main, begins)
    elif begins is None and _is_choice(main, position) and not field_actions.has_draft(main, position):
        from itatui.tui.screens.main.value_choices import choose_choice

        choose_choice(main, position)
    else:
        field_actions.open_field(main, position)
        if begins is not None and main.editor is not None:
            main.editor.post_message(begins)


def _is_choice(main: MainState, position: "FieldPosition") -> bool:
    field = fields_of(position.kind, main.session.register).get(position.field)
    return field is not None and field.kind is Kind.CHOICE


def _marked_measures(main: MainState) -> list[Measure]:
    """Return the marked measures; the current measure if none is marked."""
    current = main.current_measure()
    marked = [measure for measure in main.session.register.measures if measure.id in main.marked]
    return marked or ([current] if current else [])


def _change_all(main: MainState, edits: list[Edit], draft: DraftPlace | None = None) -> None:
    main.session.change(*(edit for edit in edits if edit.before != edit.after), draft=draft)


# Through the list --------------------------------------------------------------------------------


def step(main: MainState, by: int) -> bool:
    """Go to the next (1) or previous (-1) measure. Return False at the end of the list."""
    ids = [measure.id for measure in main.shown]
    row = ids.index(main.current) + by if main.current in ids else 0
    if not 0 <= row < len(ids):
        return False
    main.move_to(ids[row])
    return True


def save_and_edit_next(main: MainState) -> None:
    """Save the typed text, and open the same field of the next measure."""
    editor = main.editor
    if editor is None or not main.close_editor(""):  # the focus stays in a field
        return
    if not step(main, 1):
        main.tell(lambda: _("that was the last measure in the list"))
        main.go_to_pane("detail")
        return
    main.update_detail()
    field_actions.write_on(main, editor.kind, editor.field)
