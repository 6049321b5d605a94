"""`PRIVATE_NAMES` lists every private name of a library that the code uses, and the libraries still have each."""

import ast
import importlib
import sys
import tomllib
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import pytest
from rich.segment import Segment
from textual import content
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.document import _wrapped_document
from textual.drivers import linux_driver
from textual.geometry import Region
from textual.widgets.text_area import Document, Edit, EditHistory, WrappedDocument

from itatui.store import RegisterFile
from itatui.tui.terminal import PRIVATE_NAMES, PrivateName, input_parser, line_breaker
from itatui.tui.terminal.screen_diff import ScreenDiff
from tests.support.desk import Desk, open_screen
from tests.support.meetings import open_form, open_meeting
from tests.support.private_names import last, private_names_of, private_uses
from tests.support.sources import ROOT, Function, nodes

ROOMS = ("tui.terminal", "tui.text_input", "tui.app", "tui.startup")
"""Modules of `itatui` that may use private names of Textual and Rich."""
LONG = "ประชาสัมพันธ์หรือเผยแพร่คู่มือให้แก่บุคคลภายนอก" * 4
KEYS = (
    *("left", "right", "up", "down", "home", "end", "ctrl+left", "ctrl+right", "pageup", "pagedown"),
    *("backspace", "ctrl+w", "ctrl+delete", "ctrl+z", "ctrl+y"),
)
ONLY_IN_A_TERMINAL = {"_get_terminal_size", "_sigcont_application", "_handle_exception", "_fatal_error"}
"""Overrides that a test without a terminal and without faults does not reach: see `tests/e2e`."""
REPLACEMENTS = {
    "divide_line": (content, "_label_breaks"),
    "split_cells": (Segment, "_split_cells"),
    "compute_wrap_offsets": (_wrapped_document, "_editor_breaks"),
}
"""Of `itatui.tui.terminal.line_breaker`: each name that it replaces, its owner, and the function in its place."""

NOT_IN_TESTS = {
    "TerminalDriver._get_terminal_size",
    "TerminalDriver._sigcont_application",
    "ItatuiApp._fatal_error",
    "ItatuiApp._handle_exception",
}
"""Overrides that only a real terminal or a fault of the program calls: `tests/e2e` reaches them."""


# The table against the code --------------------------------------------------------------------


def test_every_private_name_in_the_code_is_in_the_table() -> None:
    listed = {(entry.used_in, last(entry.name)) for entry in PRIVATE_NAMES}
    assert sorted(private_uses() - listed) == []


def test_every_entry_of_the_table_is_used() -> None:
    found = private_uses()
    unused = [
        entry
        for entry in PRIVATE_NAMES
        if (entry.used_in, last(entry.name)) not in found and not is_used_publicly(entry)
    ]
    assert unused == []


def is_used_publicly(entry: PrivateName) -> bool:
    """Look for the override of a public method, or a module's name in a stand-in."""
    path = ROOT / "itatui" / (entry.used_in.replace(".", "/") + ".py")
    if entry.use == "override":
        return any(isinstance(node, Function) and node.name == last(entry.name) for node in nodes(path))
    return entry.use == "stand-in" and any(isinstance(n, ast.Constant) and n.value == entry.name for n in nodes(path))


def test_private_names_of_textual_stay_in_their_rooms() -> None:
    assert [entry for entry in PRIVATE_NAMES if not entry.used_in.startswith(ROOMS)] == []


# The table against the libraries ---------------------------------------------------------------


def owner_of(name: str) -> Any:
    """Import the module and the class of a dotted name."""
    parts = name.split(".")[:-1]
    for end in range(len(parts), 0, -1):
        try:
            owner: Any = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            owner = getattr(owner, part)
        return owner
    return sys.modules


