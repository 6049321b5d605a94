"""Commands on measures and quarters: tick, add, remove, move."""

import pytest

from itatui.store import RegisterFile
from tests.support import registers
from tests.support.desk import NARROW, WIDE, Desk, open_screen
from tests.tui.conftest import Make

REFS = [f"{track}-2567-{number}" for track in ("iit", "eit", "oit") for number in (1, 2, 3)]


def ids(desk: Desk) -> list[str]:
    """Return the ids of the measures in the file."""
    return [measure.id for measure in desk.on_disk().measures]


@pytest.mark.parametrize(("keys", "done"), [("1234", set()), ("ๅ/-ภ", set()), ("11", {1, 2, 3, 4}), ("2ภ", {1, 3})])
async def test_quarters_are_ticked_on_both_layouts(file: RegisterFile, keys: str, done: set[int]) -> None:
    async with open_screen(file) as desk:
        await desk.write(keys, pause=0.3)
        await desk.saved()
        assert desk.on_disk().measures[0].done == done
        assert desk.main.shown[0].done == done


async def test_plan_and_progress_are_ticked_by_space(make: Make) -> None:
    async with open_screen(make(registers.late())) as desk:
        await desk.go_to("planned.4")
        await desk.press("space", "down", "space", "left", "space")
        await desk.saved()
        first = desk.on_disk().measures[0]
        assert (sorted(first.planned), sorted(first.done)) == ([1, 2, 3], [1, 3, 4])


@pytest.mark.parametrize(("down", "field"), [(0, "done.2"), (1, "done.4"), (3, "done.3"), (4, "done.3")])
async def test_f4_goes_to_the_open_quarter(make: Make, down: int, field: str) -> None:
    async with open_screen(make(registers.late())) as desk:
        await desk.press(*["down"] * down, "f4")
        assert desk.detail.position is not None
        assert (desk.main.where, desk.detail.position.field) == ("detail", field)


@pytest.mark.parametrize("keys", [("enter",), ("escape",), ("n",), ("right", "left", "enter")], ids="-".join)
async def test_measure_is_kept_when_removal_is_cancelled(file: RegisterFile, keys: tuple[str, ...]) -> None:
    async with open_screen(file) as desk:
        await desk.press("delete", *keys)
        await desk.saved()
        assert ids(desk) == REFS
        assert desk.app.screen is desk.main


@pytest.mark.parametrize("answer", ["y", "ั"])
async def test_measure_is_removed_when_confirmed(file: RegisterFile, answer: str) -> None:
    async with open_screen(file) as desk:
        await desk.press("down", "delete")
        await desk.write(answer)
        await desk.saved()
        assert ids(desk) == [REFS[0], *REFS[2:]]
        assert desk.main.current == REFS[2]


async def test_last_measure_is_removed(make: Make) -> None:
    register = registers.late()
    async with open_screen(make(register._replace(measures=register.measures[:1]))) as desk:
        await desk.press("delete", "right", "enter")
        await desk.saved()
        assert ids(desk) == []
        assert "ยังไม่มีมาตรการ" in desk.text
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk().measures == register.measures[:1]


async def test_removal_names_measures_reported_with_it(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("end", "up", "up", "delete")
        assert "OIT-2" in desk.text


async def test_measure_is_added_after_the_current(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
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
async def test_no_measure_is_added_without_text(file: RegisterFile, text: str, key: str) -> None:
    async with open_screen(file) as desk:
        await desk.press("ctrl+n")
        await desk.write(text)
        await desk.press(key)
        await desk.saved()
        assert ids(desk) == REFS


async def test_measure_is_added_after_a_removed_one(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("ctrl+n")
        await desk.write("ใหม่")
        other = RegisterFile(file.path)
        other.apply(registers.without(other.load(), 0))
        await desk.poll()
        await desk.press("enter")
        await desk.saved()
        assert sorted(measure.activity for measure in desk.on_disk().measures_of("IIT"))[-1] == "ใหม่"
        assert len(ids(desk)) == 9


async def test_added_measure_is_shown_despite_the_filter(make: Make) -> None:
    async with open_screen(make(registers.late())) as desk:
        await desk.press("l", "ctrl+n")
        await desk.write("ใหม่")
        await desk.press("enter")
        await desk.saved()
        measure = desk.main.current_measure()
        assert measure is not None
        assert measure.activity == "ใหม่"
        assert "ใหม่" in desk.text


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_measure_is_moved_on_both_layouts(file: RegisterFile, size: tuple[int, int]) -> None:
    first, second, third, *others = REFS
    async with open_screen(file, size) as desk:
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


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_plan_and_ticks_in_the_detail_reach_all_marked(file: RegisterFile, size: tuple[int, int]) -> None:
    async with open_screen(file, size) as desk:
        before = desk.on_disk().measures
        await desk.press(*["space"] * 5, "f4")
        await desk.go_to("planned.4")
        await desk.press("space")
        await desk.saved()
        assert [4 in measure.planned for measure in desk.on_disk().measures] == [False] * 5 + [True] * 4
        assert any("5" in message and "^Z" in message for message in desk.messages)
        await desk.go_to("done.1")
        await desk.press("space")
        await desk.saved()
        assert [1 in measure.done for measure in desk.on_disk().measures] == [False] * 5 + [True] * 4
        await desk.press("ctrl+z", "ctrl+z")
        await desk.saved()
        assert desk.on_disk().measures == before


async def test_f4_goes_to_a_marked_measure(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("space", "space", "f4")
        assert desk.main.current == REFS[0]
        assert desk.main.detailed == REFS[0]


async def test_units_in_the_detail_are_asked_for_all_marked(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("space", "space")
        await desk.go_to("responsible")
        await desk.press("enter")
        await desk.write("กองคลัง")
        await desk.press("enter")
        await desk.saved()
        assert [measure.responsible == ("กองคลัง",) for measure in desk.on_disk().measures][:3] == [True, True, False]
