"""Drawing of text areas: cursor, selection, tabs, and few redrawn lines."""

import pytest
from rich.segment import Segment

from itatui.store import RegisterFile
from itatui.thai import cells
from itatui.tui.text_input.text_area import ThaiTextArea
from tests.support.desk import Desk, open_screen

LONG = "ประชาชนได้รับบริการที่สะดวกรวดเร็วโปร่งใสตรวจสอบได้" * 40


async def paste_into_field(desk: Desk, text: str) -> ThaiTextArea:
    """Open an empty field and paste a text into it."""
    await desk.go_to("outcome")
    await desk.press("enter")
    await desk.paste(text)
    editor = desk.main.editor
    assert editor is not None
    return editor


def text_in_style(area: ThaiTextArea, name: str) -> list[str]:
    """Return the text drawn in a style, line by line."""
    style = area.style(name)
    lines = [list(area.render_line(y)) for y in range(area.size.height)]
    return [
        "".join(segment.text for segment in line if isinstance(segment, Segment) and segment.style == style)
        for line in lines
    ]


async def test_cursor_covers_a_letter_with_its_marks(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        area = await paste_into_field(desk, "ที่ทำน้ำ")
        await desk.press("left")
        assert text_in_style(area, "caret")[0] == "น้ำ"
        await desk.press("home")
        assert text_in_style(area, "caret")[0] == "ที่"


async def test_selection_is_highlighted_across_lines_and_paragraphs(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        area = await paste_into_field(desk, "หนึ่งสอง\nสามสี่\nห้าหก")
        await desk.press("up", "up", "home", "right", "right", "shift+down", "shift+down")
        assert area.selected_text == "งสอง\nสามสี่\nห้า"
        assert [
            line + caret
            for line, caret in zip(text_in_style(area, "selected"), text_in_style(area, "caret"), strict=True)
        ][:3] == [
            "งสอง",
            "สามสี่",
            "ห้าห",
        ]


async def test_tab_is_drawn_up_to_the_next_stop(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        area = await paste_into_field(desk, "ทำ\tน้ำ")
        line = "".join(segment.text for segment in area.render_line(0))
        assert "\t" not in line
        assert (cells(line[: line.index("น้ำ")]) - 2) in range(1, 9)
        assert area.text == "ทำ\tน้ำ"


async def test_cursor_is_visible_at_the_end_of_a_full_line(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        area = await paste_into_field(desk, "ก")
        await desk.paste("ก" * (area.wrap_width - 1))
        assert len("".join(text_in_style(area, "caret"))) == 1
        assert area.wrapped_document.height == 1


async def test_a_typed_letter_redraws_only_the_changed_lines(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[int] = []
    render = ThaiTextArea.render_line

    def count(self: ThaiTextArea, y: int) -> object:
        rendered.append(y)
        return render(self, y)

    async with open_screen(file) as desk:
        area = await paste_into_field(desk, LONG)
        await desk.write("ก")
        await desk.press("left", "right")
        monkeypatch.setattr(ThaiTextArea, "render_line", count)
        await desk.write("า")
        await desk.until(lambda: rendered)
        assert len(rendered) <= 2 < area.size.height


async def test_a_paste_of_paragraphs_is_undone_and_redone(file: RegisterFile) -> None:
    text_pasted = "ต้นปี\nกลางปี\n" + LONG[:300] + "\nปลายปี"
    async with open_screen(file) as desk:
        area = await paste_into_field(desk, "ก่อน")
        await desk.press("enter")
        await desk.paste(text_pasted)
        await desk.press("ctrl+z")
        assert text_pasted not in area.text
        await desk.press("ctrl+y", "up", "end", "ctrl+z", "ctrl+y")
        assert area.text == f"ก่อน\n{text_pasted}"
