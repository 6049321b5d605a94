"""Every name of Textual and Rich that is private, or not made to be replaced, and that the screen lives by.

Each is there, and each is asked: an upgrade that moves one of them fails here, with its name, and not before a person.
"""

from collections.abc import Callable
from typing import Any

import pytest
from rich.segment import Segment
from textual import content
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.document import _wrapped_document
from textual.document._document import Document
from textual.document._edit import Edit
from textual.document._history import EditHistory
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Region
from textual.widgets import TextArea

from itatui.store import RegisterFile
from itatui.tui.app import ItatuiApp
from itatui.tui.terminal import line_breaking
from itatui.tui.terminal.screen_diff import ScreenDiff
from itatui.tui.text_input.cursor import ClusterTextArea
from itatui.tui.text_input.line_input import LineInput
from itatui.tui.text_input.undo import TextHistory
from tests.support.desk import Desk, sitting

LONG = "ประชาสัมพันธ์หรือเผยแพร่คู่มือให้แก่บุคคลภายนอก" * 4
Act = Callable[[Desk], Any]

REPLACED = [
    (_wrapped_document, "compute_wrap_offsets", "_editor_breaks"),
    (content, "divide_line", "_label_breaks"),
    (Segment, "split_cells", "_split_cells"),
]
"""What is replaced, where, and by what of `itatui.tui.terminal.line_breaking`."""

OVERRIDDEN = [
    (ClusterTextArea, TextArea, "_validate_selection"),
    (ClusterTextArea, TextArea, "_recompute_cursor_offset"),
    (ClusterTextArea, TextArea, "record_cursor_width"),
    (ClusterTextArea, TextArea, "find_matching_bracket"),
    (ClusterTextArea, TextArea, "get_target_document_location"),
    (ClusterTextArea, TextArea, "get_cursor_left_location"),
    (ClusterTextArea, TextArea, "get_cursor_right_location"),
    (ClusterTextArea, TextArea, "get_cursor_up_location"),
    (ClusterTextArea, TextArea, "get_cursor_down_location"),
    (ClusterTextArea, TextArea, "get_cursor_word_left_location"),
    (ClusterTextArea, TextArea, "get_cursor_word_right_location"),
    (ClusterTextArea, TextArea, "get_cursor_line_start_location"),
    (ClusterTextArea, TextArea, "get_cursor_line_end_location"),
    (ClusterTextArea, TextArea, "action_cursor_page_up"),
    (ClusterTextArea, TextArea, "action_cursor_page_down"),
    (ClusterTextArea, TextArea, "action_delete_left"),
    (ClusterTextArea, TextArea, "action_delete_word_right"),
    (LineInput, TextArea, "_on_key"),
    (LineInput, TextArea, "_on_paste"),
    (LineInput, TextArea, "_replace_via_keyboard"),
    (TextHistory, EditHistory, "record"),
    (TextHistory, EditHistory, "_pop_undo"),
    (ItatuiApp, ItatuiApp.__mro__[2], "_display"),
]
"""What of ours takes the place of what of theirs."""

KEYS = (
    *("left", "right", "up", "down", "home", "end", "ctrl+left", "ctrl+right", "pageup", "pagedown"),
    *("backspace", "ctrl+w", "ctrl+delete", "ctrl+z", "ctrl+y"),
)


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, told: list[str], label: str) -> None:
    """Has every call of it noted."""
    theirs = getattr(owner, name)

    def ours(*given: Any, **named: Any) -> Any:
        told.append(label)
        return theirs(*given, **named)

    monkeypatch.setattr(owner, name, ours)


async def work(desk: Desk) -> None:
    """A little of everything that a person does with a text."""
    desk.main.tell(LONG)
    await desk.press("f2")
    editor = desk.main.editor
    assert editor is not None
    await desk.write("ที่")
    await desk.paste(LONG)
    await desk.pilot.click(type(editor), offset=(3, 0))
    await desk.press(*KEYS, "escape", "f3")
    await desk.write("ที่")
    await desk.paste("น้ำ\n")
    await desk.press("enter")


async def test_each_of_them_is_asked(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    for owner, name, ours in REPLACED:
        monkeypatch.setattr(owner, name, getattr(owner, name))  # put back afterwards
        counted(monkeypatch, line_breaking, ours, asked, name)
    for mine, _theirs, name in OVERRIDDEN:
        counted(monkeypatch, mine, name, asked, f"{mine.__name__}.{name}")
    async with sitting(file, notifications=True) as desk:
        await work(desk)
    wanted = [name for _owner, name, _ours in REPLACED]
    wanted += [f"{mine.__name__}.{name}" for mine, _theirs, name in OVERRIDDEN]
    assert [name for name in wanted if name not in asked] == []


@pytest.mark.parametrize(("mine", "theirs", "name"), OVERRIDDEN)
def test_each_of_them_is_there(mine: type, theirs: type, name: str) -> None:
    assert name in vars(mine)
    assert any(name in vars(base) for base in theirs.__mro__)


def test_what_is_read_of_a_text_is_there() -> None:
    document = Document("ก\nข")
    assert WrappedDocument(document)._offset_to_line_info == [(0, 0), (1, 0)]
    history = EditHistory(9, 9.0, 9)
    assert (list(history._undo_stack), list(history._redo_stack), history._force_end_batch) == ([], [], False)
    edit = Edit("ค", (0, 0), (0, 0), maintain_selection_offset=False)
    assert edit._edit_result is None
    assert (edit.top, edit.text) == ((0, 0), "ค")
    for name in ("_draw_cursor", "_delete_via_keyboard"):
        assert name in vars(TextArea)


async def test_what_is_sent_comes_as_the_frame_reads_it(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[type] = set()
    update = ScreenDiff.update

    def noted(self: ScreenDiff, what: LayoutUpdate | ChopsUpdate) -> object:
        seen.add(type(what))
        if isinstance(what, LayoutUpdate):
            assert isinstance(what.region, Region)
            assert what.strips
        else:
            assert len(what.chops) == len(what.chop_ends)
            assert all(len(span) == 3 for span in what.spans)
        return update(self, what)

    monkeypatch.setattr(ScreenDiff, "update", noted)
    async with sitting(file) as desk:
        await desk.press("down", "f1", "escape")
    assert seen == {LayoutUpdate, ChopsUpdate}
