"""The lists from which the value of a field is chosen while it is edited: units, the measures of the track,
the choices of an own field, and files."""

from collections.abc import Callable

from itatui.domain.edits import set_field
from itatui.domain.fields import INDICATORS, Field, fields_of, id_of, value_of
from itatui.domain.kinds import Kind
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.locale import _
from itatui.tui.dialogs.choose import Choice, ChooseDialog, dot
from itatui.tui.dialogs.measure_choices import measure_title
from itatui.tui.dialogs.unit_choices import choose_units
from itatui.tui.screens.main.field_actions import thing_in_detail
from itatui.tui.screens.main.state import MainState
from itatui.tui.widgets.measure_detail_lines import FieldPosition

VALUE = "="
"""Before the name of a choice: a row without a name could not be chosen."""
ITSELF = "itself"
"""Name of the choice for a result of its own."""


def choose_value(main: MainState) -> None:
    """Open the list of the field being edited; what is chosen stands in the editor."""
    editor = main.editor
    if editor is None:
        return
    if editor.field == INDICATORS.name:
        from itatui.tui.screens.main.indicator_actions import choose_indicators

        main.run_worker(choose_indicators(main, editor), group="indicators", exclusive=True)
        return
    if editor.holds is Kind.UNITS:
        dialog = choose_units(editor, lambda: main.session.register.measures)
    elif editor.holds is Kind.MEASURE:
        dialog = _choose_measure(main)
    elif editor.holds is Kind.CHOICE:
        field = fields_of(editor.kind, main.session.register)[editor.field]
        dialog = _choice_dialog(field, lambda: editor.text.strip(), editor.fill)
    else:
        from itatui.tui.dialogs.file_choices import choose_file

        dialog = choose_file(editor, main.session.store.path.absolute(), adds=True)
    if dialog is None:
        main.tell(_("There is nothing to choose from yet: type it"))
    else:
        main.app.push_screen(dialog)


def choose_choice(main: MainState, position: FieldPosition) -> None:
    """Choose the value of a choice in the detail, without an editor."""
    session = main.session
    thing = thing_in_detail(main, position)
    if thing is None:
        return
    field, kind, thing_id = fields_of(position.kind, session.register)[position.field], position.kind, id_of(thing)

    def value() -> str:
        now = session.thing(kind, thing_id)
        return str(value_of(now, field.name)) if now is not None else ""

    def choose(chosen: str) -> None:
        now = session.thing(kind, thing_id)
        if now is not None and chosen != value():
            session.change(set_field(now, field.name, chosen))

    main.app.push_screen(_choice_dialog(field, value, choose))


def _choice_dialog(field: Field, value: Callable[[], str], choose: Callable[[str], None]) -> ChooseDialog:
    """Return a dialog with the choices of a field, and first of all none of them."""

    def choices() -> list[Choice]:
        rows = [("", _("not given")), *((choice, choice) for choice in field.choices)]
        return [Choice(f"{VALUE}{name}", title, dot(name == value())) for name, title in rows]

    return ChooseDialog(
        lambda: _(field.label), choices, lambda name: choose(name.removeprefix(VALUE)), f"{VALUE}{value()}"
    )


def _choose_measure(main: MainState) -> ChooseDialog | None:
    editor, session = main.editor, main.session
    measure = session.register.measure(editor.thing_id) if editor is not None else None
    if editor is None or measure is None:
        return None

    def choices() -> list[Choice]:
        return measure_choices(session.register, measure, editor.text.strip())

    def choose(ref: str) -> None:
        editor.fill("" if ref == ITSELF else ref)

    return ChooseDialog(lambda: _("Reported with"), choices, choose, editor.text.strip())


def measure_choices(register: Register, measure: Measure, chosen: str) -> list[Choice]:
    """Return the measures with which a measure can be reported, and first of all no other."""
    others = [other for other in register.measures_of(measure.track) if other.id != measure.id]
    if any(other.reported_with == measure.id for other in others):
        others = []  # it reports on others itself
    named = [(register.ref(other), other) for other in others if not other.reported_with]
    chosen = chosen or ITSELF
    return [
        Choice(ITSELF, _("(has its own result)"), dot(chosen == ITSELF)),
        *(
            Choice(ref, measure_title(register, other), dot(chosen == ref), whole=other.activity)
            for ref, other in named
        ),
    ]
