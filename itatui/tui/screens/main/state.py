"""The state of the main screen: what it shows of its session, the cursor, and the open editor."""

from datetime import date
from typing import TYPE_CHECKING

from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer

from itatui.domain.filter import Filter
from itatui.domain.measure import Measure
from itatui.domain.person import Person
from itatui.domain.register import Register
from itatui.domain.search import Match
from itatui.domain.status import Tally
from itatui.tui.editors.conflict_choices import ConflictChoices
from itatui.tui.editors.open_editor import OpenEditor
from itatui.tui.protocols import register_app
from itatui.tui.screens.register_view import RegisterView
from itatui.tui.session.save_state import SaveStatus
from itatui.tui.session.session import RegisterSession
from itatui.tui.words import Words

if TYPE_CHECKING:
    from itatui.tui.screens.main.finding_walk import FindingWalk
    from itatui.tui.screens.meeting.screen import MeetingScreen
    from itatui.tui.session.publish_check import Counts, PublishCheck
    from itatui.tui.text_input.field_editor import FieldEditor

DETAIL_DELAY_S = 0.06
"""Seconds without a key until the detail follows the cursor."""
PANES = ("tracks", "measures", "detail")
"""The ids of the panes, from left to right."""


class MainState(Screen[None]):
    """The session's values as reactive variables, bound to the panes, and the position of the cursor.

    The action modules of this package take it as their first argument.
    """

    register: var[Register | None] = var(None)
    filter: var[Filter] = var(Filter())
    shown: var[tuple[Measure, ...]] = var(())
    """The measures in the list."""
    match: var[Match] = var(Match())
    """The text that was searched for."""
    detail_match: var[Match] = var(Match())
    """The same for the detail, which follows the list."""
    tallies: var[tuple[tuple[str, Tally], ...]] = var(())
    marked: var[frozenset[str]] = var(frozenset[str]())
    others: var[tuple[Person, ...]] = var(())
    """Who else has the register open."""
    unseen: var[frozenset[str]] = var(frozenset[str]())
    today: var[date] = var(date.min)
    save_status: var[SaveStatus] = var(SaveStatus())
    unfixed: "var[Counts]" = var(())
    """Findings of the publish check to be fixed, by track; empty: they were not counted."""
    track: var[str] = var("")
    """The code of the chosen track; empty: all."""
    current: var[str] = var("")
    """The id of the measure under the cursor; set by `move_to`."""
    detailed: var[str] = var("")
    """The id of the measure in the detail, which follows the cursor; empty: the track is shown there."""
    where: var[str] = var("measures")
    """The place of the keyboard focus: a pane, `find` or `editor`."""
    idle: var[frozenset[str]] = var(frozenset[str]())
    """The commands that cannot do their work now, which the footer leaves out."""
    place: var[str] = var("measures")
    """The same for the keys: `quarters` while the detail has its cursor on a checkbox."""

    own_unit = ""
    """The user's own unit, from the settings; empty: none is chosen."""
    open_editor: OpenEditor
    conflicts: ConflictChoices
    meeting: "MeetingScreen | None" = None
    """The meeting in front of this screen."""
    check: "PublishCheck | None" = None
    """The publish check, once it was asked for."""
    walk: "FindingWalk | None" = None
    """The way through the findings of the check, since one was gone to."""

    def __init__(self, session: RegisterSession) -> None:
        super().__init__()
        self.session = session
        self._detail_timer: Timer | None = None
        session.on_change.append(self.follow_session)
        session.on_message.append(self.tell)
        session.on_measure_restored.append(self.show_measure)
        self.set_reactive(MainState.today, session.today)
        self.set_reactive(MainState.register, session.register)
        self.set_reactive(MainState.shown, session.shown)
        self.set_reactive(MainState.tallies, session.tallies)
        self.set_reactive(MainState.current, session.shown[0].id if session.shown else "")
        self.set_reactive(MainState.detailed, self.current)

    # Following the session -----------------------------------------------------------------------

    def follow_session(self) -> None:
        """Show the session's values; the panes redraw only what differs."""
        session = self.session
        self.others, self.unseen = session.others.present, session.others.unseen
        self.today = session.today
        self.register = session.register
        self.filter = session.filter
        self.marked = session.marked
        self.save_status = session.save_status

    def watch_register(self) -> None:
        """Show another state of the register, here and on the screens in front."""
        self._follow_list()
        self.update_detail()
        for screen in self.app.screen_stack[1:]:
            if isinstance(screen, RegisterView):
                screen.reload()

    watch_today = watch_register

    def watch_filter(self, old: Filter, new: Filter) -> None:
        """List the measures of the filter; while a search is typed, the list is drawn and sent first."""
        self._follow_list()
        if old.text == new.text:
            self.update_detail()
        else:
            self._let_detail_follow()

    def _follow_list(self) -> None:
        session = self.session
        self.tallies, self.track = session.tallies, session.filter.track
        self.shown, self.match = session.shown, session.match
        if self.shown and not any(measure.id == self.current for measure in self.shown):
            self.move_to(session.first_match or self.shown[0].id)

    # The cursor ----------------------------------------------------------------------------------

    def move_to(self, measure_id: str) -> None:
        """Put the cursor on a measure of the list."""
        self.current = measure_id

    def show_measure(self, measure_id: str) -> None:
        """Put the cursor on a measure, if it is in the list."""
        if self.session.register.measure(measure_id) in self.shown:
            self.move_to(measure_id)

    def current_measure(self) -> Measure | None:
        """Return the measure under the cursor, if it is in the list."""
        measure = self.session.register.measure(self.current)
        return measure if measure in self.shown else None

    def watch_current(self) -> None:
        """Let the detail follow: the cursor is drawn and sent first."""
        self._let_detail_follow()

    def _let_detail_follow(self) -> None:
        """Update the detail when the keys rest."""
        self._stop_detail_timer()
        self._detail_timer = self.set_timer(DETAIL_DELAY_S, self.update_detail)

    def _stop_detail_timer(self) -> None:
        if self._detail_timer is not None:
            self._detail_timer.stop()
            self._detail_timer = None

    @property
    def detail_is_due(self) -> bool:
        """Whether the detail has yet to follow the cursor."""
        return self._detail_timer is not None

    def show_in_detail(self, measure_id: str) -> None:
        """Show a measure in the detail at once, also while the focus is among the tracks."""
        self.detailed = measure_id

    def update_detail(self) -> None:
        """Show the current measure in the detail, or the track."""
        self._stop_detail_timer()
        self.detail_match = self.match
        # From a track, the focus may go on to the track's own fields in the detail.
        in_track = self.where in ("detail", "editor") and not self.detailed
        shows_track = self.track and (self.where == "tracks" or in_track)
        self.detailed = "" if shows_track or not self.shown else self.current

    # Panes, editor, messages ---------------------------------------------------------------------

    def show_pane(self, name: str) -> None:
        """Bring a pane to the front: on a narrow screen it is the only visible one."""
        for pane in PANES:
            self.query_one(f"#{pane}").set_class(pane == name, "-front")

    def go_to_pane(self, name: str) -> None:
        """Show and focus a pane."""
        self.show_pane(name)
        self.query_one(f"#{name}").focus(scroll_visible=False)

    @property
    def editor(self) -> "FieldEditor | None":
        """The open editor."""
        return self.open_editor.editor

    def close_editor(self, then: str = "detail") -> bool:
        """Save the text, close the editor and focus the pane `then`. Return False if the editor must stay open."""
        if self.editor is None:
            return True
        closed = self.open_editor.close()
        if closed and then in PANES:
            self.go_to_pane(then)
        return closed

    def tell(self, message: Words) -> None:
        """Show a message in the corner of the screen."""
        register_app(self).tell(message)
