"""What the commands do: each action of `itatui.tui.commands`, made a change or a place to go to."""

import os
from collections.abc import Callable
from datetime import date

from itatui.domain.change import Edit
from itatui.domain.edits import add_measure, move_measure, remove_measure, set_field
from itatui.domain.filter import Filter
from itatui.domain.fiscal_year import fiscal_year_of, quarter_of
from itatui.domain.measure import Measure
from itatui.errors import ItatuiError
from itatui.locale import _
from itatui.thai import truncate
from itatui.tui.screens.main.list_actions import Marked
from itatui.tui.session.save_queue import Job
from itatui.tui.widgets.footer import Footer
from itatui.tui.widgets.measure_detail import MeasureDetail
from itatui.wording.changes import describe, describe_change
from itatui.wording.filters import narrowing

MOST = 5
"""How many of the changes that can not be saved are told of one by one."""


class Doing(Marked):
    """The commands of the main screen."""

    _begun: Callable[[], tuple[Edit, ...]] | None = None
    """What adds the measure whose activity is being typed."""
    _failure = ""
    """Why the latest save failed."""

    def on_footer_asked(self, message: Footer.Asked) -> None:
        """Does what was clicked on."""
        message.stop()
        self.run_worker(self.run_action(message.action), group="foot")

    def action_tick(self, quarter: int) -> None:
        """Ticks or unticks a quarter as carried out."""
        self.tick(f"done.{quarter}")

    def on_measure_detail_ticked(self, message: MeasureDetail.Ticked) -> None:
        """Ticks or unticks the checkbox."""
        message.stop()
        self.tick(message.field)

    def tick(self, field: str) -> None:
        """Ticks or unticks a quarter of the plan or of what was done."""
        measure = self.current_measure()
        if self.marked and self.where == "measures":
            self.tick_marked(field)
        elif measure is not None:
            self.detailed = measure.id
            name, _dot, quarter = field.partition(".")
            self.change(set_field(measure, field, int(quarter) not in getattr(measure, name)))

    def action_quarters(self) -> None:
        """Goes to the checkboxes: to the quarter that it is, or the first that is planned and not done."""
        measure = self.current_measure()
        if measure is None or self.register is None:
            return
        self.detailed = measure.id
        waiting = sorted(measure.planned - measure.done)
        now = quarter_of(self.today) if fiscal_year_of(self.today) == self.register.fiscal_year else 1
        quarter = waiting[0] if waiting else now
        self.go_to_pane("detail")
        self.query_one(MeasureDetail).go_to("measure", f"done.{quarter}")

    def action_add(self) -> None:
        """Asks for a new measure's activity, and adds it after the current one."""
        from itatui.tui.dialogs.prompts import Ask

        register, after = self.register, self.current_measure()
        if register is None or not register.tracks:
            return
        code = after.track if after else self.track or register.tracks[0].code
        number = register.number(after) + 1 if after else 1
        new = Measure(os.urandom(4).hex(), code, 0.0, "")
        question = Ask(_("New measure {ref}: what is to be done").format(ref=f"{code}-{number}"))

        def edits(text: str) -> tuple[Edit, ...]:
            now = self.register or register
            beside = now.measure(after.id) if after else None  # somebody may have removed it meanwhile
            position = now.number(beside) + 1 if beside else 0 if after else 1
            return add_measure(now, new._replace(activity=text), position) if text else ()

        def add(text: str | None) -> None:
            self._begun = None
            if text:
                self.change(*edits(text))
                if new.id not in [measure.id for measure in self.shown]:
                    self.selection = Filter(track=self.selection.track)
                self.current = new.id

        self._begun = lambda: edits(question.typed())
        self.app.push_screen(question, add)

    def unsaved(self) -> list[tuple[Edit, ...]]:
        """What is typed for a new measure, too."""
        edits = self._begun() if self._begun is not None else ()
        return super().unsaved() + ([edits] if edits else [])

    def action_remove(self) -> None:
        """Asks, and removes the current measure."""
        from itatui.tui.dialogs.prompts import Confirm

        measure = self.current_measure()
        if measure is None or self.register is None:
            return
        register = self.register
        names = [register.ref(other) for other in register.measures if register.reporter(other) is measure]
        others = [name for name in names if name != register.ref(measure)]
        lines = [_("Remove {ref}?").format(ref=register.ref(measure)), truncate(measure.activity, 160)]
        if others:
            lines.append(_("Its result also reports on {others}.").format(others=", ".join(others)))

        def remove(sure: bool | None) -> None:
            if sure and (now := self.register) and (its := now.measure(measure.id)):
                place = self.shown.index(its) if its in self.shown else 0
                self.change(*remove_measure(its))
                if self.shown:
                    self.current = self.shown[min(place, len(self.shown) - 1)].id

        self.app.push_screen(Confirm(lines, _("Remove")), remove)

    def action_move(self, by: int) -> None:
        """Moves the current measure up (-1) or down (1) in its track."""
        measure = self.current_measure()
        if measure is None or self.register is None:
            return
        position = self.register.number(measure) + by
        if 1 <= position <= len(self.register.measures_of(measure.track)):
            self.change(*move_measure(self.register, measure, position))

    def action_undo(self) -> None:
        """Takes back the person's latest change."""
        self.saver.do(Job(lambda: self.keeper.undo(), changes=True, told=self._tell_last))

    def action_redo(self) -> None:
        """Makes it again."""
        self.saver.do(Job(lambda: self.keeper.redo(), changes=True, told=self._tell_last))

    def _tell_last(self) -> None:
        self.run_worker(self._tell_of_last(), group="telling")

    async def _tell_of_last(self) -> None:
        try:
            last = (await self.saver.asked(self.keeper.history))[-1]
        except ItatuiError as error:
            self.tell(str(error))
            return
        if self.register is not None:
            self.tell(describe_change(last, self.register))
            if last.edits[0].kind == "measure" and self.register.measure(last.edits[0].id) in self.shown:
                self.current = last.edits[0].id

    def action_report(self) -> None:
        """Shows the bordered table of what is in the list."""
        from itatui.tui.screens.printout import report_screen

        if self.register is not None:
            told = narrowing(self.selection)
            shown = self.shown if self.selection.narrows else None
            self.app.push_screen(report_screen(self.register, shown, self.today or date.today(), told))

    def action_help(self) -> None:
        """Tells what can be done."""
        from itatui.tui.dialogs.help import HelpDialog

        self.app.push_screen(HelpDialog(self.where))

    def action_settings(self) -> None:
        """Shows the settings."""
        from itatui.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def action_open_other(self) -> None:
        """Shows the other registers, as soon as everything of this one is saved."""
        self.run_worker(self._open_other(), group="leave", exclusive=True)

    async def _open_other(self) -> None:
        from itatui.tui.screens.welcome import WelcomeScreen

        if self.conflicts or not self.close_editor() or not await self.saver.settled():
            self.tell(_("first save what is not saved yet"))
        else:
            self.app.push_screen(WelcomeScreen(over=True))

    def action_back(self) -> None:
        """Out of the field, then to the list, then to the whole list."""
        if self.editor is not None:
            self.close_editor()
        elif self.where == "detail":
            self.go_to_pane("measures")
        elif not self.unmark():
            self.widen()

    def action_save(self) -> None:
        """Saves at once what is being typed, and what could not be saved before."""
        if self.editor is not None and self.editor.contested is not None:
            self.ask_to_choose(self.editor.contested)
        self.save_typed()
        self.saver.go_on()

    def action_quit(self) -> None:
        """Leaves, when everything is saved."""
        if self.conflicts or (self.editor is not None and self.editor.contested is not None):
            self.tell(_("choose first what is to become of your text"))
            self.ask_next()
        if self.close_editor():
            self.run_worker(self.leave(), group="leave", exclusive=True)
        elif self.editor is not None and self.editor.contested is None:
            self.tell(_("what you typed is not saved; ^Q once more leaves without it"))

    async def leave(self, code: int = 0) -> None:
        """Ends the program after the last save; when that does not work, the person says whether to leave without."""
        if self.conflicts:
            return
        if await self.saver.settled():
            self.app.exit(return_code=code)
        else:
            self._ask_to_lose(code)

    def _ask_to_lose(self, code: int) -> None:
        from itatui.tui.dialogs.prompts import Confirm

        def lose(sure: bool | None) -> None:
            if sure:
                self.app.exit(return_code=code)  # it is tried once more on the way out
            else:
                self.saver.go_on()

        lines = [_("Not saved. Leave, and lose it?"), self._failure, *self._waiting()]
        self.app.push_screen(Confirm(lines, _("Leave without it")), lose)

    def _waiting(self) -> list[str]:
        """What is not saved, in words; the first few, and how many more there are."""
        if self.register is None:
            return []
        register = self.register
        words = list(dict.fromkeys(describe(edit, register) for edit in self.saver.waiting()))
        more = [_("and {count} more").format(count=len(words) - MOST)] if len(words) > MOST else []
        return [*words[:MOST], *more]
