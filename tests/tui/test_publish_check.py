"""The publish check on the screen: the list, the way from field to field, quieting, and the count in the tracks."""

import threading
from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.domain.measure import Evidence
from itatui.domain.register import Register
from itatui.domain.values import NO_VALUES
from itatui.store import RegisterFile
from itatui.store.config import config_path
from itatui.tui.screens.check import CheckScreen
from itatui.tui.screens.main import screen as main_screen
from itatui.tui.screens.setup.screen import SetupScreen
from itatui.tui.session import publish_check
from itatui.tui.session.publish_check import PublishCheck
from tests import reference
from tests.support import registers
from tests.support.borders import torn
from tests.support.clashes import write_elsewhere
from tests.support.desk import NARROW, Desk, open_screen
from tests.support.year import year_environment
from tests.tui.conftest import AT_ONCE_S, Make

pytestmark = pytest.mark.usefixtures("own_home")

LINK = Evidence("รายงาน", "https://pakkran.example/report.pdf")


def with_evidence(register: Register) -> Register:
    """Return a register whose measures have evidence, so that fewer findings are left."""
    return register._replace(measures=tuple(each._replace(evidence=(LINK,)) for each in register.measures))


async def open_check(desk: Desk, key: str = "ctrl+k") -> CheckScreen:
    await desk.press(key)
    screen = desk.app.screen
    assert isinstance(screen, CheckScreen)
    await desk.until(lambda: screen.current_row is not None, "for the findings")
    await desk.pilot.pause()
    return screen


@pytest.mark.parametrize("key", ["ctrl+k", "ctrl+า"])
async def test_the_key_lists_the_findings_the_worst_first_and_says_what_is_right(
    make: Make, tmp_path: Path, key: str
) -> None:
    async with open_screen(make(with_evidence(registers.late())), environment=year_environment(tmp_path)) as desk:
        await open_check(desk, key)
        places = [
            desk.text.index(words)
            for words in ("พร้อมเผยแพร่ 6 จาก 9", "ต้องแก้ก่อนเผยแพร่: 3", "! ถึงกำหนดไตรมาส 1 – 2", "ควรตรวจดู")
        ]
        assert places == sorted(places)
        await desk.press("home")
        assert "IIT-2, EIT-2, EIT-3, OIT-1, OIT-2, OIT-3" in desk.text


async def test_enter_goes_to_the_field_and_the_key_again_to_the_next_finding_that_is_left(
    make: Make, tmp_path: Path
) -> None:
    async with open_screen(make(with_evidence(registers.late())), environment=year_environment(tmp_path)) as desk:
        await open_check(desk)
        await desk.press("enter")
        position = desk.detail.position
        assert (desk.main.current_measure(), desk.main.where) == (desk.main.shown[2], "detail")
        assert position is not None and position.field == "result"
        assert "ยังไม่มีสรุปผล" in desk.messages[-1] and "^K" in desk.messages[-1]
        await desk.write("ส")
        await desk.write("รุปแล้ว")
        assert desk.editor is not None
        await desk.press("ctrl+k")
        await desk.until(lambda: desk.main.current == desk.main.shown[3].id, "for the next measure")
        await desk.pilot.pause()
        position = desk.detail.position
        assert position is not None and position.field == "planned.1"


async def test_the_list_comes_back_behind_the_last_finding_and_from_the_list_of_measures(
    make: Make, tmp_path: Path
) -> None:
    register = with_evidence(registers.late())
    async with open_screen(make(register), environment=year_environment(tmp_path)) as desk:
        screen = await open_check(desk)
        await desk.press("end", "enter")  # the scores or another finding of the register, or of the last track
        await desk.press("escape", "escape")
        desk.main.go_to_pane("measures")
        assert await open_check(desk) is not screen


async def test_a_finding_behind_a_filter_is_gone_to(make: Make, tmp_path: Path) -> None:
    async with open_screen(make(with_evidence(registers.late())), environment=year_environment(tmp_path)) as desk:
        desk.main.session.set_filter(desk.main.session.filter._replace(track="OIT"))
        await open_check(desk)
        await desk.press("enter")
        assert desk.main.current_measure() is not None
        assert desk.main.session.register.ref(desk.main.current_measure()) == "IIT-3"  # type: ignore[arg-type]


async def test_findings_of_a_track_and_of_the_register_are_gone_to(make: Make, tmp_path: Path) -> None:
    register = with_evidence(reference.register())
    register = register._replace(
        title="(รอชื่อ)", tracks=(*register.tracks[:2], register.tracks[2]._replace(outcome="(รอเติม)"))
    )
    async with open_screen(make(register), environment=year_environment(tmp_path)) as desk:
        await open_check(desk)
        await desk.press("home", "down", "down", "enter")
        setup = desk.app.screen
        assert isinstance(setup, SetupScreen)
        await desk.until(lambda: "(รอชื่อ)" in setup.row(setup.list.at, 100)[1][0], "for the title")
        await desk.press("escape")
        desk.main.go_to_pane("measures")
        await open_check(desk)
        await desk.press("home", "down", "down", "down", "enter")
        position = desk.detail.position
        assert desk.main.track == "OIT" and position is not None
        assert position[:2] == ("track", "outcome")


