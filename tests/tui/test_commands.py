"""Every command of the table, in every pane and state: it changes something in sight, or tells why not."""

from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.domain.filter import Filter
from itatui.domain.register import Register
from itatui.store import RegisterFile
from itatui.store.config import SettingsFile
from itatui.store.recent import RecentRegisters
from itatui.tui.commands import COMMANDS, TEXTS, of_main
from itatui.tui.environment import Environment
from tests import reference
from tests.support import registers
from tests.support.desk import Desk, open_screen
from tests.tui.conftest import Make

pytestmark = pytest.mark.usefixtures("own_home")

PANES = {"tracks": ("left",), "measures": (), "detail": ("right",), "quarters": ("f4",)}
STATES: dict[str, Register] = {
    "empty": registers.empty(),
    "whole": reference.register(),
    "one track": reference.register()._replace(
        tracks=reference.register().tracks[:1],
        measures=tuple(m for m in reference.register().measures if m.track == "IIT"),
    ),
    "nothing found": reference.register(),
    "empty track": reference.register()._replace(
        measures=tuple(m for m in reference.register().measures if m.track != "OIT")
    ),
}
KEYS = sorted({key for command in COMMANDS if of_main(command) for key in command.keys} - {"ctrl+q", "f12", "ctrl+l"})
"""All keys but those that leave the program or send the picture again."""
SIGNS = frozenset(key for key in KEYS if len(key) == 1 or key in ("space", "question_mark"))


def environment(folder: Path) -> Environment:
    return Environment(settings=SettingsFile(folder / "config.toml"), shelf=RecentRegisters())


def narrow(desk: Desk, state: str) -> None:
    if state == "nothing found":
        desk.main.session.set_filter(Filter(text="ไม่มีคำนี้"))
    elif state == "empty track":
        desk.main.session.set_filter(Filter(track="OIT"))


async def has_effect(desk: Desk, key: str) -> bool:
    """Press a key; return whether it changed the picture or told something."""
    before = (desk.app.screen, desk.lines, desk.main.place)
    desk.messages.clear()
    await desk.press(key)
    await desk.until(lambda: not desk.main.session.queue.busy, "for the saves")
    await desk.pilot.pause()
    return bool(desk.messages) or (desk.app.screen, desk.lines, desk.main.place) != before


async def close(desk: Desk) -> None:
    """Close whatever a key has opened."""
    if desk.main.editor is not None:
        desk.main.close_editor()
    while desk.app.screen is not desk.main:
        await desk.press("escape")
        await desk.pilot.pause()


@pytest.mark.parametrize(
    ("state", "pane"),
    [
        *((state, pane) for state in ("empty", "whole") for pane in PANES),
        *((state, "measures") for state in ("one track", "nothing found", "empty track")),
    ],
)
async def test_no_command_key_is_dead(make: Make, tmp_path: Path, state: str, pane: str) -> None:
    dead = []
    async with open_screen(make(STATES[state]), environment=environment(tmp_path)) as desk:
        for key in KEYS:
            await close(desk)
            desk.main.session.set_filter(Filter())
            narrow(desk, state)
            desk.main.go_to_pane("measures")
            await desk.press(*PANES[pane])
            if desk.main.place in TEXTS and key in SIGNS:
                continue  # it begins to write
            if not await has_effect(desk, key):
                dead.append(key)
        await close(desk)
    assert dead == []


async def test_no_command_key_is_dead_in_a_register_that_cannot_be_written(file: RegisterFile, tmp_path: Path) -> None:
    file.path.chmod(0o444)
    dead = []
    async with open_screen(file, environment=environment(tmp_path)) as desk:
        for key in ("1", "ctrl+z", "ctrl+n", "delete", "f2", "[", "f7"):
            await close(desk)
            desk.main.go_to_pane("measures")
            before = (desk.app.screen, desk.lines)
            desk.messages.clear()
            await desk.press(key)
            if not desk.messages and (desk.app.screen, desk.lines) == before:
                dead.append(key)
        await close(desk)
    assert dead == []


