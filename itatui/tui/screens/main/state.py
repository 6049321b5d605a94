"""What the main screen knows: the register, what is chosen of it, and what follows from that. It draws nothing."""

from datetime import date

from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer

from itatui.domain.apply import apply
from itatui.domain.change import Edit
from itatui.domain.filter import Filter, filter_measures, select
from itatui.domain.measure import Measure
from itatui.domain.protocols import RegisterStore
from itatui.domain.register import Register
from itatui.domain.search import Match
from itatui.domain.status import Tally, tally, together
from itatui.locale import _
from itatui.thai import numerals, safe
from itatui.tui.session.save_queue import Listener, SaveQueue

REST = 0.06
"""Seconds without a key after which the detail follows the cursor."""
ORDER = ("tracks", "measures", "detail")
"""The panes, from left to right."""


class State(Screen[None]):
    """The state of the main screen, handed down to its panes by binding."""

    register: var[Register | None] = var(None)
    """The register as the screen shows it: what is on the disk, and what is on its way there."""
    selection: var[Filter] = var(Filter())
    shown: var[tuple[Measure, ...]] = var(())
    """The measures that the selection means."""
    sought: var[Match] = var(Match())
    """The text that they have in them, and how it was found."""
    current: var[str] = var("")
    """The id of the measure under the cursor."""
    detailed: var[str] = var("")
    """The id of the measure in the detail: the current one, when the keys rest; empty: the track is."""
    track: var[str] = var("")
    """The code of the track that is chosen; empty: all."""
    tallies: var[tuple[tuple[str, Tally], ...]] = var(())
    today: var[date] = var(date.min)
    where: var[str] = var("measures")
    """Where the person is: a pane's name, or `editor`."""
    state: var[tuple[str, str]] = var(("", ""))
    """How the saving stands, and what the head says of it."""

    def __init__(self, keeper: RegisterStore, today: date | None = None) -> None:
        super().__init__()
        self.keeper = keeper
        self.saver = SaveQueue(keeper, self._listener())
        self._fixed_today = today
        self._resting: Timer | None = None
        self.set_reactive(State.today, today or date.today())
        register = keeper.load()
        self.set_reactive(State.register, register)
        self.set_reactive(State.shown, select(register, Filter(), self.today))
        self.set_reactive(State.tallies, self._tallied(register))
        self.set_reactive(State.current, register.measures[0].id if register.measures else "")
        self.set_reactive(State.detailed, self.current)

    def _listener(self) -> Listener:
        """Who is told how the saving goes."""
        raise NotImplementedError

    def _tallied(self, register: Register) -> tuple[tuple[str, Tally], ...]:
        day = self.today
        each = [(track.code, tally(register, register.measures_of(track.code), day)) for track in register.tracks]
        return (("", together(its for _code, its in each)), *each)

    def watch_register(self) -> None:
        """Works out what the selection means now."""
        if self.register is None:
            return
        self.tallies = self._tallied(self.register)
        self.shown, self.sought, first = filter_measures(self.register, self.selection, self.today)
        self._keep_a_current(first)

    def watch_selection(self) -> None:
        """Narrows the list."""
        if self.register is not None:
            self.track = self.selection.track
            self.shown, self.sought, first = filter_measures(self.register, self.selection, self.today)
            self._keep_a_current(first)

    def _keep_a_current(self, first: str) -> None:
        if self.shown and not any(measure.id == self.current for measure in self.shown):
            self.current = first or self.shown[0].id
        self._follow()

    def watch_current(self) -> None:
        """The detail follows when the keys rest: what the eye is on, the cursor, is sent first, and alone."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._rested)

    def _rested(self) -> None:
        self._resting = None
        self._follow()

    def _follow(self) -> None:
        # Who went on from a track to its detail is among the track's own names.
        inside = self.where in ("detail", "editor") and not self.detailed
        shows_track = self.track and (self.where == "tracks" or inside)
        self.detailed = "" if shows_track or not self.shown else self.current

    def current_measure(self) -> Measure | None:
        """The measure under the cursor, if it is in the list."""
        measure = self.register.measure(self.current) if self.register else None
        return measure if measure in self.shown else None

    def change(self, *edits: Edit, run: str = "") -> None:
        """Shows edits at once, and has them saved as one change. `ConflictError` changes nothing."""
        if self.register is None or not edits:
            return
        register = self.register
        for edit in edits:
            register = apply(register, edit)
        self.state = ("saving", _("saving…"))
        self.saver.apply(*edits, run=run)
        self.register = register

    def show_pane(self, name: str) -> None:
        """Brings a pane to the front: on a narrow screen it is the only one that is seen."""
        for pane in ORDER:
            self.query_one(f"#{pane}").set_class(pane == name, "-front")

    def go_to_pane(self, name: str) -> None:
        """Gives a pane the keys."""
        self.show_pane(name)
        self.query_one(f"#{name}").focus(scroll_visible=False)

    def tell(self, words: str) -> None:
        """Says something at the corner of the screen."""
        self.notify(numerals(safe(words)), severity="warning", markup=False, timeout=8)
