"""Commands that filter the list or go straight to a place. They change nothing in the register."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from itatui.domain.fields import View, fields_shown
from itatui.domain.filter import Sort
from itatui.domain.kinds import Kind
from itatui.domain.register import Register
from itatui.domain.status import STATUS_LABELS, Status
from itatui.errors import ItatuiError
from itatui.locale import N_, _
from itatui.tui.protocols import register_app
from itatui.tui.screens.main.state import MainState
from itatui.tui.widgets.measure_detail import MeasureDetail
from itatui.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from itatui.tui.dialogs.choose import Choice

PANE_TITLES = {"tracks": N_("Tracks"), "measures": N_("Measures"), "detail": N_("Detail")}


def jump_targets(register: Register | None = None) -> list[tuple[str, str]]:
    """Return the panes and the fields of the detail to go to: name and label of each."""
    targets = [(name, _(title)) for name, title in PANE_TITLES.items()]
    for field in fields_shown("measure", View.JUMP, register):
        label = N_("Quarters") if field.kind is Kind.QUARTERS else field.long_label or field.label
        targets.append((f"measure {field.paths[0]}", _(label)))
        if field.name == "outcome":
            others = fields_shown("track", View.JUMP, register)
            targets += [(f"track {other.name}", _(other.long_label or other.label)) for other in others]
    return targets


def toggle_late(main: MainState) -> None:
    """List only late measures, or all again."""
    now = main.session.filter
    main.session.set_filter(now._replace(statuses=now.statuses ^ {Status.LATE}))


def toggle_own_unit(main: MainState) -> None:
    """List only the measures of the user's own unit, or all again; the first time, ask for the unit."""
    if main.own_unit:
        now = main.session.filter
        main.session.set_filter(now._replace(unit="" if now.unit else main.own_unit))
    else:
        main.tell(lambda: _("Choose your unit; S changes it later"))
        choose_filter(main, begin="unit ", keep_unit=True)


def find(main: MainState) -> None:
    """Open the search box; the list follows the typed text."""
    from itatui.tui.widgets.search_box import SearchBox

    if not main.query(SearchBox):
        main.mount(SearchBox(main.session.filter.text), before="#foot")
        # Not before: a thread would take half of the time in which the screen is drawn.
        main.call_after_refresh(main.session.prepare_search)
    main.query_one(SearchBox).focus()


def choose_filter(main: MainState, begin: str = "", *, keep_unit: bool = False) -> None:
    """Open the list of filters and sort orders, with the cursor on the first that starts with `begin`.

    With `keep_unit` the first unit that is chosen becomes the user's own.
    """
    from itatui.tui.dialogs.choose import ChooseDialog
    from itatui.tui.dialogs.filter_choices import filter_choices

    def choices() -> "list[Choice]":
        return filter_choices(main.session.register, main.session.filter, main.today)

    def choose(name: str) -> None:
        nonlocal keep_unit
        toggle_choice(main, name)
        if keep_unit and name.startswith("unit "):
            keep_unit = False
            _keep_unit(main, name.partition(" ")[2])

    first = next((choice.name for choice in choices() if choice.name.startswith(begin)), "") if begin else ""
    main.app.push_screen(ChooseDialog(lambda: _("Filter the list"), choices, choose, first, several=True))


def toggle_choice(main: MainState, name: str) -> None:
    """Switch a filter of the list on or off, such as `status late`, `unit …`, `quarter 2`, `sort due`, `all`.

    `own budget …` is a value of an own field, `order budget` the order by its values.
    """
    kind, _space, value = name.partition(" ")
    now = main.session.filter
    if kind == "all":
        now = now.track_only()
    elif kind == "status":
        chosen = {status for status in STATUS_LABELS if status.value == value}
        now = now._replace(statuses=now.statuses ^ chosen)
    elif kind == "unit":
        now = now._replace(unit="" if now.unit == value else value)
    elif kind == "quarter":
        now = now._replace(quarter=0 if now.quarter == int(value) else int(value))
    elif kind == "own":
        field, _space, wanted = value.partition(" ")
        others = tuple(pair for pair in now.own if pair[0] != field)
        now = now._replace(own=others if (field, wanted) in now.own else (*others, (field, wanted)))
    elif kind == "order":
        now = now._replace(sort=Sort.NUMBER, sort_field=value)
    else:
        now = now._replace(sort=Sort(value), sort_field="")
    main.session.set_filter(now)


def _keep_unit(main: MainState, unit: str) -> None:
    try:
        register_app(main).choose("unit", unit)
    except ItatuiError as error:
        main.tell(str(error))


def widen(main: MainState) -> bool:
    """List every measure of the track again, in the register's order. Return False if they are listed."""
    before = main.session.filter
    main.session.set_filter(before.track_only())
    return main.session.filter != before


def choose_place(main: MainState) -> None:
    """Open the list of panes and fields to go to, and number those in sight."""
    from itatui.tui.dialogs.choose import ChooseDialog

    def go(place: str) -> None:
        _go_to(main, place)

    numbers = {choice.name: choice.sign for choice in _places(main)}
    _show_numbers(main, numbers)
    dialog = ChooseDialog(lambda: _("Go to"), lambda: _places(main), go, beside=True)
    main.app.push_screen(dialog, lambda _nothing: _show_numbers(main, {}))


def _show_numbers(main: MainState, numbers: Mapping[str, str]) -> None:
    """Show the numbers of places where they are: in the titles of the panes, and beside the fields of the detail."""
    for name in PANE_TITLES:
        main.query_one(f"#{name}", Pane).set_sign(numbers.get(name, ""))
    fields = {name: number for name, number in numbers.items() if name not in PANE_TITLES}
    main.query_one(MeasureDetail).set_numbers(fields)


def _places(main: MainState) -> "list[Choice]":
    from itatui.tui.dialogs.choose import Choice

    return [
        Choice(name, title, str(number % 10) if number <= 10 else "")  # there are ten digits
        for number, (name, title) in enumerate(jump_targets(main.session.register), 1)
    ]


def _go_to(main: MainState, place: str) -> None:
    kind, _space, field = place.partition(" ")
    if not field:
        main.go_to_pane(kind)
        return
    if kind == "measure" and (measure := main.current_measure()):
        main.show_in_detail(measure.id)
    main.go_to_pane("detail")
    main.query_one(MeasureDetail).go_to(kind, field)
