"""The preview of an import: what a document adds and changes, what it leaves open, and the roles of its columns.

Each answer is followed at once, in a thread. Nothing is changed before it is accepted; then all of it is one change.
"""

from collections.abc import Callable, Sequence
from typing import Any

from textual import work

from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.intake.document_preview import preview, roles_without_year
from itatui.intake.preview import Answers, Preview
from itatui.locale import _
from itatui.thai import cells, numerals, safe, truncate
from itatui.tui.commands import bindings
from itatui.tui.screens.document.document_file import Document
from itatui.tui.screens.document.rows import Listed, Row, chosen_results, detail_lines
from itatui.tui.screens.list_detail import ListDetailScreen
from itatui.tui.session.session import RegisterSession
from itatui.tui.side_thread import read_aside
from itatui.tui.styling.spans import Span
from itatui.tui.widgets.text_view import Lines
from itatui.wording.imports import count_words, nothing_new

TITLE_FRAME = 6
"""Cells of the border beside its title."""
NAME_CELLS = 30
"""Most cells of the name of the document in the title."""


class DocumentScreen(ListDetailScreen):
    """The lines of the preview, and everything about the line under the cursor."""

    BINDINGS = [*bindings("importing")]
    PLACE = "importing"

    def __init__(self, session: RegisterSession, document: Document, *, of_last_year: bool = False) -> None:
        """`of_last_year`: results, ticks, outcomes and evidence are not read unless the user asks for them."""
        super().__init__()
        self._session = session
        self._document = document
        self._leaves_year = of_last_year
        self._answers = Answers()
        self._register: Register | None = None
        """The register of the preview in sight."""
        self._found: Preview | None = None
        self._rows: list[Row] = []
        self._is_stale = self._is_computing = False
        """Whether the answers are newer than the preview that is being made, and whether one is."""
        self._is_taken = False
        """Whether the import was accepted while its preview was being made."""

    # The preview ---------------------------------------------------------------------------------

    def reload(self) -> None:
        """Show the preview for the register as it is now."""
        if self._found is None:
            self.list.show(0, 0, _("reading…"))
        if self._register is None or self._session.register != self._register:
            self._compute()
        else:
            self._show_preview()

    def _answer(self, **changes: Any) -> None:
        """Follow other answers."""
        self._answers = self._answers._replace(**changes)
        self._compute()

    def _compute(self) -> None:
        """Make the preview of the latest answers, a single preview at a time."""
        self._is_stale = True
        if not self._is_computing:
            self._is_computing = True
            self._follow()

    @work(group="preview")
    async def _follow(self) -> None:
        while self._is_stale:
            self._is_stale = False
            register, answers, leaves_year = self._session.register, self._answers, self._leaves_year
            found, kept = await read_aside(self._preview, register, answers, leaves_year=leaves_year)
            if not self._is_stale:
                self._register, self._found, self._answers, self._leaves_year = register, found, kept, False
        self._is_computing = False
        self._show_preview()
        if self._is_taken:
            self._is_taken = False
            self.action_take()

    def _preview(self, register: Register, answers: Answers, *, leaves_year: bool) -> tuple[Preview, Answers]:
        """Return the preview and the answers that still hold. Runs in a thread."""
        grid, before, day = self._document.grid, self._found, self._session.today
        try:
            if leaves_year:
                columns = preview(grid, register, answers, day).columns
                answers = answers._replace(roles=roles_without_year(columns, register))
            found = preview(grid, register, answers, day)
            if before is not None and _names(before) != _names(found):  # other roles made other measures
                answers = Answers(answers.roles, answers.tracks, takes_repairs=answers.takes_repairs)
                found = preview(grid, register, answers, day)
        except ItatuiError as error:
            found = Preview(grid.format, (), str(error))
        return found, answers

    def _show_preview(self) -> None:
        listed = self._listed()
        if listed is None:
            return
        is_first = not self._rows
        self._rows = listed.rows()
        empty = listed.found.refusal or _("Nothing to change")
        self.show_rows([(row.kind, row.key) for row in self._rows], empty, self._first_row())
        if is_first:
            self.list.action_step(self._first_row() - self.list.at)

    def _first_row(self) -> int:
        """Return the first row below a title."""
        return min(1, max(len(self._rows) - 1, 0))

    def _listed(self) -> Listed | None:
        if self._found is None or self._register is None:
            return None
        return Listed(self._register, self._found, self._answers)

    def _current(self) -> Row | None:
        return self._rows[self.current_row] if self.current_row is not None else None

    # Titles, rows and details --------------------------------------------------------------------

    def title_of_list(self) -> str:
        """Return the name of the document, and what it would change."""
        name = truncate(safe(self._document.name), NAME_CELLS)
        words = self._summary()
        room = self.app.size.width - TITLE_FRAME
        for title in (f"{name}: {words}", words):
            if cells(title) <= room:
                return numerals(title)
        return name if cells(name) <= room else ""

    def _summary(self) -> str:
        found = self._found
        if found is None:
            return _("reading…")
        if found.result is None:
            return _("choose the column of the measures") if found.columns else _("not imported")
        if not found.edits:
            return _("all of it is in the register already")
        return count_words(found.result.added, found.result.changed, found.result.left)

    def on_resize(self) -> None:
        """Show as much of the title as there is room for."""
        if self.is_mounted:
            self.list.set_title(self.title_of_list())

    def title_of_detail(self, at: int | None) -> str:
        """Return the same title for every row."""
        return _("Details")

    def row(self, at: int, width: int) -> Sequence[Span]:
        """Return a line of the preview."""
        listed = self._listed()
        return listed.spans(self._rows[at], width) if listed else []

    def detail(self, at: int) -> Callable[[int], Lines]:
        """Return everything about a line."""
        listed, row = self._listed(), self._rows[at]
        return lambda width: detail_lines(listed, row, width) if listed else []

    def refusal(self, action: str) -> str:
        """Return why a command cannot do its work now; empty if it can."""
        found = self._found
        if action == "take" and found is not None and found.result is None:
            return found.refusal
        if action == "take_all" and not self._open():
            return _("Nothing is left to decide")
        return ""

    # Commands ------------------------------------------------------------------------------------

    def action_change_line(self) -> None:
        """Answer the line under the cursor the other way, or choose from a list."""
        row, found = self._current(), self._found
        if row is None or found is None:
            return
        answers = self._answers
        if row.kind == "measure":
            self._answer(left_out=answers.left_out ^ {row.at})
        elif row.kind == "doubts":
            self._answer(takes_repairs=not answers.takes_repairs)
        elif row.kind == "column":
            self._choose_role(row.at)
        elif row.kind == "track":
            self._choose_track(row.at)
        elif row.kind == "guess" and found.pairing_of(row.at) is not None:
            self._choose_result(row.at)
        elif row.kind == "guess":
            taken = answers.guesses.get((row.at, row.path))
            self._answer(guesses={**answers.guesses, (row.at, row.path): not taken})
        else:
            self.text.focus(scroll_visible=False)

    def _choose_role(self, at: int) -> None:
        from itatui.tui.screens.document.answer_choices import choose_role

        if self._found is None:
            return
        column = self._found.columns[at]

        def chosen(role: str) -> None:
            self._answer(roles={**self._answers.roles, column.heading: role})

        self.app.push_screen(choose_role(column, self._session.register, chosen))

    def _choose_track(self, at: int) -> None:
        from itatui.tui.screens.document.answer_choices import choose_new_track

        if self._found is None:
            return
        track = self._found.tracks[at]

        def chosen(code: str) -> None:
            others = {name: value for name, value in self._answers.tracks.items() if name != track.code}
            self._answer(tracks={**others, track.code: code} if code else others)

        self.app.push_screen(choose_new_track(track, self._session.register, chosen))

    def _choose_result(self, at: int) -> None:
        from itatui.tui.screens.document.answer_choices import choose_result

        listed = self._listed()
        pairing = self._found.pairing_of(at) if self._found else None
        if listed is None or pairing is None:
            return

        def chosen(number: int) -> None:
            self._answer(results={**self._answers.results, at: number})

        self.app.push_screen(choose_result(pairing, chosen_results(listed, at), listed.ref_of(at), chosen))

    def _open(self) -> list[tuple[int, str]]:
        """Return the guesses that are not answered."""
        found, answers = self._found, self._answers
        keys = [(guess.at, guess.path) for guess in found.guesses] if found else []
        return [key for key in keys if key not in answers.guesses]

    def action_take_all(self) -> None:
        """Take every guess as it is proposed."""
        if reason := self.refusal("take_all"):
            self._session.tell(reason)
        else:
            self._answer(guesses={**self._answers.guesses, **dict.fromkeys(self._open(), True)})

    def action_take(self) -> None:
        """Make the change, once the open questions are answered, and close."""
        found = self._found
        if found is None or self._register != self._session.register:
            self._is_taken = True  # its preview comes first
            return
        if reason := self.refusal("take"):
            self._session.tell(reason)
        elif open_ones := self._open():
            self._ask_about(open_ones)
        elif not found.edits:
            self._session.tell(nothing_new())
            self.dismiss(None)
        else:
            self._session.change(*found.edits, apart=True)
            self.dismiss(None)

    def _ask_about(self, keys: list[tuple[int, str]]) -> None:
        from itatui.tui.screens.document.answer_choices import choose_open

        def chosen(is_taken: bool) -> None:
            self._is_taken = True
            self._answer(guesses={**self._answers.guesses, **dict.fromkeys(keys, is_taken)})

        self.app.push_screen(choose_open(len(keys), chosen))


def _names(found: Preview) -> list[str]:
    """Return the measures of a preview, which answers name by their place."""
    return [each.activity for each in found.proposal.measures] if found.proposal else []
