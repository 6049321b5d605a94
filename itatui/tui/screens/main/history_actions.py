"""The commands of the past: the history, taking back any entry of it, and going back to an old register."""

from collections.abc import Sequence

from itatui.domain.backup import Backup
from itatui.domain.change import Change
from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.locale.dates import long_moment
from itatui.thai import numerals
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.screens.main.doing import Doing
from itatui.tui.session.save_queue import Job
from itatui.wording.changes import summary


class Recalling(Doing):
    """What the main screen does about the past. The screens of it are imported when they are opened."""

    def action_history(self) -> None:
        """Shows what was changed: of the measure under the cursor, of the track, or of the register."""
        from itatui.tui.screens.history import HistoryScreen

        target = ("measure", self.detailed) if self.detailed else ("track", self.track) if self.track else None
        self.app.push_screen(HistoryScreen(self._history, target, self.take_back, self.show_generations))

    async def _history(self) -> tuple[Register, Sequence[Change]]:
        return await self.saver.asked(lambda: (self.keeper.load(), self.keeper.history()))

    def take_back(self, number: int) -> None:
        """Takes back one entry of the history."""
        self.saver.do(Job(lambda: self.keeper.undo(number), changes=True, told=self._tell_last))

    def watch_register(self) -> None:
        """Has the screens of the past show what was done since."""
        super().watch_register()
        for screen in self.app.screen_stack[1:]:
            if isinstance(screen, ListDetailScreen):
                screen.reload()

    def show_generations(self) -> None:
        """Shows the old registers that are kept."""
        from itatui.tui.screens.backups import BackupsScreen

        self.app.push_screen(BackupsScreen(self._generations, self.go_back_to))

    async def _generations(self) -> tuple[Register, Sequence[Backup]]:
        return await self.saver.asked(lambda: (self.keeper.load(), self.keeper.generations()))

    def go_back_to(self, generation: Backup) -> None:
        """Asks, and makes the register as it was then."""
        from itatui.tui.dialogs.prompts import Confirm

        def restore() -> Register:
            # Their numbers grow with every change, so it is found again by its file.
            for each in self.keeper.generations():
                if each.path == generation.path:
                    return self.keeper.restore(each.number).register
            raise ItatuiError(_("this old register is not kept any more; nothing was changed"))

        def answer(sure: bool | None) -> None:
            if sure:
                self.saver.do(Job(restore, changes=True, told=self._tell_last))

        lines = [
            _("Make the register as it was on {when}?").format(when=numerals(long_moment(generation.when))),
            numerals(summary(generation.edits)),
            _("It can be taken back, as every change."),
        ]
        self.app.push_screen(Confirm(lines, _("Go back to it")), answer)
