"""The commands that change the list and the quarters."""

import pytest

from itatui.store import RegisterFile
from tests.support import registers
from tests.support.desk import NARROW, WIDE, Desk, sitting
from tests.tui.conftest import Make

REFS = [f"{track}-2567-{number}" for track in ("iit", "eit", "oit") for number in (1, 2, 3)]


def ids(desk: Desk) -> list[str]:
    """The measures in the file, in order."""
    return [measure.id for measure in desk.on_disk().measures]


@pytest.mark.parametrize(("keys", "done"), [("1234", set()), ("ๅ/-ภ", set()), ("11", {1, 2, 3, 4}), ("2ภ", {1, 3})])
async def test_ticks_on_both_layouts(file: RegisterFile, keys: str, done: set[int]) -> None:
    async with sitting(file) as desk:
        await desk.write(keys)
        await desk.saved()
        assert desk.on_disk().measures[0].done == done
        assert desk.main.shown[0].done == done


async def test_plan_and_done_by_space(make: Make) -> None:
    async with sitting(make(registers.late())) as desk:
        await desk.go_to("planned.4")
        await desk.press("space", "down", "space", "left", "space")
        await desk.saved()
        first = desk.on_disk().measures[0]
        assert (sorted(first.planned), sorted(first.done)) == ([1, 2, 3], [1, 3, 4])


@pytest.mark.parametrize(("down", "spot"), [(0, "done.2"), (1, "done.4"), (3, "done.3"), (4, "done.3")])
async def test_the_place_of_the_quarters(make: Make, down: int, spot: str) -> None:
    async with sitting(make(registers.late())) as desk:
        await desk.press(*["down"] * down, "f4")
        assert desk.detail.position is not None
        assert (desk.main.where, desk.detail.position.field) == ("detail", spot)


@pytest.mark.parametrize("keys", [("enter",), ("escape",), ("n",), ("right", "left", "enter")], ids="-".join)
async def test_what_does_not_remove(file: RegisterFile, keys: tuple[str, ...]) -> None:
    async with sitting(file) as desk:
        await desk.press("delete", *keys)
        await desk.saved()
        assert ids(desk) == REFS
        assert desk.app.screen is desk.main


@pytest.mark.parametrize("answer", ["y", "ั"])
async def test_what_removes(file: RegisterFile, answer: str) -> None:
    async with sitting(file) as desk:
        await desk.press("down", "delete")
        await desk.write(answer)
        await desk.saved()
        assert ids(desk) == [REFS[0], *REFS[2:]]
        assert desk.main.current == REFS[2]


async def test_removing_the_last_one(make: Make) -> None:
    register = registers.late()
    async with sitting(make(register._replace(measures=register.measures[:1]))) as desk:
        await desk.press("delete", "right", "enter")
        await desk.saved()
        assert ids(desk) == []
        assert "ไม่มีมาตรการ" in desk.text
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk().measures == register.measures[:1]


async def test_who_is_reported_with_it_is_told_before(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("end", "up", "up", "delete")
        assert "OIT-2" in desk.text


async def test_adding_after_the_current_one(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("ctrl+n")
        assert "IIT-2" in desk.text
        await desk.write("ทำความดีที่น้ำใส")
        await desk.press("enter")
        await desk.saved()
        new = desk.on_disk().measures[1]
        assert (new.activity, new.track, desk.main.current) == ("ทำความดีที่น้ำใส", "IIT", new.id)
        assert [each for each in ids(desk) if each != new.id] == REFS


@pytest.mark.parametrize("text", ["", "   "])
@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_what_adds_nothing(file: RegisterFile, text: str, key: str) -> None:
    async with sitting(file) as desk:
        await desk.press("ctrl+n")
        await desk.write(text)
        await desk.press(key)
        await desk.saved()
        assert ids(desk) == REFS


async def test_adding_after_one_that_is_removed_meanwhile(file: RegisterFile) -> None:
    async with sitting(file) as desk:
        await desk.press("ctrl+n")
        await desk.write("ใหม่")
        other = RegisterFile(file.path)
        other.apply(registers.without(other.load(), 0))
        await desk.look_again()
        await desk.press("enter")
        await desk.saved()
        assert sorted(measure.activity for measure in desk.on_disk().measures_of("IIT"))[-1] == "ใหม่"
        assert len(ids(desk)) == 9


async def test_adding_while_the_list_is_narrowed(make: Make) -> None:
    async with sitting(make(registers.late())) as desk:
        await desk.press("l", "ctrl+n")
        await desk.write("ใหม่")
        await desk.press("enter")
        await desk.saved()
        measure = desk.main.current_measure()
        assert measure is not None
        assert measure.activity == "ใหม่"
        assert "ใหม่" in desk.text


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_moving_a_measure_on_both_layouts(file: RegisterFile, size: tuple[int, int]) -> None:
    first, second, third, *others = REFS
    async with sitting(file, size) as desk:
        for sign, order in (
            ("]", (second, first, third)),
            ("ล", (second, third, first)),
            ("ล", (second, third, first)),  # it stays in its track
            ("บ", (second, first, third)),
            ("[", (first, second, third)),
            ("[", (first, second, third)),
        ):
            await desk.write(sign)
            await desk.saved()
            assert ids(desk) == [*order, *others]
            assert desk.main.current == first
