"""Commands on the field under the cursor, and the place of its editor: over the field, in the detail."""

from typing import TYPE_CHECKING

from itatui.domain.change import Edit
from itatui.domain.fields import id_of
from itatui.domain.filter import Filter
from itatui.domain.fiscal_year import fiscal_year_of, quarter_of
from itatui.domain.measure import Measure
from itatui.domain.track import Track
from itatui.locale import _
from itatui.tui.screens.main.state import MainState
from itatui.tui.widgets.measure_detail import MeasureDetail, editor_line
from itatui.tui.widgets.measure_detail_lines import INDENT, FieldPosition

if TYPE_CHECKING:
    from itatui.tui.text_input.field_editor import FieldEditor

MIN_HEIGHT, MIN_WIDTH = 3, 4
"""Lines and cells of the smallest editor."""


class DetailPlace:
    """An `EditorPlace`: the detail of the main screen."""

    def __init__(self, main: MainState) -> None:
        self._main = main

    def show_field(self, edit: Edit) -> bool:
        """Show the edited measure in the detail, with the cursor on the field. Return False if it is not there."""
        main = self._main
        if edit.kind == "measure":
            if edit.id not in [measure.id for measure in main.shown]:
                main.session.set_filter(Filter())
            main.move_to(edit.id)
            main.show_in_detail(edit.id)
        return main.query_one(MeasureDetail).go_to(edit.kind, edit.field) is not None

    def mount(self, editor: "FieldEditor") -> None:
        """Mount the editor over its field and focus it."""
        self._main.show_pane("detail")
        self._main.mount(editor)
        self.fit(editor)
        self._main.set_focus(editor, scroll_visible=False)

    def fit(self, editor: "FieldEditor") -> None:
        """Put the editor where its field is, as high as its text if there is room."""
        detail = self._main.query_one(MeasureDetail)
        position = detail.find(editor.kind, editor.field)
        if position is None:
            return
        height, start = detail.size.height, editor_line(position)
        rows = editor.wrapped_document.height if editor.is_mounted else position.bottom - start
        lines = min(max(rows + 1, MIN_HEIGHT), max(height - 1, 1))
        detail.make_room(position, lines)
        detail.show_lines(position.top, start - position.top + lines)
        top, left = start - detail.top, detail.gutter.left + 1 + INDENT
        editor.styles.offset = (detail.region.x + left, detail.region.y + detail.gutter.top + top)
        editor.styles.width = max(detail.width - 1 - INDENT, MIN_WIDTH)
        editor.styles.height = max(min(lines, height - top), 1)

    def clear(self) -> None:
        """Draw the field's text again, and ask about a conflict that waited for this field to be closed."""
        self._main.query_one(MeasureDetail).make_room(None, 0)
        self._main.call_later(self._main.conflicts.ask_next)

    def focus(self) -> None:
        """Give the keys to the detail."""
        self._main.go_to_pane("detail")


def save_now(main: MainState) -> None:
    """Save at once, and retry failed saves; without an open text, tell that nothing is left to save."""
    main.open_editor.save_now()
    if main.editor is None and not main.session.queue.busy:
        main.tell(lambda: _("Everything is saved"))


def place_of(main: MainState) -> str:
    """Return the place of the focus, by which commands are offered."""
    if main.where == "detail" and main.query_one(MeasureDetail).at_quarter:
        return "quarters"
    if main.editor is not None and main.where == "editor" and main.editor.has_list:
        return "listed"
    return main.where


def go_to_text(main: MainState) -> FieldPosition | None:
    """Return the field under the cursor; from the list, or on a checkbox, go to the result. None: there is none."""
    detail = main.query_one(MeasureDetail)
    position = detail.position if main.where == "detail" else None
    if main.where == "measures":
        main.update_detail()
    if position is None or position.is_checkbox:
        position = detail.go_to("measure", "result") or detail.go_to("track", "outcome")
    return position


def go_to_quarters(main: MainState) -> None:
    """Go to the checkbox of the first quarter that is planned and not done, or else of the current quarter.

    With marks it is that of a marked measure: the checkboxes tick all of them.
    """
    marked = [measure.id for measure in main.shown if measure.id in main.marked]
    if marked and main.current not in marked:
        main.move_to(marked[0])
    measure = main.current_measure()
    if measure is None:
        return
    main.show_in_detail(measure.id)
    open_quarters = sorted(measure.planned - measure.done)
    now = quarter_of(main.today) if fiscal_year_of(main.today) == main.session.register.fiscal_year else 1
    quarter = open_quarters[0] if open_quarters else now
    detail, was = main.query_one(MeasureDetail), main.place
    before = detail.position
    main.go_to_pane("detail")
    if detail.go_to("measure", f"done.{quarter}") == before and was == "quarters":
        main.tell(_("You are in the quarters: arrows move, Space ticks"))


def open_field(main: MainState, position: FieldPosition) -> None:
    """Open a field of the measure in the detail, or of its track."""
    thing = thing_in_detail(main, position)
    main.open_editor.open_field(position.kind, id_of(thing) if thing is not None else "", position.field)


def thing_in_detail(main: MainState, position: FieldPosition) -> Measure | Track | None:
    """Return the record of a field in the detail: the measure there, or its track."""
    register = main.session.register
    measure = register.measure(main.detailed)
    if position.kind == "measure":
        return measure
    return register.track(measure.track if measure else main.track)


def has_draft(main: MainState, position: FieldPosition) -> bool:
    """Return whether a text of this field, as it was written in its editor, waits to be saved."""
    place = main.session.own_drafts.place(f"{position.kind} {position.field}", main.detailed)
    return main.session.drafts.find(place) is not None


def write_on(main: MainState, kind: str, field: str) -> None:
    """Open the same field in the detail, or the result where there is no such field."""
    detail = main.query_one(MeasureDetail)
    position = detail.find(kind, field) or detail.find("measure", "result")
    if position is not None:
        detail.go_to(position.kind, position.field)
        open_field(main, position)


def leave_field(main: MainState, by: int) -> None:
    """Save and close the editor, and go on writing in the next (1) or previous (-1) text; 0: stay.

    Behind the last text of a measure come its quarters. Behind that of a track, and before the first, comes a pane.
    The evidence has a form of its own, which Enter opens: the cursor stops there.
    """
    editor, detail = main.editor, main.query_one(MeasureDetail)
    position = detail.text_beside(editor.kind, editor.field, by) if editor is not None and by else None
    goes_on = position is not None and position.field != "evidence"
    # The focus of a pane would come after that of the next editor, and close it.
    if editor is None or not main.close_editor("" if goes_on else "detail") or not by:
        return
    if position is not None and not goes_on:
        detail.go_to(position.kind, position.field)
    elif position is not None:
        detail.go_to(position.kind, position.field)
        open_field(main, position)
    elif by > 0 and main.detailed:
        go_to_quarters(main)
    else:
        detail.action_tab(by)