@pytest.mark.parametrize("entry", PRIVATE_NAMES, ids=lambda entry: f"{entry.name} in {entry.used_in}")
def test_the_library_has_the_name(entry: PrivateName) -> None:
    if entry.use == "stand-in":
        assert importlib.import_module(entry.name)
        return
    owner, name = owner_of(entry.name), last(entry.name)
    assert hasattr(owner, name) or name in private_names_of(owner)
    if entry.use == "override":
        module = importlib.import_module(f"itatui.{entry.used_in}")
        assert any(name in vars(cls) for cls in vars(module).values() if isinstance(cls, type))


def test_textual_is_pinned_to_the_tested_minor_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "textual>=8.2,<8.3" in project["dependencies"]
    assert version("textual").startswith("8.2.")


def count_calls(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, calls: set[str], label: str) -> None:
    original = getattr(owner, name)

    def counted(*arguments: Any, **named: Any) -> Any:
        calls.add(label)
        return original(*arguments, **named)

    monkeypatch.setattr(owner, name, counted)


async def edit_texts(desk: Desk) -> None:
    """Use every key and the mouse in a field, the search box, and the form of the minutes."""
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
    await open_meeting(desk)
    await open_form(desk)
    await desk.press("shift+tab")  # the list of people
    await desk.paste("ก, ปลัด\nข")


async def test_textual_calls_every_override_and_replacement(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: set[str] = set()
    expected: set[str] = set()
    for name, (owner, ours) in REPLACEMENTS.items():
        monkeypatch.setattr(owner, name, getattr(owner, name))  # restored after the test
        count_calls(monkeypatch, line_breaker, ours, calls, name)
        expected.add(name)
    for entry in PRIVATE_NAMES:
        if entry.use == "override":
            name = last(entry.name)
            module = importlib.import_module(f"itatui.{entry.used_in}")
            for cls in [each for each in vars(module).values() if isinstance(each, type) and name in vars(each)]:
                if cls.__module__ == module.__name__:
                    count_calls(monkeypatch, cls, name, calls, f"{cls.__name__}.{name}")
                    expected.add(f"{cls.__name__}.{name}")
    async with open_screen(file, notifications=True) as desk:
        await edit_texts(desk)
    assert expected - calls == NOT_IN_TESTS


async def test_the_app_and_the_screen_have_what_the_app_reads(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        assert isinstance(desk.app._filters, list)
        assert desk.app._driver is not None and desk.app._running
        assert callable(desk.app.screen._push_result_callback) and desk.app.screen._result_callbacks is not None


def test_the_decoder_and_the_parser_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    for owner, name in (
        (linux_driver, "getincrementaldecoder"),
        (linux_driver, "XTermParser"),
    ):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    input_parser.install(input_parser.InputGate())
    assert isinstance(linux_driver.XTermParser(debug=False), input_parser.InputParser)  # type: ignore[attr-defined]


def test_text_area_data_has_the_expected_shape() -> None:
    assert WrappedDocument(Document("ก\nข"))._offset_to_line_info == [(0, 0), (1, 0)]
    history = EditHistory(9, 9.0, 9)
    assert (list(history._undo_stack), list(history._redo_stack), history._force_end_batch) == ([], [], False)
    edit = Edit("ค", (0, 0), (0, 0), maintain_selection_offset=False)
    assert (edit._edit_result, edit.top, edit.text) == (None, (0, 0), "ค")


async def test_updates_have_the_shape_that_the_diff_reads(file: RegisterFile, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds: set[type] = set()
    original: Callable[..., object] = ScreenDiff.update

    def checked(self: ScreenDiff, update: LayoutUpdate | ChopsUpdate) -> object:
        kinds.add(type(update))
        if isinstance(update, LayoutUpdate):
            assert isinstance(update.region, Region) and update.strips
        else:
            assert len(update.chops) == len(update.chop_ends) and all(len(span) == 3 for span in update.spans)
        return original(self, update)

    monkeypatch.setattr(ScreenDiff, "update", checked)
    async with open_screen(file) as desk:
        await desk.press("down", "f1", "escape")
    assert kinds == {LayoutUpdate, ChopsUpdate}
