"""Texts of fields that cannot be saved: kept as drafts, and back when the field is opened again."""

from pathlib import Path

import pytest

from itatui.domain.change import Edit
from itatui.domain.own_field import OwnField
from itatui.domain.own_field_edits import add_own_field
from itatui.store import RegisterFile
from itatui.tui.session.save_state import SaveState
from tests.support.desk import Desk
from tests.support.draft_desk import WAYS, kept, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


async def open_wrong_field(desk: Desk) -> str:
    """Type a text that is no value of its field. Return the text."""
    await desk.go_to("reported_with")
    await desk.press("enter", "f7")
    await desk.write("IIT-99")
    assert desk.editor is not None
    await desk.until(lambda: desk.editor is not None and desk.editor.text == "IIT-99")
    return "IIT-99"


async def test_a_text_that_is_no_value_is_kept_and_comes_back(file: RegisterFile, folder: Path) -> None:
    async with opened(file, folder) as desk:
        text = await open_wrong_field(desk)
        await desk.press("escape")
        assert desk.editor is not None
        assert desk.main.session.save_status.state is SaveState.REFUSED
        await desk.press("escape")
        assert desk.editor is None
        assert "เก็บ" in desk.messages[-1]
    async with opened(file, folder) as desk:
        await desk.go_to("reported_with")
        await desk.press("enter")
        assert desk.editor is not None
        assert desk.editor.text == text
        await desk.press("ctrl+z")
        assert desk.editor.text != text
        await desk.press("escape")
        assert desk.editor is None
        await desk.until(lambda: kept(folder) == [], "for the draft to go")


@pytest.mark.parametrize("way", ["ctrl+q", "signal"])
async def test_a_text_that_is_no_value_survives_the_end(file: RegisterFile, folder: Path, way: str) -> None:
    async with opened(file, folder) as desk:
        text = await open_wrong_field(desk)
        if way == "ctrl+q":
            await desk.press("ctrl+q")
        await WAYS[way](desk)
    assert [draft["text"] for draft in kept(folder)] == [text]


async def test_a_text_in_conflict_survives_a_kill(file: RegisterFile, folder: Path) -> None:
    measure = file.load().measures[0]
    async with opened(file, folder) as desk:
        await desk.press("f2")
        await desk.write("ของฉัน")
        RegisterFile(file.path).apply(Edit("measure", measure.id, "result", measure.result, "ของเขา"))
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.editor is not None and desk.editor.contested, "for the conflict")
        await desk.until(lambda: kept(folder) != [], "for the draft")
        assert kept(folder) == [{"text": f"{measure.result}ของฉัน", "base": measure.result}]
        desk.app.drafts.texts.clear()
        desk.main.session.last_edits.clear()
    async with opened(file, folder) as desk:
        await desk.press("f2")
        assert desk.editor is not None
        assert desk.editor.text == f"{measure.result}ของฉัน"
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.editor is not None and desk.editor.contested, "for the conflict")
    assert file.load().measures[0].result != "ของเขา"
    assert "ของเขา" in file.load().measures[0].result


async def test_a_date_that_is_being_typed_is_kept_and_read_when_its_field_is_left(
    file: RegisterFile, folder: Path
) -> None:
    file.apply(*add_own_field(file.load(), OwnField("start", "measure", "date", "วันที่เริ่ม")))
    async with opened(file, folder) as desk:
        await desk.go_to("start")
        await desk.press("f2")
        desk.messages.clear()
        await desk.write("15/1")
        assert desk.editor is not None
        desk.editor.report()  # as a second later
        await desk.until(lambda: [draft["text"] for draft in kept(folder)] == ["15/1"], "for the draft")
        await desk.until(lambda: desk.main.session.save_status.state is SaveState.DRAFT, "for the header to say so")
        assert desk.messages == []
        await desk.write("/2570")
        await desk.press("escape")
        await desk.saved()
        assert desk.on_disk().measures[0].more.get("start") == "2027-01-15"
        await desk.until(lambda: kept(folder) == [], "for the draft to go")
    assert len(file.history()) == 2, "the field, and one value"
