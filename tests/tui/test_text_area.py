"""The area in which texts are written: what it draws, and how little of it for a letter."""

import pytest
from rich.segment import Segment

from itatui.store import RegisterFile
from itatui.thai import cells
from itatui.tui.text_input.text_area import ThaiTextArea
from tests.support.desk import Desk, sitting

LONG = "ประชาชนได้รับบริการที่สะดวกรวดเร็วโปร่งใสตรวจสอบได้" * 40


async def writes(desk: Desk, text: str) -> ThaiTextArea:
    """Opens an empty field, and pastes a text into it."""
    await desk.go_to("outcome")
    await desk.press("enter")
    await desk.paste(text)
    editor = desk.main.editor
    assert editor is not None
    return editor


def marked(area: ThaiTextArea, name: str) -> list[str]:
    """What is drawn in a look, line by line."""
    look = area.style(name)
    lines = [list(area.render_line(y)) for y in range(area.size.height)]
    return ["".join(each.text for each in line if isinstance(each, Segment) and each.style == look) for line in lines]


async def test_the_cursor_is_on_a_letter_with_all_its_marks(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        area = await writes(desk, "ที่ทำน้ำ")
        await desk.press("left")
        assert marked(area, "caret")[0] == "น้ำ"
        await desk.press("home")
        assert marked(area, "caret")[0] == "ที่"


async def test_what_is_selected_is_marked_over_lines_and_paragraphs(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        area = await writes(desk, "หนึ่งสอง\nสามสี่\nห้าหก")
        await desk.press("up", "up", "home", "right", "right", "shift+down", "shift+down")
        assert area.selected_text == "งสอง\nสามสี่\nห้า"
        assert [line + pen for line, pen in zip(marked(area, "selected"), marked(area, "caret"), strict=True)][:3] == [
            "งสอง",
            "สามสี่",
            "ห้าห",
        ]


async def test_a_tab_takes_the_cells_to_the_next_stop(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        area = await writes(desk, "ทำ\tน้ำ")
        line = "".join(segment.text for segment in area.render_line(0))
        assert "\t" not in line
        assert (cells(line[: line.index("น้ำ")]) - 2) in range(1, 9)
        assert area.text == "ทำ\tน้ำ"


async def test_the_end_of_a_full_line_still_shows_the_cursor(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        area = await writes(desk, "ก")
        await desk.paste("ก" * (area.wrap_width - 1))
        assert len("".join(marked(area, "caret"))) == 1
        assert area.wrapped_document.height == 1


async def test_a_letter_in_a_long_text_has_only_what_it_changes_drawn(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    render = ThaiTextArea.render_line

    def counted(self: ThaiTextArea, y: int) -> object:
        drawn.append(y)
        return render(self, y)

    async with sitting(file) as desk:
        area = await writes(desk, LONG)
        await desk.write("ก")
        await desk.press("left", "right")
        monkeypatch.setattr(ThaiTextArea, "render_line", counted)
        await desk.write("า")
        await desk.until(lambda: drawn)
        assert len(drawn) <= 2 < area.size.height


async def test_a_paste_of_paragraphs_is_taken_back_and_made_again(file: RegisterFile) -> None:
    pasted = "ต้นปี\nกลางปี\n" + LONG[:300] + "\nปลายปี"
    async with sitting(file) as desk:
        area = await writes(desk, "ก่อน")
        await desk.press("enter")
        await desk.paste(pasted)
        await desk.press("ctrl+z")
        assert pasted not in area.text
        await desk.press("ctrl+y", "up", "end", "ctrl+z", "ctrl+y")
        assert area.text == f"ก่อน\n{pasted}"
