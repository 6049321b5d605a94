"""Undo and redo, also of changes of an earlier run."""

from itatui.store import RegisterFile
from tests.support.desk import open_screen


async def test_undo_takes_back_the_last_change_and_redo_makes_it_again(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("1", "down", "2")
        await desk.saved()
        await desk.press("ctrl+z")
        await desk.saved()
        first, second, *_others = desk.on_disk().measures
        assert (sorted(first.done), sorted(second.done)) == ([2, 3, 4], [1, 2, 3, 4])
        ticked, also_ticked, undone = desk.messages
        assert ("IIT-1" in ticked, "IIT-2" in also_ticked, "IIT-2" in undone) == (True, True, True)
        assert "^Y" in undone
        await desk.press("f9")
        await desk.saved()
        assert sorted(desk.on_disk().measures[0].done) == [1, 2, 3, 4]
        assert desk.main.current == first.id  # the cursor goes to the change
        await desk.press("ctrl+y", "f10")
        await desk.saved()
        first, second, *_others = desk.on_disk().measures
        assert (sorted(first.done), sorted(second.done)) == ([2, 3, 4], [1, 3, 4])
        assert desk.main.register == desk.on_disk()


async def test_undo_after_a_restart(file: RegisterFile) -> None:
    before = file.load()
    async with open_screen(file) as desk:
        await desk.press("f2", "f7")
        await desk.write("น้ำใจงาม")
        await desk.press("escape", "1")
        await desk.saved()
    async with open_screen(RegisterFile(file.path)) as desk:
        await desk.press("ctrl+z", "ctrl+z")
        await desk.saved()
        assert desk.on_disk() == before
        assert desk.main.register == before
        assert "น้ำใจงาม" not in desk.text
    async with open_screen(RegisterFile(file.path)) as desk:
        await desk.press("ctrl+y")
        await desk.saved()
        assert desk.on_disk().measures[0].result == "น้ำใจงาม"


async def test_run_of_typing_is_undone_as_one_change(file: RegisterFile) -> None:
    before = file.load()
    async with open_screen(file) as desk:
        await desk.press("f2")
        for text in (" หนึ่ง", " สอง", " สาม"):
            await desk.write(text)
            await desk.press("ctrl+s")
            await desk.saved()
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[0].result == before.measures[0].result + " หนึ่ง สอง สาม"
        assert len(file.history()) == 1
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk() == before


async def test_undo_without_changes_is_reported(file: RegisterFile) -> None:
    before = file.load()
    async with open_screen(file) as desk:
        await desk.press("ctrl+z")
        await desk.saved()
        await desk.press("ctrl+y")
        await desk.saved()
        assert len(desk.messages) == 2
        assert "บันทึกไม่ได้" not in desk.head
        await desk.press("1")
        await desk.saved()
        assert sorted(desk.on_disk().measures[0].done) == [2, 3, 4]
        assert desk.on_disk().measures[1:] == before.measures[1:]


async def test_undo_in_the_editor_undoes_typing(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        before = desk.on_disk()
        await desk.press("1")
        await desk.saved()
        await desk.press("f2")
        await desk.write("กขค")
        await desk.press("ctrl+z", "escape")
        await desk.saved()
        assert desk.on_disk().measures[0] == before.measures[0]._replace(done=frozenset({2, 3, 4}))
