"""The table of what each key does in a text, row by row. `table_of_keys.txt` is written by hand, never recorded."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.document._document import Location, Selection
from textual.keys import _character_to_key
from textual.pilot import Pilot

from itatui.thai import clusters
from itatui.tui.text_input.text_area import ThaiTextArea

TABLE = Path(__file__).parent / "table_of_keys.txt"
WIDTH = 20
SIGNS = str.maketrans({"␣": " ", "⇥": "\t", "⏎": "\n"})
ROW = re.compile("(?P<before>.+?)(?: «(?P<told>.*)»)? → (?P<after>.*)")
CLICKS = {"click": 1, "double": 2, "triple": 3}
KINDS = ["กา", "ที่", "น้ำ", "กั๊", "เ", "ฤๅ", "e\u0301", "👩\u200d💻", "⇥", "๒", "␣", "ๆ", "⏎"]
"""Without which a key's part of the table would not be whole."""


def sections() -> dict[str, list[str]]:
    """The rows of the table, by the keys at the head of each part."""
    found: dict[str, list[str]] = {}
    for part in TABLE.read_text("utf-8").split("\n== ")[1:]:
        keys, *rows = part.strip().splitlines()
        found[keys] = rows
    return found


def read(written: str) -> tuple[str, Selection]:
    """A text of the table, with where its selection begins and where the cursor is."""
    plain = written.translate(SIGNS)
    text = re.sub(r"[\[\]|]", "", plain)
    ends = {sign: _location(re.sub(r"[\[\]|]", "", plain[: plain.index(sign)])) for sign in "|[]" if sign in plain}
    cursor = ends["|"]
    if "[" not in ends:
        return text, Selection(cursor, cursor)
    return text, Selection(ends["]"] if cursor == ends["["] else ends["["], cursor)


def _location(before: str) -> Location:
    return before.count("\n"), len(before.rpartition("\n")[2])


def written(text: str, selection: Selection) -> str:
    """The other way round."""
    first, final = sorted(selection)
    if first == final:
        marks = [(final, "|")]
    else:
        inner = ["[|", "]"] if selection.end == first else ["[", "|]"]
        marks = [(final, inner[1]), (first, inner[0])]
    lines = text.split("\n")
    for (row, column), sign in marks:
        lines[row] = lines[row][:column] + sign + lines[row][column:]
    return "\n".join(lines).translate({ord(plain): chr(sign) for sign, plain in SIGNS.items()})


class Sheet(App[None]):
    """An area, and nothing else."""

    CSS = "ThaiTextArea { width: 20; height: 6; padding: 0; }"

    def compose(self) -> ComposeResult:
        """The area."""
        yield ThaiTextArea()


async def act(pilot: Pilot[None], key: str, told: str) -> None:
    """Does what a part of the table says."""
    area = pilot.app.query_one(ThaiTextArea)
    if key == "type":
        for character in told.translate(SIGNS):
            pilot.app.post_message(events.Key(_character_to_key(character), character))
    elif key == "paste":
        pilot.app.post_message(events.Paste(told.translate(SIGNS)))
    elif key in CLICKS:
        await pilot.click(ThaiTextArea, offset=_pointed(told), times=CLICKS[key])
    elif key == "drag":
        start, end = map(_pointed, told.split(".."))
        await pilot.mouse_down(ThaiTextArea, offset=start)
        await pilot.hover(ThaiTextArea, offset=end)
        await pilot.mouse_up(ThaiTextArea, offset=end)
    else:
        pilot.app.post_message(events.Key(key, None))
    await pilot.pause()
    row, column = area.cursor_location
    assert 0 <= column <= len(area.document.get_line(row))


def _pointed(told: str) -> tuple[int, int]:
    x, _comma, y = told.partition(",")
    return int(x), int(y or 0)


@pytest.mark.parametrize("keys", list(sections()))
async def test_what_a_key_does_is_what_the_table_says(keys: str) -> None:
    wrong = []
    async with Sheet().run_test(size=(WIDTH, 6)) as pilot:
        area = pilot.app.query_one(ThaiTextArea)
        for row in sections()[keys]:
            match = ROW.fullmatch(row)
            assert match, row
            text, selection = read(match["before"])
            area.load_text(text)
            area.selection = selection
            area.record_cursor_width()
            await pilot.pause()
            for key in keys.split():
                await act(pilot, key, match["told"] or "")
            if (found := written(area.text, area.selection)) != match["after"]:
                wrong.append(f"{row}   but   {found}")
    assert not wrong, "\n".join([keys, *wrong])


def _joined(rows: list[str]) -> Iterator[str]:
    for row in rows:
        match = ROW.fullmatch(row)
        assert match
        yield re.sub(r"[\[\]|]", "", match["before"] + (match["told"] or ""))


@pytest.mark.parametrize("key", ["left", "right", "backspace", "delete"])
def test_each_kind_of_cluster_is_in_the_table(key: str) -> None:
    texts = "\n".join(_joined(sections()[key]))
    assert [kind for kind in KINDS if kind not in texts] == []


def test_the_table_itself_never_has_a_cursor_inside_a_cluster() -> None:
    for rows in sections().values():
        for row in rows:
            match = ROW.fullmatch(row)
            assert match, row
            for text, selection in map(read, (match["before"], match["after"])):
                for line, column in selection:
                    whole = text.split("\n")[line]
                    edges = [0]
                    for cluster in clusters(whole):
                        edges.append(edges[-1] + len(cluster))
                    assert column in edges, row
