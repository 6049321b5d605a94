"""An officer who keys a register of an agency's own shape in on the screen, from the welcome screen on."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual import events

from itatui.domain.field_text import parse_link
from itatui.domain.forms import form_names
from itatui.tui.dialogs.form import FormDialog
from itatui.tui.dialogs.prompts import Confirm
from itatui.tui.screens.printout import PrintedLines
from itatui.tui.screens.report import ReportScreen
from itatui.tui.screens.setup.screen import SetupScreen
from itatui.tui.widgets.quarter_boxes import QuarterBoxes
from itatui.tui.widgets.track_list import TrackList
from tests.support.desk import Desk

ROUNDS = {"3 เดือน": "1", "6 เดือน": "12", "12 เดือน": "1234"}
"""Quarters by the name of the round."""
MOST_FIELDS = 60
"""More fields than a measure has."""
FRAME, TALL = 3, 140
"""Cells of the border and the scroll bar beside a report, and lines of a screen that shows all of it."""


class Typist:
    """Types at a desk, and counts the keys beside the letters of the texts."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.keys = 0

    async def press(self, *keys: str) -> None:
        """Press keys, as an officer does who looks at the screen."""
        self.keys += len(keys)
        await self.desk.press(*keys)

    async def write(self, text: str) -> None:
        """Type a text, and wait for its last letter."""
        if text:
            await self.desk.write(text)

    @contextmanager
    def counted(self) -> Iterator[list[int]]:
        """Count the keys of a part of the work; the list has their number at the end."""
        found, before = [0], self.keys
        yield found
        found[0] = self.keys - before

    # The register --------------------------------------------------------------------------------

    async def begin(self, agency: str) -> None:
        """Create an empty register on the welcome screen; the register screen follows."""
        await self.press_at_once("down", "enter")
        await self.desk.until(lambda: self.desk.app.screen.is_modal, "for the form")
        await self.write(agency)
        await self.press_at_once("enter", "enter")  # no short name
        await self.write("2570")
        await self.press_at_once("enter")
        await self.desk.until(lambda: isinstance(self.desk.app.screen, SetupScreen), "for the register screen")

    async def press_at_once(self, *keys: str) -> None:
        """Press keys where there is no register yet."""
        self.keys += len(keys)
        for key in keys:
            await self.desk.rest()
            await self.desk.pilot.press(key)
        await self.desk.pilot.pause()

    async def make_shape(self, told: Mapping[str, Any], forms: Mapping[str, Path | None]) -> None:
        """Make tracks, signatory, rounds and forms on the register screen. `forms` are files, or come with itatui."""
        await self._go_to("tracks", "IIT")
        await self.press("delete", "delete", "delete")
        for code, name in told["tracks"].items():
            await self._add("tracks", (code, "tab"), (name, "ctrl+s"))
        await self._add("signatories", ("ผู้อนุมัติแผน", "tab"), ("", "tab"), (f"นายก{told['agency']}", "enter"))
        for name, quarters in ROUNDS.items():
            wrong = sorted(set(quarters) ^ set("1234" if name != "3 เดือน" else "12"))
            await self._add("rounds", (name, "tab"), ("", *wrong, "enter"))
        for name, path in forms.items():
            if path is None:
                await self._go_to("forms", name)
                await self.press("enter")
            else:
                await self._add("forms", (str(path), "enter"))
            if isinstance(self.desk.app.screen, Confirm):  # it asks for fields
                await self.press("y")
        await self.press("escape")

    async def _go_to(self, section: str, key: str = "") -> None:
        """Put the cursor on an entry of the register screen, or on the heading of a section."""
        screen = self.desk.app.screen
        assert isinstance(screen, SetupScreen)
        by = screen._keys.index((section, key)) - screen.list.at
        await self._move(by)

    async def _move(self, by: int, back: str = "up", on: str = "down") -> None:
        """Press an arrow so many times: `on` if positive."""
        self.keys += abs(by)
        for _key in range(abs(by)):
            self.desk.app.post_message(events.Key(on if by > 0 else back, None))
        await self.desk.pilot.pause()
        await self.desk.keys_done()

    async def _add(self, section: str, *steps: tuple[str, ...]) -> None:
        """Add an entry. Each step is a text to write, or none, and keys."""
        await self._go_to(section)
        await self.press("ctrl+n")
        await self.desk.until(lambda: self.desk.app.screen.is_modal, "for the form of the entry")
        for text, *keys in steps:
            await self.write(text)
            await self.press(*keys)
        await self.desk.until(lambda: not isinstance(self.desk.app.screen, FormDialog), "for the register screen")

    # The measures --------------------------------------------------------------------------------

    async def add_measure(self, measure: Mapping[str, Any], fields: Mapping[str, str]) -> int:
        """Add a measure behind the others of its track, with the values of these fields. Return the keys it took."""
        with self.counted() as count:
            await self._choose_track(measure["track"])
            await self.press("ctrl+n")
            await self.write(measure["activity"])
            await self.press("tab")
            await self.write(measure["unit"])
            await self.press("tab")
            boxes = set(map(str, measure["planned"]))
            await self.press(*sorted(boxes ^ self._ticked()), "enter")
            if self.desk.main.where == "tracks":
                await self.press("down" if self.desk.main.query_one(TrackList).is_row else "right")
            await self.press(*map(str, measure.get("done", ())))
            texts = {key: measure[key] for key in ("result", "dropped") if measure.get(key)}
            await self._fill_in({**texts, **fields}, measure.get("evidence", ()))
            await self.press(*["escape"] * (2 if self.desk.editor is not None else 1))
        return count[0]

    def _ticked(self) -> set[str]:
        return set(map(str, self.desk.app.screen.query_one(QuarterBoxes).ticked))

    async def _choose_track(self, code: str) -> None:
        main = self.desk.main
        if main.track == code:
            return
        if main.where != "tracks":
            await self.press("left")
        codes = ["", *(track.code for track in main.session.register.tracks)]
        arrows = ("left", "right") if main.query_one(TrackList).is_row else ("up", "down")
        await self._move(codes.index(code) - codes.index(main.track), *arrows)
        await self.desk.until(lambda: main.track == code, "for the track")

    async def _fill_in(self, texts: dict[str, str], evidence: list[str]) -> None:
        """Write texts from the result on, each field behind the other."""
        left, pieces = dict(texts), list(evidence)
        if not left and not pieces:
            return
        await self.press("f2")
        for _field in range(MOST_FIELDS):
            editor, detail = self.desk.editor, self.desk.detail
            field = editor.field if editor is not None else detail.position.field if detail.position else ""
            if field == "evidence" and pieces:
                await self._add_evidence(pieces)
                pieces = []
            elif field in left:
                await self.write(left.pop(field))
            if not left and not pieces:
                return
            await self.press("tab")
        raise AssertionError(f"no place for {left}, {pieces}")

    async def _add_evidence(self, pieces: list[str]) -> None:
        for number, line in enumerate(pieces):
            piece = parse_link(line)
            await self.press("enter" if number < 2 else "ctrl+n")
            if number == 1:  # the list of the pieces
                await self.press("ctrl+n")
            await self.write(piece.label)
            await self.press("enter")
            await self.write(piece.target)
            await self.press("enter")
        if len(pieces) > 1:
            await self.press("escape")

    # The report ----------------------------------------------------------------------------------

    async def printed(self, form: str, for_round: str, width: int) -> str:
        """Return the report by a form and for a round (empty: the year), at so many cells, as F8 shows it."""
        await self._choose_track("")
        await self.desk.pilot.resize_terminal(width + FRAME, TALL)
        await self.press("f8")
        await self.desk.until(lambda: isinstance(self.desk.app.screen, ReportScreen), "for the report")
        register = self.desk.main.session.register
        await self.press("f", str(form_names(register).index(form) + 1))
        rounds = [each.name for each in register.rounds]
        if for_round:
            await self.press("r", str(rounds.index(for_round) + 1))
        pane = self.desk.app.screen.query_one(PrintedLines)
        assert pane.width == width
        shown = [line[1:-2].rstrip() for line in self.desk.lines[1:-2]]
        await self.press("escape")
        return "\n".join(shown).rstrip()