@pytest.mark.parametrize(
    ("state", "key", "words"),
    [
        ("empty", "1", "ยังไม่มีมาตรการ กด ^N เพื่อเพิ่ม"),
        ("empty", "f5", "ยังไม่มีมาตรการ กด ^N เพื่อเพิ่ม"),
        ("nothing found", "f4", "กด Esc เพื่อแสดงทั้งหมด"),
        ("empty track", "delete", "OIT ยังไม่มีมาตรการ"),
        ("whole", "ctrl+z", "ยังไม่มีรายการให้เลิกทำ"),
        ("whole", "ctrl+y", "ยังไม่มีรายการให้ทำซ้ำ"),
        ("whole", "[", "อยู่แรกสุดของแบบวัดแล้ว"),
        ("whole", "ctrl+s", "บันทึกไว้ครบแล้ว"),
    ],
)
async def test_a_command_that_cannot_work_says_why(make: Make, state: str, key: str, words: str) -> None:
    async with open_screen(make(STATES[state])) as desk:
        narrow(desk, state)
        await desk.press(key)
        assert [message for message in desk.messages if words in message]


@pytest.mark.parametrize(
    ("state", "absent", "present"),
    [
        ("empty", ["F2", "F3", "F4", "F5", "^Z", "L ", "Del"], ["F1", "F8", "^N"]),
        ("nothing found", ["F2", "F4", "Del"], ["F3", "F5", "^N"]),
        ("whole", ["^Z"], ["F2", "F4", "F5", "Del"]),
    ],
)
async def test_the_footer_leaves_out_what_does_not_work_now(
    make: Make, state: str, absent: list[str], present: list[str]
) -> None:
    async with open_screen(make(STATES[state]), (170, 36)) as desk:
        narrow(desk, state)
        await desk.press("home")
        assert [key for key in absent if f" {key} " in desk.foot] == []
        assert [key for key in present if f" {key} " not in desk.foot] == []


@pytest.mark.parametrize(
    ("keys", "out"),
    [
        *((keys, "^Q") for keys in (*PANES.values(), ("f2",), ("f3",))),
        *((keys, "Esc") for keys in (("f6",), ("f8",), ("f7",), ("ctrl+r",))),
    ],
    ids=[*PANES, "editor", "find", "overview", "report", "history", "register"],
)
async def test_help_and_the_way_out_are_in_the_narrowest_footer(
    file: RegisterFile, keys: tuple[str, ...], out: str
) -> None:
    async with open_screen(file, (60, 20)) as desk:
        await desk.press("4")
        await desk.saved()
        for key in keys:
            await desk.press(key)
            await desk.pilot.pause()
        await desk.until(lambda: f" {out} " in desk.lines[-1], "for the way out")
        assert " F1 " in desk.lines[-1]


async def test_undo_joins_the_footer_with_the_first_change_and_leaves_it_when_undone(file: RegisterFile) -> None:
    async with open_screen(file, (170, 36)) as desk:
        await desk.press("4")
        await desk.saved()
        assert " ^Z " in desk.foot
        await desk.press("ctrl+z")
        await desk.saved()
        await desk.until(lambda: " ^Z " not in desk.foot, "for the footer")
        await desk.press("ctrl+y")
        await desk.saved()
        await desk.until(lambda: " ^Z " in desk.foot, "for the footer")


async def test_a_change_made_elsewhere_by_the_same_user_can_be_undone(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        first = file.load().measures[0]
        RegisterFile(file.path).apply(set_field(first, "done.4", after=True))
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk().measures[0].done == first.done


@pytest.mark.parametrize("pane", ["tracks", "measures"])
async def test_lines_pasted_into_the_list_become_measures_after_a_question(make: Make, pane: str) -> None:
    async with open_screen(make(registers.empty())) as desk:
        await desk.press(*PANES[pane])
        await desk.paste("1. จัดอบรม\n2. ประกาศนโยบาย\n3. ตรวจสอบ")
        await desk.until(lambda: "3 บรรทัด" in desk.text, "for the question")
        assert file_measures(desk) == []
        await desk.press("y", "enter")
        await desk.saved()
        assert file_measures(desk) == ["จัดอบรม", "ประกาศนโยบาย", "ตรวจสอบ"]


async def test_a_line_pasted_into_the_list_stands_in_the_new_measure(make: Make) -> None:
    async with open_screen(make(registers.empty())) as desk:
        await desk.paste("จัดอบรม")
        await desk.until(lambda: "จัดอบรม" in desk.text, "for the text")
        await desk.press("escape")
        await desk.saved()
        assert file_measures(desk) == []


def file_measures(desk: Desk) -> list[str]:
    return [measure.activity for measure in desk.on_disk().measures]
