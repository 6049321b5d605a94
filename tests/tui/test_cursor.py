"""The cursor in wrapped text: always visible, at both ends of a row."""

from itertools import accumulate
from random import Random

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.pilot import Pilot

from itatui.thai import cells, clusters
from itatui.tui.text_input.text_area import ThaiTextArea

WIDTH = 12
"""Eleven cells of text, and one for the cursor at the end of a row."""
FULL = "การบริหารส่วนตำบล"
"""การบริหารส่วน fills the first row, ตำบล is in the second."""
STRANGE = "\n".join([FULL, "", f"{FULL[:13]}     งาน", "่าง\tก\t่า", "กั๊ก 👩\u200d💻👍🏽 เพื่อ漢字น้ำใจ", "ก" * 30, "ทำ   "])


class Sheet(App[None]):
    """An app with nothing but a text area."""

    CSS = "ThaiTextArea { width: 12; height: 3; padding: 0; overflow: hidden; }"

    def compose(self) -> ComposeResult:
        """The text area."""
        yield ThaiTextArea()


async def sheet(pilot: Pilot[None], text: str) -> ThaiTextArea:
    """Return the text area with a text and the cursor at the start."""
    area = pilot.app.query_one(ThaiTextArea)
    area.load_text(text)
    await pilot.pause()
    return area


def carets(area: ThaiTextArea) -> list[tuple[int, int, str]]:
    """Return row, cell and text of every drawn cursor."""
    carets_ = []
    for y in range(area.size.height):
        x = 0
        for segment in area.render_line(y):
            if segment.style == area.style("caret"):
                carets_.append((y, x, segment.text))
            x += cells(segment.text)
    return carets_


@pytest.mark.parametrize("key", ["right", "left"])
@pytest.mark.parametrize("modifier", ["", "shift+"])
async def test_the_cursor_is_visible_everywhere(key: str, modifier: str) -> None:
    async with Sheet().run_test(size=(WIDTH, 3)) as pilot:
        area = await sheet(pilot, STRANGE)
        await pilot.press("ctrl+home" if key == "right" else "ctrl+end")
        last = area.document.end if key == "right" else (0, 0)
        steps, most = 0, len(STRANGE)
        while area.cursor_location != last:
            pilot.app.post_message(events.Key(modifier + key, None))
            await pilot.pause()
            steps += 1
            assert steps <= most
            row, column = area.cursor_location
            (_y, x, under) = carets(area)[0]
            assert len(carets(area)) == 1
            assert x + cells(under) <= WIDTH, (row, column)
            assert cells(under), (row, column)
            letter = (clusters(STRANGE.split("\n")[row][column:]) or [""])[0]
            assert under == letter or under.isspace() or under[1:] == letter
        assert steps == len([each for line in STRANGE.split("\n") for each in (*clusters(line), "\n")]) - 1


async def test_up_and_down_visit_every_row() -> None:
    async with Sheet().run_test(size=(WIDTH, 3)) as pilot:
        area = await sheet(pilot, STRANGE)
        await pilot.press("right", "right", "right")
        rows = [area.row_of(area.cursor_location)]
        for _line in range(area.wrapped_document.height):
            await pilot.press("down")
            rows.append(area.row_of(area.cursor_location))
            assert len(carets(area)) == 1
        assert rows == [*range(area.wrapped_document.height), rows[-2]]


async def test_end_goes_past_the_last_letter_of_the_row() -> None:
    async with Sheet().run_test(size=(WIDTH, 3)) as pilot:
        area = await sheet(pilot, FULL)
        await pilot.press("end")
        assert carets(area) == [(0, 11, " ")]
        await pilot.press("home")
        assert (area.cursor_location, carets(area)) == ((0, 0), [(0, 0, "ก")])
        await pilot.press("end", "right")
        assert carets(area)[0][0] == 1
        await pilot.press("up", "end", "down")
        assert carets(area) == [(1, 4, " ")]
        await pilot.press("up")
        assert carets(area)[0][0] == 0
        await pilot.press("end", "left", "right")
        assert carets(area) == [(1, 0, "ตำ")]


async def test_typing_at_the_end_of_a_row_inserts_there() -> None:
    async with Sheet().run_test(size=(WIDTH, 3)) as pilot:
        area = await sheet(pilot, FULL)
        await pilot.press("end", "x")
        assert area.text == "การบริหารส่วนxตำบล"
        assert len(carets(area)) == 1


