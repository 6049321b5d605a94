"""The meeting being held: its agenda, the measure in discussion, and the changes that the room makes."""

from datetime import datetime

from itatui.domain.agenda import agenda, agenda_filter, decisions_on, next_unreviewed, open_meeting, resume_at
from itatui.domain.change import Edit
from itatui.domain.edits import begin, decide, mark_reviewed, new_id, set_field
from itatui.domain.filter import Filter
from itatui.domain.measure import Measure
from itatui.domain.meeting import Decision, Meeting
from itatui.domain.minutes import proposed
from itatui.domain.protocols import DraftPlace
from itatui.domain.status import Status
from itatui.tui.session.session import RegisterSession


class HeldMeeting:
    """A meeting in a session. The register gets to know it with the first change that it makes."""

    def __init__(self, session: RegisterSession, wanted: Filter | None = None) -> None:
        """Resume the open meeting or begin another; `wanted` sets its agenda."""
        self.session = session
        self._meeting = open_meeting(session.register) or Meeting(
            new_id(), session.today.isoformat(), began=datetime.now().strftime("%H:%M")
        )
        if wanted is not None:
            self._meeting = _with_agenda(self._meeting, wanted)
        self.at = ""
        """The id of the measure in discussion."""
        self.at = resume_at(self.agenda, self.meeting)
        session.last_edits.append(self.stop_edits)

    def close(self) -> None:
        """Leave the session: the meeting is stopped or ended."""
        self.session.last_edits.remove(self.stop_edits)

    def _saved(self) -> Meeting | None:
        saved = self.session.register.lookup("meeting", self._meeting.id)
        return saved if isinstance(saved, Meeting) else None

    @property
    def meeting(self) -> Meeting:
        """The meeting as the register has it, or as it will be there."""
        return self._saved() or self._meeting

    @property
    def known(self) -> bool:
        """Whether the register has the meeting."""
        return self._saved() is not None

    # Agenda --------------------------------------------------------------------------------------

    @property
    def agenda(self) -> tuple[Measure, ...]:
        """The measures of the meeting. The measure in discussion stays while it is shown, even if no longer late."""
        register, meeting, chosen = self.session.register, self.meeting, self._chosen()
        here = register.measure(self.at)
        if here is None or here in chosen or (meeting.track and here.track != meeting.track):
            return chosen
        return tuple(m for m in register.measures if m is here or m in chosen) if meeting.late else chosen

    def _chosen(self) -> tuple[Measure, ...]:
        return agenda(self.session.register, self.meeting, self.session.today)

    @property
    def measure(self) -> Measure | None:
        """The measure in discussion."""
        return self.session.register.measure(self.at)

    def save_agenda(self) -> None:
        """Save the agenda of a resumed meeting if another was asked for."""
        saved = self._saved()
        if saved is not None and _with_agenda(saved, agenda_filter(self._meeting)) != saved:
            self.set_agenda(agenda_filter(self._meeting))

    def set_agenda(self, wanted: Filter) -> None:
        """Go through other measures; if the current is not among them, go to the first waiting measure."""
        saved = self._saved()
        self._meeting = _with_agenda(self.meeting, wanted)
        if saved is not None:
            edits = (set_field(saved, "track", self._meeting.track), set_field(saved, "late", self._meeting.late))
            self.session.change(*(edit for edit in edits if edit.before != edit.after))
        if self.measure not in self._chosen():
            self.at = next_unreviewed(self.agenda, self.meeting)

    def follow_register(self) -> bool:
        """Go on to the first waiting measure if the current has left the agenda; then return True."""
        if self.measure in self.agenda:
            return False
        self.at = next_unreviewed(self.agenda, self.meeting)
        return True

    def turn(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) measure. Return False at the end of the agenda."""
        ids = [measure.id for measure in self.agenda]
        index = ids.index(self.at) + by if self.at in ids else -1
        if not 0 <= index < len(ids):
            return False
        self.at = ids[index]
        return True

    # Changes -------------------------------------------------------------------------------------

    def change(self, *edits: Edit, draft: DraftPlace | None = None) -> None:
        """Make a change in the meeting, which saves the draft of a place."""
        if edits and self._saved() is None:
            self.session.change(begin(self._meeting), quiet=True)
        self.session.change(*edits, draft=draft)

    def tick(self, quarter: int) -> None:
        """Tick or untick a quarter of the measure as carried out."""
        if self.measure is not None:
            self.change(set_field(self.measure, f"done.{quarter}", quarter not in self.measure.done))

    def review(self, *, keep: bool) -> None:
        """Mark the measure as reviewed; unmark a reviewed measure unless `keep` is set."""
        already = self.at in self.meeting.reviewed
        if self.measure is not None and not (keep and already):
            self.change(mark_reviewed(self.meeting, self.at, reviewed=not already))

    def new_decision(self) -> Decision:
        """Return an empty decision on the measure."""
        return Decision(new_id(), self._meeting.id, self.at, "")

    def note(self, decision: Decision, draft: DraftPlace) -> None:
        """Note a decision, which was typed in a place."""
        self.change(decide(decision), draft=draft)

    def decision_draft(self, decision: Decision) -> tuple[Edit, ...]:
        """Return the edits of a decision that is still being typed, for the end of the program."""
        return self.draft_of(decide(decision))

    def settle(self) -> bool:
        """Mark the oldest open decision on the measure as carried out. Return False if there is none."""
        open_decisions = [each for each in decisions_on(self.session.register, self.at) if not each.done]
        if open_decisions:
            self.change(set_field(open_decisions[0], "done", after=True))
        return bool(open_decisions)

    def decision_count(self) -> int:
        """Count the decisions of this meeting."""
        return len([each for each in self.session.register.decisions if each.meeting == self.meeting.id])

    def with_proposals(self) -> Meeting:
        """Return the meeting with its missing details proposed."""
        return proposed(self.session.register, self.meeting, datetime.now())

    def draft_of(self, *edits: Edit) -> tuple[Edit, ...]:
        """Return edits that are not made yet, for the end of the program; with them the meeting becomes known."""
        return (begin(self._meeting), *edits) if edits and self._saved() is None else edits

    def end(self, *details: Edit, draft: DraftPlace | None = None) -> Meeting:
        """End the meeting with the details of its minutes, as a single change, and return it."""
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        self.change(set_field(self.meeting, "closed", now), *details, draft=draft)
        return self.meeting

    def stop_edits(self) -> tuple[Edit, ...]:
        """Return the edits that note where the meeting stops; none if it would resume there anyway."""
        saved, measures = self._saved(), self.agenda
        if not self.at or self.at == resume_at(measures, self.meeting):
            return ()
        at = "" if self.at == next_unreviewed(measures, self.meeting) else self.at
        if saved is not None:
            return (set_field(saved, "at", at),)
        return () if self.at == measures[0].id else (begin(self._meeting._replace(at=at)),)


def _with_agenda(meeting: Meeting, wanted: Filter) -> Meeting:
    """Return the meeting with the agenda of a filter: its track, and late measures only if it asks for them."""
    return meeting._replace(track=wanted.track, late=Status.LATE in wanted.statuses)
