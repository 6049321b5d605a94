"""Cursor keys in the command palette go by cluster and Thai word."""

import pytest

from itatui.store import RegisterFile
from itatui.tui.text_input.command_input import ThaiInput
from tests.support.desk import open_screen

ROWS = [
    ("ที่", "left", "|ที่"),
    ("น้ำ", "shift+left", "|น้ำ"),
    ("น้ำ", "left right", "น้ำ|"),
    ("ให้งาน", "ctrl+left", "ให้|งาน"),
    ("ให้งาน", "home ctrl+right", "ให้|งาน"),
    ("ให้งาน", "ctrl+w", "ให้|"),
    ("ให้งาน", "home ctrl+delete", "|งาน"),
    ("ที่", "backspace", "ที|"),
    ("ที่นี่", "home delete", "|นี่"),
]


@pytest.mark.parametrize(("typed", "keys", "after"), ROWS)
async def test_keys_in_the_palette(file: RegisterFile, typed: str, keys: str, after: str) -> None:
    async with open_screen(file) as desk:
        await desk.press("ctrl+p")
        await desk.write(typed)
        field = desk.app.screen.query_one(ThaiInput)
        assert field.value == typed
        await desk.press(*keys.split())
        assert f"{field.value[: field.cursor_position]}|{field.value[field.cursor_position :]}" == after
