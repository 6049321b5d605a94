"""From the first start to a year of nine measures in three tracks, by real keys at 80×24, and the count of keys."""

import re
from pathlib import Path
from typing import NamedTuple

from itatui.domain.quarters import ALL, quarters
from itatui.store import RegisterFile
from tests import reference
from tests.support.officer import open_app, quit_app
from tests.support.terminal import Server, Terminal

MOST_KEYS = 6
"""Keys a measure, beside its text."""
IDLE_POLLS = 4
"""Polls without output after which the next key is pressed: a sixth of a second decides whether a sign stands alone."""


class Step(NamedTuple):
    """Keys, by tmux's names, and the text that follows them."""

    keys: tuple[str, ...]
    text: str = ""


NEXT = ("C-n",)
STEPS = (
    # The register: the year is as proposed.
    Step(("Down", "Enter"), reference.register().agency),
    Step(("C-s", "Escape")),  # behind the form, everything else about the register is offered once
    # The first track: the units are typed once, the plan is as proposed.
    Step(("Left", "Right", "C-n"), "จัดทำคู่มือการให้บริการ"),
    Step(("Tab",), "สำนักปลัด"),
    Step(NEXT, "อบรมมาตรฐานการปฏิบัติงาน"),
    Step(NEXT, "มอบหมายงานตามตำแหน่ง"),
    Step(("Enter",)),
    # The second: the only unit known is proposed and replaced; the first quarter is taken out of the plan.
    Step(("Right", "C-n"), "จัดให้มีช่องทางร้องเรียน"),
    Step(("Tab",), "กองคลัง"),
    Step(("Tab", "ๅ")),
    Step(NEXT, "จัดทำบริการออนไลน์"),
    Step(NEXT, "ประชาสัมพันธ์ขั้นตอน"),
    Step(("Enter",)),
    # The third: two units are ticked in the list.
    Step(("Right", "C-n"), "เผยแพร่แผนการใช้จ่าย"),
    Step(("F4", "Space", "Down", "Space", "Enter")),
    Step(NEXT, "รายงานการจัดซื้อจัดจ้าง"),
    Step(NEXT, "เผยแพร่ข้อมูลบนเว็บไซต์"),
    Step(("Enter",)),
    # Two results.
    Step(("Enter", "Home", "F2"), "เผยแพร่แล้วในเดือนตุลาคม"),
    Step(("C-g",), "รายงานแล้วทุกเดือน"),
    Step(("Escape",)),
)


def take(server: Server, terminal: Terminal, step: Step) -> None:
    """Press the keys of a step, each of which changes the picture, and type its text."""
    for key in step.keys:
        before = coloured(server, terminal)
        terminal.press(key)
        terminal.wait_until(lambda before=before: coloured(server, terminal) != before)  # type: ignore[misc]
        terminal.wait_until_idle(IDLE_POLLS)
    if step.text:
        terminal.write(step.text)
        terminal.wait_until_idle(IDLE_POLLS)


def coloured(server: Server, terminal: Terminal) -> str:
    """Return the picture with its colours."""
    return server.command("capture-pane", "-e", "-p", "-t", terminal.name)


def test_first_year_takes_few_keys_and_no_help(server: Server, environment: dict[str, str]) -> None:
    terminal = server.itatui(size=(80, 24))
    terminal.wait_for("ยินดีต้อนรับสู่ itatui", "Enter เปิด")
    terminal.wait_until_idle()
    for step in STEPS:
        take(server, terminal, step)
    assert quit_app(terminal) == 0
    (path,) = Path(environment["XDG_DATA_HOME"], "itatui").glob("*.json")
    new = RegisterFile(path)
    register = new.load()
    by_track = [register.measures_of(track.code) for track in register.tracks]
    assert [len(measures) for measures in by_track] == [3, 3, 3]
    first, second, third = by_track
    assert {(each.responsible, each.planned) for each in first} == {(("สำนักปลัด",), ALL)}
    assert {(each.responsible, each.planned) for each in second} == {(("กองคลัง",), quarters([2, 3, 4]))}
    assert {(frozenset(each.responsible), each.planned) for each in third} == {(frozenset({"สำนักปลัด", "กองคลัง"}), ALL)}
    assert [each.result for each in third] == ["เผยแพร่แล้วในเดือนตุลาคม", "รายงานแล้วทุกเดือน", ""]
    keys = [key for step in STEPS for key in step.keys]
    assert "F1" not in keys and len(keys) / 9 <= MOST_KEYS


def frames(server: Server, terminal: Terminal) -> list[str]:
    """Return the colours of the lower left corners of the three fields, from the top."""
    corners = []
    for coloured_line, line in zip(coloured(server, terminal).split("\n"), terminal.lines, strict=False):
        if re.search("│ +└─+┘ +│", line):
            before = coloured_line[: coloured_line.index("└")]
            corners.append(re.findall("\x1b\\[[0-9;]*m", before)[-1])
    return corners


def test_a_single_field_has_the_frame_of_the_focus(server: Server, file: RegisterFile) -> None:
    terminal = open_app(server, file, (80, 24))
    terminal.press("C-n")
    terminal.wait_for("IIT-2", "^N: ")
    terminal.wait_until_idle()
    for focused in (0, 1, 2):
        colours = frames(server, terminal)
        assert len(colours) == 3
        assert [colour != colours[focused - 1] for colour in colours] == [field == focused for field in range(3)]
        terminal.press("Tab")
        terminal.wait_until_idle()
    terminal.press("Escape")
    terminal.wait_until_idle()
    assert quit_app(terminal) == 0
