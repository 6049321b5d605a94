"""Editing keys, row by row of `table_of_keys.txt`, which is written by hand and never recorded."""

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
SYMBOLS = str.maketrans({"␣": " ", "⇥": "\t", "⏎": "\n"})
ROW = re.compile("(?P<before>.+?)(?: «(?P<told>.*)»)? → (?P<after>.*)")
CLICKS = {"click": 1, "double": 2, "triple": 3}
CLUSTER_KINDS = ["กา", "ที่", "น้ำ", "กั๊", "เ", "ฤๅ", "e\u0301", "👩\u200d💻", "⇥", "๒", "␣", "ๆ", "⏎"]
"""Clusters that the table must contain for each of the main keys."""


def sections() -> dict[str, list[str]]:
    """Return the rows of the table by the keys at the head of each section."""
    result: dict[str, list[str]] = {}
    for part in TABLE.read_text("utf-8").split("\n== ")[1:]:
        keys, *rows = part.strip().splitlines()
        result[keys] = rows
    return result


def read(written: str) -> tuple[str, Selection]:
    """Return text and selection of a cell of the table."""
    plain = written.translate(SYMBOLS)
    text = re.sub(r"[\[\]|]", "", plain)
    ends = {sign: _location(re.sub(r"[\[\]|]", "", plain[: plain.index(sign)])) for sign in "|[]" if sign in plain}
    cursor = ends["|"]
    if "[" not in ends:
        return text, Selection(cursor, cursor)
    return text, Selection(ends["]"] if cursor == ends["["] else ends["["], cursor)


def _location(before: str) -> Location:
    return before.count("\n"), len(before.rpartition("\n")[2])


def written(text: str, selection: Selection) -> str:
    """Return text and selection in the notation of the table."""
    first, final = sorted(selection)
    if first == final:
        marks = [(final, "|")]
    else:
        inner = ["[|", "]"] if selection.end == first else ["[", "|]"]
        marks = [(final, inner[1]), (first, inner[0])]
    lines = text.split("\n")
    for (row, column), sign in marks:
        lines[row] = lines[row][:column] + sign + lines[row][column:]
    return "\n".join(lines).translate({ord(plain): chr(sign) for sign, plain in SYMBOLS.items()})


class Sheet(App[None]):
    """An app with nothing but a text area."""

    CSS = "ThaiTextArea { width: 20; height: 6; padding: 0; }"

    def compose(self) -> ComposeResult:
        """The text area."""
        yield ThaiTextArea()


async def act(pilot: Pilot[None], key: str, argument: str) -> None:
    """Press the key, or do what the argument says."""
    area = pilot.app.query_one(ThaiTextArea)
    if key == "type":
        for character in argument.translate(SYMBOLS):
            pilot.app.post_message(events.Key(_character_to_key(character), character))
    elif key == "paste":
        pilot.app.post_message(events.Paste(argument.translate(SYMBOLS)))
    elif key in CLICKS:
        await pilot.click(ThaiTextArea, offset=_offset(argument), times=CLICKS[key])
    elif key == "drag":
        start, end = map(_offset, argument.split(".."))
        await pilot.mouse_down(ThaiTextArea, offset=start)
        await pilot.hover(ThaiTextArea, offset=end)
        await pilot.mouse_up(ThaiTextArea, offset=end)
    else:
        pilot.app.post_message(events.Key(key, None))
    await pilot.pause()
    row, column = area.cursor_location
    assert 0 <= column <= len(area.document.get_line(row))


def _offset(argument: str) -> tuple[int, int]:
    x, _comma, y = argument.partition(",")
    return int(x), int(y or 0)


@pytest.mark.parametrize("keys", list(sections()))
async def test_keys_behave_as_in_the_table(keys: str) -> None:
    faults = []
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
            if (result := written(area.text, area.selection)) != match["after"]:
                faults.append(f"{row}   but   {result}")
    assert not faults, "\n".join([keys, *faults])


def _joined(rows: list[str]) -> Iterator[str]:
    for row in rows:
        match = ROW.fullmatch(row)
        assert match
        yield re.sub(r"[\[\]|]", "", match["before"] + (match["told"] or ""))


@pytest.mark.parametrize("key", ["left", "right", "backspace", "delete"])
def test_every_kind_of_cluster_is_in_the_table(key: str) -> None:
    texts = "\n".join(_joined(sections()[key]))
    assert [kind for kind in CLUSTER_KINDS if kind not in texts] == []


def test_the_table_has_no_cursor_inside_a_cluster() -> None:
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
