"""Forms on the register screen: changed and copied in the user's own editor, and added with the fields they ask for."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from itatui.domain.edits import set_field
from itatui.domain.form_edits import add_form
from itatui.domain.form_text import Source, parse_form
from itatui.domain.forms import own_form, shipped_text
from itatui.store import RegisterFile
from itatui.tui.app import ItatuiApp
from itatui.tui.dialogs.prompts import Confirm
from itatui.tui.protocols import Borrower
from tests.support.desk import MIDDLE, Desk, open_screen
from tests.support.own_forms import OWN_PLAN
from tests.support.setup_desk import at_setup, open_form

OTHER_LABEL = "sed -i s/ปฏิทินการดำเนินการ/แผนของเรา/"
WRONG = "sed -i s/holds/hods/"
RIGHT = "sed -i s/hods/holds/"


@pytest.fixture(autouse=True)
def _terminal_for_the_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let editors run: they draw nothing, and the application of a test has no terminal to lend."""

    @contextmanager
    def lend(_app: ItatuiApp, _borrower: Borrower) -> Iterator[None]:
        yield

    monkeypatch.setattr(ItatuiApp, "lend_terminal", lend)
    monkeypatch.delenv("VISUAL", raising=False)


async def edit(desk: Desk, monkeypatch: pytest.MonkeyPatch, editor: str, *keys: str) -> None:
    """Edit the form in an editor that is a command, and wait until it has given the text back."""
    monkeypatch.setenv("EDITOR", editor)
    await desk.press(*(keys or ("ctrl+e",)))
    await desk.until(lambda: not any(each.group == "outside" for each in desk.app.workers), "for the editor")
    await desk.pilot.pause()


def asks(desk: Desk) -> bool:
    return isinstance(desk.app.screen, Confirm)


async def test_a_copy_of_a_form_of_itatui_is_changed_and_printed_in_this_register_alone(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_setup(file, "forms", "calendar", MIDDLE) as desk:
        assert "^E" in desk.foot
        await edit(desk, monkeypatch, "true")
        await desk.saved()
        assert desk.on_disk().forms == (), "a text that is as it was makes no copy"
        await edit(desk, monkeypatch, OTHER_LABEL)
        await desk.saved()
        form = own_form(desk.on_disk(), "calendar")
        assert form is not None and form.text == shipped_text("calendar").replace("ปฏิทินการดำเนินการ", "แผนของเรา")
        assert "แผนของเรา" in desk.text
        await desk.press("ctrl+z")
        await desk.saved()
        assert desk.on_disk().forms == ()


async def test_a_text_that_is_no_form_is_told_with_its_place_and_can_be_mended(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_setup(file, "forms", "calendar", MIDDLE) as desk:
        await edit(desk, monkeypatch, WRONG)
        await desk.until(lambda: asks(desk), "for the refusal")
        assert "calendar.toml: columns[1]" in desk.text and "hods" in desk.text
        await desk.press("n")
        assert desk.on_disk().forms == () and "^E" in desk.messages[-1]
        await edit(desk, monkeypatch, "true")
        await desk.until(lambda: asks(desk) and "hods" in desk.text, "for the text that was kept")
        await edit(desk, monkeypatch, f"{RIGHT};{OTHER_LABEL.removeprefix('sed -i ')}", "y")
        await desk.saved()
        assert own_form(desk.on_disk(), "calendar") is not None
        assert desk.main.session.drafts.left() == []


async def test_a_form_that_someone_else_changes_meanwhile_is_not_overwritten(
    file: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shipped_text("calendar")
    file.apply(*add_form(file.load(), parse_form(text, "calendar", Source()), text))
    async with at_setup(file, "forms", "calendar", MIDDLE) as desk:
        wait = file.path.parent / "wait"
        wait.touch()
        monkeypatch.setenv("EDITOR", f"sh -c 'while [ -e {wait} ]; do sleep 0.02; done; {OTHER_LABEL} \"$0\"'")
        await desk.press("ctrl+e")
        other = RegisterFile(file.path)
        other.apply(set_field(other.load().forms[0], "text", text.replace("ปฏิทินการดำเนินการ", "แผนของผู้อื่น")))
        await desk.poll()
        wait.unlink()
        await desk.until(lambda: any("^E" in message for message in desk.messages), "for the words")
        await desk.saved()
        assert "แผนของผู้อื่น" in desk.on_disk().forms[0].text
        await edit(desk, monkeypatch, "true")
        await desk.saved()
        assert "แผนของเรา" in desk.on_disk().forms[0].text, "their text was seen; the officer's own is saved now"


@pytest.mark.parametrize(("answer", "fields"), [("y", ["indicator"]), ("n", [])])
async def test_a_form_from_a_file_offers_the_fields_that_it_asks_for(
    file: RegisterFile, answer: str, fields: list[str]
) -> None:
    Path(file.path.parent, "own.toml").write_text(OWN_PLAN, encoding="utf-8")
    async with at_setup(file, "forms", "", MIDDLE) as desk:
        await open_form(desk, "ctrl+n")
        await desk.write("own.toml")
        await desk.press("enter")
        await desk.until(lambda: asks(desk), "for the offer")
        assert "ตัวชี้วัด" in desk.text
        await desk.press(answer)
        await desk.saved()
        assert [form.name for form in desk.on_disk().forms] == ["own-plan"]
        assert [field.name for field in desk.on_disk().fields] == fields


@pytest.mark.parametrize(("answer", "fields"), [("y", ["indicator", "budget"]), ("n", [])])
async def test_a_form_that_is_chosen_for_the_report_offers_the_fields_that_it_asks_for(
    file: RegisterFile, answer: str, fields: list[str]
) -> None:
    async with open_screen(file, MIDDLE) as desk:
        await desk.press("f8", "f", "2")
        await desk.until(lambda: asks(desk), "for the offer")
        assert "ตัวชี้วัดความสำเร็จ" in desk.text
        await desk.press(answer)
        await desk.saved()
        assert [field.name for field in desk.on_disk().fields] == fields
        assert "แผนการดำเนินการ" in desk.text