async def test_a_rule_is_quieted_with_a_reason_and_applied_again(make: Make, tmp_path: Path) -> None:
    file = make(with_evidence(registers.late()))
    async with open_screen(file, environment=year_environment(tmp_path)) as desk:
        screen = await open_check(desk)
        await desk.press("s")
        await desk.press("enter")
        assert "ต้องให้เหตุผล" in desk.messages[-1]
        await desk.press("s")
        await desk.write("รอรายงานรวมปลายปี")
        await desk.press("enter")
        await desk.saved()
        assert desk.on_disk().measures[2].more.get("quiet.no-result") == "รอรายงานรวมปลายปี"
        await desk.until(lambda: "ต้องแก้ก่อนเผยแพร่: 2" in desk.text, "for the list")
        assert "เลิกใช้ข้อตรวจ" in "\n".join(desk.messages)
        await desk.press("end")
        assert "รอรายงานรวมปลายปี" in desk.text
        await desk.press("s")
        await desk.saved()
        assert desk.on_disk().measures[2].more.get("quiet.no-result") == ""
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk().measures[2].more.get("quiet.no-result") == "รอรายงานรวมปลายปี"
        assert desk.app.screen is screen


async def test_a_rule_is_quieted_for_the_register_and_applied_again(make: Make, tmp_path: Path) -> None:
    register = with_evidence(reference.register())
    quieted = NO_VALUES.put("quiet.claim", "ตัวเลขอยู่ในภาคผนวก")
    register = register._replace(title="(รอชื่อ)", more=quieted)
    async with open_screen(make(register), environment=year_environment(tmp_path)) as desk:
        await open_check(desk)
        await desk.press("home", "down", "down", "s")
        await desk.write("ชื่อจะกำหนดภายหลัง")
        await desk.press("enter")
        await desk.saved()
        assert desk.on_disk().more.get("quiet.placeholder") == "ชื่อจะกำหนดภายหลัง"
        await desk.press("end", "s")
        await desk.saved()
        assert desk.on_disk().more.pairs == (("quiet.placeholder", "ชื่อจะกำหนดภายหลัง"),)


async def test_the_open_list_follows_changes_by_others(make: Make, tmp_path: Path) -> None:
    file = make(with_evidence(registers.late()))
    async with open_screen(file, environment=year_environment(tmp_path)) as desk:
        await open_check(desk)
        write_elsewhere(file, "result", "ทำแล้ว", at=2)
        await desk.poll()
        await desk.until(lambda: "ยังไม่มีสรุปผล" not in desk.text, "for the list")


async def test_damaged_rules_of_the_agency_are_told_in_the_list(file: RegisterFile, tmp_path: Path) -> None:
    own = config_path().with_name("rules.toml")
    own.parent.mkdir(parents=True)
    own.write_text("[[rule]]\nname = 3\n", encoding="utf-8")
    async with open_screen(file, environment=year_environment(tmp_path)) as desk:
        await desk.press("ctrl+k")
        await desk.until(lambda: "rules.toml" in desk.text, "for the reason")
        await desk.press("enter", "s", "escape")
        assert desk.app.screen is desk.main


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count the findings as soon as the program is idle, and after each change."""
    monkeypatch.setattr(main_screen, "COUNT_DELAY_S", AT_ONCE_S)
    monkeypatch.setattr(publish_check, "REST_S", AT_ONCE_S)


@pytest.mark.usefixtures("counting")
async def test_the_tracks_count_what_is_to_be_fixed_and_follow_changes(make: Make, tmp_path: Path) -> None:
    file = make(with_evidence(registers.late()))
    async with open_screen(file, environment=year_environment(tmp_path)) as desk:
        await desk.until(lambda: "ต้องแก้ 3" in desk.text, "for the count")
        third = file.load().measures[2]
        RegisterFile(file.path).apply(set_field(third, "result", "ทำแล้ว"), set_field(third, "done.1", after=True))
        await desk.poll()
        await desk.until(lambda: "ต้องแก้ 2" in desk.text, "for the count")
        desk.main.session.set_filter(desk.main.session.filter._replace(track="IIT"))
        await desk.until(lambda: "ต้องแก้ 0" in desk.text, "for that of the track")


@pytest.mark.usefixtures("counting")
async def test_keys_work_while_the_findings_are_counted(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released, begun = threading.Event(), threading.Event()
    check = PublishCheck._check

    def held(self: PublishCheck, *state: object) -> publish_check.Answer:
        begun.set()
        released.wait(10)
        return check(self, *state)  # type: ignore[arg-type]

    monkeypatch.setattr(PublishCheck, "_check", held)
    async with open_screen(make(registers.late()), environment=year_environment(tmp_path)) as desk:
        await desk.until(begun.is_set, "for the check")
        await desk.press("down", "1")
        await desk.saved()
        assert "ต้องแก้" not in desk.text
        released.set()
        await desk.until(lambda: "ต้องแก้" in desk.text, "for the count")


@pytest.mark.parametrize("size", [NARROW, (200, 60)], ids=["60x20", "200x60"])
async def test_the_list_and_its_help_fit_every_size(make: Make, tmp_path: Path, size: tuple[int, int]) -> None:
    async with open_screen(make(registers.late()), size, environment=year_environment(tmp_path)) as desk:
        await open_check(desk)
        assert torn(desk.app, desk.lines) == []
        assert "ยังไม่มีหลักฐาน" in desk.text and "Enter" in desk.foot and "Esc" in desk.foot
        await desk.press("f1")
        await desk.until(lambda: "ไปยังช่องที่ต้องแก้" in desk.text, "for the help")
