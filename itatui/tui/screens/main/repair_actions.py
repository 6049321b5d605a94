"""What the main screen does about damaged and doubtful texts: it says what came in so, and opens the repairs."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from itatui.domain.change import ConflictError, Edit
from itatui.domain.register import Register
from itatui.locale import _
from itatui.tui.screens.main.history_actions import Recalling
from itatui.wording.changes import repaired_words

if TYPE_CHECKING:
    from itatui.domain.repairs import Repair
    from itatui.tui.text_input.field_editor import FieldEditor


class Offering(Recalling):
    """The repairs. Their screen, and what finds them, are imported when they are asked for."""

    def action_repair(self) -> None:
        """Shows what is damaged or doubtful: of the measure under the cursor, or of the track, first."""
        from itatui.tui.screens.repairs import RepairsScreen

        self._follow()
        self.app.clear_notifications()  # what they say of the paste is before one's eyes now
        target = ("measure", self.detailed) if self.detailed else ("track", self.track) if self.track else None
        self.app.push_screen(RepairsScreen(self, target))

    async def repairs_of(self, target: tuple[str, str] | None) -> tuple[Register, "list[Repair]"]:
        """The register, and what is to be repaired of a measure or track, or of all of it."""
        from itatui.domain.repairs import records_in, repairs

        register = self.register
        assert register is not None
        named = self._thing(*target) if target else None
        things = records_in(register, named)
        if target:
            return register, repairs(register, things)
        return register, await asyncio.to_thread(repairs, register, things)  # a large register takes seconds

    def repair(self, edits: Sequence[Edit]) -> bool:
        """Makes repairs, as one change; False when somebody else changed a text meanwhile, and then it makes none."""
        try:
            self.change(*edits)
        except ConflictError as error:
            self.tell(str(error))
            return False
        return True

    def on_field_editor_mended(self, message: "FieldEditor.Mended") -> None:
        """Says what was mended of a paste, and what is doubtful in it."""
        message.stop()
        words = [repaired_words(message.count)] if message.count else []
        if message.doubtful:
            words.append(_("doubtful places in it: {count}. Esc, then R: repairs").format(count=message.doubtful))
        self.tell("\n".join(words))
