"""Other users of the register: who has it open, and which of their changes this user has not seen yet."""

from collections.abc import Iterable

from itatui.domain.measure import Measure
from itatui.domain.person import Person
from itatui.domain.register import Register


class Others:
    """The presence of other users, and their unseen changes."""

    def __init__(self) -> None:
        self.present: tuple[Person, ...] = ()
        """Who else has the register open, first come first."""
        self.unseen: frozenset[str] = frozenset()
        """Ids of measures that others changed, until this user has had them in view at two polls."""
        self._in_view: Measure | None = None

    def arrivals(self, present: Iterable[Person]) -> list[Person]:
        """Record who is present now, and return those who have come since the last poll."""
        before, self.present = self.present, tuple(present)
        return [person for person in self.present if person not in before]

    def note_changes(self, before: Register, after: Register) -> None:
        """Mark the measures that differ as unseen."""
        from itatui.domain.register_diff import changed_measures  # not needed for the first picture

        self.unseen |= changed_measures(before, after)

    def view(self, measure: Measure | None) -> None:
        """Note the measure in view at this poll: in view twice and unchanged, it counts as seen."""
        if not self.unseen:
            return
        if measure is not None and measure is self._in_view:
            self.unseen -= {measure.id}
        self._in_view = measure
