"""What a command needs at its first use is loaded in a thread, and keys wait for it."""

import asyncio
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from threading import Event
from types import ModuleType

import pytest
from textual import events

from itatui.resources import resource
from itatui.store import RegisterFile
from itatui.tui import first_use
from itatui.tui.commands import COMMANDS
from itatui.tui.screens.report import ReportScreen
from itatui.tui.screens.settings import SettingsScreen
from itatui.tui.terminal import key_queue
from itatui.tui.terminal.style_rules import StyleRules
from tests.support.desk import PRESS_S, open_screen
from tests.support.first_use_program import FIRST_PICTURE
from tests.support.sources import ROOT
from tools.bench.freezes import STEPS

OTHERS = {"itatui.domain.register_diff", "itatui.store.presence", "itatui.tui.dialogs"}
"""Small modules, without which the table would name each user of the store."""


def test_no_command_imports_on_the_event_loop_at_its_first_use(file: RegisterFile, tmp_path: Path) -> None:
    keys = [" ".join((*step.before, *step.keys, *step.back)) for step in STEPS if step.keys]
    lines = [line for line in keys if line.isascii()]
    result = subprocess.run(
        [sys.executable, "-m", "tests.support.first_use_program", str(file.path), *lines],
        cwd=ROOT,
        env={"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    found = {line: set(names) - OTHERS for line, *names in (row.split("\t") for row in result.stdout.splitlines())}
    assert found.pop(FIRST_PICTURE) == set()
    assert set(found) == set(lines)
    assert {line: names for line, names in found.items() if names} == {}


def test_every_module_and_style_sheet_of_the_table_exists() -> None:
    needs = {need for each in first_use.NEEDS.values() for need in each}
    sheets = {need for need in needs if need.endswith(first_use.SHEET)}
    assert [sheet for sheet in sheets if not resource("styles", sheet).exists()] == []
    assert [module for module in needs - sheets if find_spec(module) is None] == []


def test_every_action_of_the_table_is_a_command() -> None:
    actions = {command.action.partition("(")[0].rpartition(".")[2] for command in COMMANDS}
    assert first_use.NEEDS.keys() - actions <= {"command_palette", "choose", "take", "go_back_to"}


async def test_style_sheets_of_screens_to_come_style_nothing_that_is_shown(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: list[object] = []
    async with open_screen(file) as desk:
        monkeypatch.setattr(StyleRules, "update", lambda _rules, root, **_options: styled.append(root))
        await desk.press("f1", "escape", "f8")
        assert isinstance(desk.app.screen, ReportScreen)
        assert styled == []


async def test_key_behind_a_command_that_is_loading_waits_for_its_screen(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading, loaded = Event(), Event()

    def import_slowly(name: str) -> ModuleType:
        loading.set()
        loaded.wait(30)
        return ModuleType(name)

    monkeypatch.setitem(first_use.NEEDS, "settings", ("not.yet.imported",))
    monkeypatch.setattr(first_use, "import_module", import_slowly)
    monkeypatch.setattr(key_queue, "TIMEOUT_S", 0)
    async with open_screen(file) as desk:
        for key in ("s", "delete"):
            desk.clock.pass_on(PRESS_S)
            desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await desk.until(loading.is_set, "for the settings to load")
        for _turn in range(2 * key_queue.STILL_TURNS):
            await asyncio.sleep(0)
        assert isinstance(desk.app.acting, events.Key) and desk.app.acting.key == "s"  # it is not given up
        loaded.set()
        await desk.keys_done()
        await desk.pilot.pause()
        assert isinstance(desk.app.screen, SettingsScreen)  # not the question of Delete, over the list
