"""The command that adds measures: where they go, what is proposed for them, and the changes that save them."""

from textual import events

from itatui.domain.change import Edit
from itatui.domain.edits import add_measures as edits_of_new
from itatui.domain.edits import new_measure
from itatui.domain.filter import Filter
from itatui.domain.measure import Measure
from itatui.locale import _
from itatui.tui.dialogs.kept_text import KeptText
from itatui.tui.dialogs.measure_form import MeasureEntry, MeasureForm, NewMeasures
from itatui.tui.screens.main.state import MainState


class _Addition:
    """The place of the next new measure: after another, or at the end of a track."""

    def __init__(self, main: MainState, track: str, after: Measure | None) -> None:
        self._main = main
        self._session = main.session
        self.track = track
        self._after = after
        self.next = self._proposed()
        """The next measure, without an activity."""

    def _proposed(self) -> Measure:
        return new_measure(self._session.register, self.track, self._after)

    def proposal(self) -> Measure:
        """Return the next measure."""
        return self.next

    def title(self, count: int) -> str:
        """Return the question for so many measures."""
        if count == 1:
            return _("New measure {ref}").format(ref=self._refs(1))
        return _("{count} new measures: {refs}").format(count=count, refs=self._refs(count))

    def _refs(self, count: int) -> str:
        first = self._position() or len(self._session.register.measures_of(self.track)) + 1
        last = f" – {self.track}-{first + count - 1}" if count > 1 else ""
        return f"{self.track}-{first}{last}"

    def _position(self) -> int:
        """Return the number of the next measure in its track; 0: the last, as the one before is gone."""
        register = self._session.register
        beside = register.measure(self._after.id) if self._after else None
        return register.number(beside) + 1 if beside else 0 if self._after else 1

    def edits(self, entry: MeasureEntry) -> tuple[Edit, ...]:
        """Return the edits that add the measures of the form."""
        model = self.next._replace(responsible=entry.units, planned=entry.planned)
        return edits_of_new(self._session.register, model, entry.activities, self._position())

    def save(self, entry: MeasureEntry, goes_on: bool, kept: KeptText) -> str:
        """Save the measures as a single change, show the first, and go on behind the last. Return their names."""
        edits, refs = self.edits(entry), self._refs(len(entry.activities))
        self._session.change(*edits, draft=kept.place, quiet=goes_on)
        _go_to_new(self._main, self.next.id)
        added = [edit.after for edit in edits if isinstance(edit.after, Measure)]
        self._after = added[-1] if added else self._after
        self.next = self._proposed()
        return refs


def add_measures(main: MainState) -> None:
    """Ask for new measures, and add them after the current measure; from the tracks, to the chosen track."""
    session = main.session
    register, after = session.register, _measure_before_new(main)
    if not register.tracks:
        return
    addition = _Addition(main, after.track if after else main.track or register.tracks[0].code, after)
    kept = KeptText(session.drafts, session.own_drafts.place("add", addition.track), lambda: addition.title(1))
    form = MeasureForm(
        NewMeasures(
            addition.title,
            addition.proposal,
            lambda: session.register.measures,
            lambda entry, goes_on: addition.save(entry, goes_on, kept),
        ),
        kept,
    )

    def last_edits() -> tuple[Edit, ...]:
        return kept.unless_safe(lambda: addition.edits(entry) if (entry := form.typed()).activities else ())

    session.last_edits.append(last_edits)
    main.app.push_screen(form, lambda _result: session.last_edits.remove(last_edits))


def add_pasted(main: MainState, text: str) -> None:
    """Ask for new measures with a pasted text, as if it were pasted into the form."""
    add_measures(main)
    form = main.app.screen

    def paste() -> None:
        if form.focused is not None:
            form.focused.post_message(events.Paste(text))

    form.call_after_refresh(paste)


def _go_to_new(main: MainState, measure_id: str) -> None:
    """Put the cursor on a new measure, and clear a filter that leaves it out."""
    if measure_id not in [measure.id for measure in main.shown]:
        main.session.set_filter(Filter(track=main.session.filter.track))
    main.move_to(measure_id)


def _measure_before_new(main: MainState) -> Measure | None:
    """Return the measure after which a new one comes: the last of the chosen track, or else the current."""
    if main.where == "tracks" and main.track:
        return next(iter(main.session.register.measures_of(main.track)[::-1]), None)
    return main.current_measure()