async def test_spaces_at_a_soft_break_follow_the_end_of_the_row() -> None:
    async with Sheet().run_test(size=(WIDTH, 3)) as pilot:
        area = await sheet(pilot, f"{FULL[:13]}   งาน")
        await pilot.press("end")
        assert (area.cursor_location, carets(area)) == ((0, 13), [(0, 11, " ")])
        await pilot.press("right", "right")
        assert carets(area) == [(0, 11, " ")]
        await pilot.press("right")
        assert carets(area) == [(1, 0, "ง")]


@pytest.mark.parametrize(("offset", "caret"), [((11, 0), (0, 11, " ")), ((0, 1), (1, 0, "ตำ")), ((9, 1), (1, 4, " "))])
async def test_a_click_past_the_end_stays_in_the_row(offset: tuple[int, int], caret: tuple[int, int, str]) -> None:
    async with Sheet().run_test(size=(WIDTH, 3)) as pilot:
        area = await sheet(pilot, FULL)
        await pilot.click(ThaiTextArea, offset=Offset(*offset))
        assert carets(area) == [caret]


async def test_page_keys_keep_the_cell() -> None:
    async with Sheet().run_test(size=(WIDTH, 3)) as pilot:
        area = await sheet(pilot, "\n".join(["น้ำใจ", "กขคง", "ก"] * 4))
        await pilot.press("right", "right", "pagedown")
        assert area.cursor_location == (3, 4)
        await pilot.press("pagedown", "down", "pageup")
        assert area.cursor_location == (4, 3)
        assert len(carets(area)) == 1


async def test_a_tab_does_not_break_the_word_after_it() -> None:
    async with Sheet().run_test(size=(WIDTH, 3)) as pilot:
        area = await sheet(pilot, f"ก\t{FULL}")
        assert area.wrapped_document.get_offsets(0) == [2, 15]


async def test_a_paste_of_20000_characters_is_undone() -> None:
    text_pasted = (FULL + "ที่นี่มีน้ำใจ ") * 700
    async with Sheet().run_test(size=(WIDTH, 3)) as pilot:
        area = await sheet(pilot, "ก")
        await pilot.press("end")
        pilot.app.post_message(events.Paste(text_pasted))
        await pilot.pause()
        assert (area.text, len(text_pasted) >= 20_000) == (f"ก{text_pasted}", True)
        assert len(carets(area)) == 1
        await pilot.press("ctrl+z")
        assert area.text == "ก"


KEYS = [
    *("left", "right", "up", "down", "home", "end", "pageup", "pagedown", "ctrl+home", "ctrl+end"),
    *("shift+left", "shift+right", "shift+up", "shift+down", "ctrl+left", "ctrl+right", "ctrl+shift+left"),
    *("backspace", "delete", "ctrl+w", "ctrl+delete", "ctrl+u", "ctrl+k", "ctrl+x", "enter", "ctrl+z", "ctrl+y"),
]
LETTERS = [*"กทนาเี่ำ้ๆ x5\u0301\u200d", "ที่นี่\nมีน้ำใจ", "ให้งาน ดี", "\tก", "👩\u200d💻"]


@pytest.mark.parametrize("seed", range(6))
async def test_random_keys_can_be_undone_and_redone(seed: int) -> None:
    chance = Random(seed)
    async with Sheet().run_test(size=(WIDTH, 3)) as pilot:
        area = await sheet(pilot, STRANGE)
        for _press in range(150):
            if chance.random() < 0.5:
                pilot.app.post_message(events.Key(chance.choice(KEYS), None))
            else:
                area.post_message(events.Paste(chance.choice(LETTERS)))
            if chance.random() < 0.5:
                continue
            await pilot.pause()
            row, column = area.cursor_location
            line = area.document.get_line(row)
            assert column in accumulate(map(len, clusters(line)), initial=0), line
            assert len(carets(area)) == 1
        await pilot.pause()
        after = area.text
        while area.history.undo_stack:
            area.action_undo()
        assert area.text == STRANGE
        while area.history.redo_stack:
            area.action_redo()
        assert area.text == after
        await pilot.pause()
        assert len(carets(area)) == 1
