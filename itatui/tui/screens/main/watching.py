"""What others do at the same register: who has it open, and which measures they changed. It changes nothing itself."""

from textual.reactive import var

from itatui.domain.measure import Measure
from itatui.domain.person import Person
from itatui.domain.register import Register
from itatui.locale import _
from itatui.tui.screens.main.repair_actions import Offering
from itatui.tui.session.save_queue import Job
from itatui.tui.widgets.measure_detail import MeasureDetail


class Watching(Offering):
    """What the main screen sees of others."""

    others: var[tuple[Person, ...]] = var(())
    """Who else has the register open."""
    unseen: var[frozenset[str]] = var(frozenset[str]())
    """The ids of the measures that others changed, until they have been in the detail for a moment."""

    _looked_at: Measure | None = None
    """What was in the detail at the last look."""

    def begin_watching(self) -> None:
        """Has others see that one is here. It is done behind the first picture."""
        self.call_after_refresh(self.keeper.enter)

    def on_unmount(self) -> None:
        """Has others see that one is gone."""
        self.keeper.leave()

    def look_around(self) -> None:
        """Sees who came and who went, and what has been looked at."""
        others = self.keeper.others()
        for person in others:
            if person not in self.others:
                self.tell(_("{who} has this register open, too").format(who=person.who))
        self.others = others
        if self.unseen:
            self._look_at_detail()

    def _look_at_detail(self) -> None:
        """What is in the detail at two looks, unchanged, has been seen."""
        detail = self.query_one(MeasureDetail)
        here = self.register.measure(self.detailed) if self.register and detail.size and self.is_current else None
        if here is not None and here is self._looked_at:
            self.unseen -= {here.id}
        self._looked_at = here

    def note_changes(self, register: Register, by: Job) -> None:
        """Marks what is another than the screen shows: what one did oneself it shows already, but for an undo."""
        if self.register is not None and (by.edits or not by.changes):
            from itatui.domain.register_diff import changed_measures  # here: not for the first picture

            self.unseen |= changed_measures(self.register, register)

    def finish(self, seconds: float = 5.0) -> bool:
        """Saves everything, and has others see that one is gone."""
        done = super().finish(seconds)
        self.keeper.leave()
        return done
