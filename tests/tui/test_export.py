"""E and P where a table is shown as it is printed: a document in a file that the user names, or on paper."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from itatui.errors import ItatuiError
from itatui.report.model import Report
from itatui.report.publisher import Exported
from itatui.store.publisher import DocumentPublisher
from itatui.tui.dialogs.choose import ChooseDialog
from itatui.tui.dialogs.export_form import ExportDialog
from itatui.tui.dialogs.prompts import Confirm
from tests import reference
from tests.support.desk import Desk, open_screen
from tests.tui.conftest import Make


class Recorder(DocumentPublisher):
    """A publisher that keeps what is printed."""

    def __init__(self, *names: str, refusal: str = "") -> None:
        super().__init__()
        self.names, self.refusal = names, refusal
        self.jobs: list[tuple[str, str]] = []
        self.drafts: list[bool] = []

    def printers(self) -> tuple[str, ...]:
        return self.names

    def print(self, report: Report, printer: str, *, thai_digits: bool, draft: bool) -> str:
        if self.refusal:
            raise ItatuiError(self.refusal)
        self.jobs.append((printer, report.title))
        self.drafts.append(draft)
        return "request id is office-1 (1 file(s))"


def publish(desk: Desk, publisher: DocumentPublisher) -> None:
    desk.app.environment = desk.app.environment._replace(publisher=publisher)


async def choose(desk: Desk, key: str, *keys: str) -> None:
    await desk.press(key)
    await desk.until(lambda: isinstance(desk.app.screen, ChooseDialog), "for the list")
    await desk.press(*keys, "enter")


async def form(desk: Desk, *keys: str) -> ExportDialog:
    """Export in a format that is chosen by keys, as far as the form for the file."""
    await choose(desk, "e", *keys)
    await desk.until(lambda: isinstance(desk.app.screen, ExportDialog), "for the form")
    await desk.pilot.pause()
    found = desk.app.screen
    assert isinstance(found, ExportDialog)
    return found


def shows(desk: Desk, words: str) -> bool:
    return words in "".join(desk.text.split())


def told(desk: Desk, words: str) -> bool:
    return any(words in message for message in desk.messages)


@asynccontextmanager
async def printed(make: Make, key: str = "f8", publisher: DocumentPublisher | None = None) -> AsyncIterator[Desk]:
    """Open the program before a printed table, with a publisher."""
    async with open_screen(make(reference.register()), (120, 36), notifications=True) as desk:
        publish(desk, publisher or DocumentPublisher())
        await desk.press(key)
        await desk.printed()
        yield desk


@pytest.fixture(autouse=True)
def at_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start in an empty folder, of a user who sits at this machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.parametrize(("key", "name"), [("f8", "report"), ("f6", "overview")])
async def test_e_writes_what_is_shown_and_tells_path_and_next_step(
    make: Make, tmp_path: Path, key: str, name: str
) -> None:
    async with printed(make, key) as desk:
        for number in ("", "-2"):
            dialog = await form(desk, "end")
            path = tmp_path / f"{name}_2567{number}.csv"
            assert dialog.texts["path"] == str(path)
            await desk.press("tab", "space", "enter")  # a draft is not checked
            await desk.until(partial(told, desk, str(path)), "for the message")
            assert path.read_text("utf-8").endswith("ร่าง\n")
            assert told(desk, "มีคำว่าร่าง")


async def test_name_and_folder_are_typed_and_proposed_next_time(make: Make, tmp_path: Path) -> None:
    (tmp_path / "งาน").mkdir()
    async with printed(make, "f6") as desk:
        dialog = await form(desk, "end")
        dialog.area("path").fill("งาน/ภาพรวม.html")
        await desk.press("ctrl+s")
        path = tmp_path / "งาน" / "ภาพรวม.html"
        await desk.until(partial(told, desk, str(path)), "for the message")
        assert path.read_bytes().startswith(b"<!DOCTYPE html>")
        assert (await form(desk, "end")).texts["path"] == str(tmp_path / "งาน" / "overview_2567.csv")


async def test_refusal_is_told_in_the_form(make: Make) -> None:
    refused = {"none/report.pdf": "none", "report.txt": "pdf,docx,xlsx", "register.json/a.csv": "a.csv"}
    async with printed(make, "f6") as desk:
        dialog = await form(desk, "end")
        for path, words in refused.items():
            dialog.area("path").fill(path)
            await desk.press("ctrl+s")
            await desk.until(partial(shows, desk, words), "for the refusal")
            assert desk.app.screen is dialog


async def test_existing_file_is_replaced_only_at_a_yes(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("mine", "utf-8")
    async with printed(make, "f6") as desk:
        dialog = await form(desk, "end")
        dialog.area("path").fill("mine.csv")
        for answer in "ny":
            await desk.press("ctrl+s")
            await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
            assert path.read_text("utf-8") == "mine"
            await desk.press(answer)
            await desk.until(lambda: not isinstance(desk.app.screen, Confirm), "for the answer")
        await desk.until(partial(told, desk, str(path)), "for the message")
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        assert told(desk, "เปิดด้วยโปรแกรมตารางคำนวณ")


async def test_report_with_open_points_is_exported_as_the_user_says(make: Make, tmp_path: Path) -> None:
    first, second = tmp_path / "report_2567.csv", tmp_path / "report_2567-2.csv"
    async with printed(make) as desk:

        async def answer(key: str) -> None:
            await desk.press("ctrl+s")
            await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
            assert "ต้องแก้ก่อนเผยแพร่" in desk.text
            await desk.press(key)

        dialog = await form(desk, "end")
        await answer("escape")
        await desk.until(lambda: desk.app.screen is dialog, "for the form")
        assert not first.exists()
        await answer("n")
        await desk.until(partial(told, desk, str(first)), "for the draft")
        await form(desk, "end")
        await answer("y")
        await desk.until(partial(told, desk, str(second)), "for the final report")
        assert first.read_text("utf-8").endswith("ร่าง\n") and "ร่าง\n" not in second.read_text("utf-8")


async def test_folder_is_chosen_from_a_list(make: Make, tmp_path: Path) -> None:
    (tmp_path / "งาน" / "เอกสาร").mkdir(parents=True)
    async with printed(make, "f6") as desk:
        dialog = await form(desk, "end")
        await desk.press("f4")
        await desk.until(lambda: "งาน/" in desk.text, "for the folders")
        await desk.press("down", "down", "enter")
        await desk.until(lambda: "เอกสาร/" in desk.text, "for the folder")
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is dialog, "for the form")
        assert dialog.texts["path"] == str(tmp_path / "งาน" / "overview_2567.csv")


async def test_over_ssh_the_way_to_the_own_computer_is_told(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 22")
    async with printed(make, "f6") as desk:
        await form(desk, "end")
        await desk.press("ctrl+s")
        await desk.until(partial(told, desk, "@192.0.2.1:"), "for the command")


async def test_failure_is_told(make: Make) -> None:
    class Refusing(DocumentPublisher):
        def export(self, *arguments: Any, **options: Any) -> Exported:
            raise ItatuiError("ดิสก์เต็ม [/]")

    async with printed(make, "f6", Refusing()) as desk:
        await form(desk)
        await desk.press("ctrl+s")
        await desk.until(lambda: "ดิสก์เต็ม [/]" in desk.text, "for the message")


async def test_p_prints_on_the_chosen_printer(make: Make) -> None:
    publisher = Recorder("hall", "office")
    async with printed(make, "f6", publisher) as desk:
        await choose(desk, "p", "down")
        await desk.until(lambda: "request id is office-1" in desk.text, "for the words of lp")
        assert [printer for printer, _title in publisher.jobs] == ["office"]


async def test_report_with_open_points_is_printed_as_the_user_says(make: Make) -> None:
    publisher = Recorder("office")
    async with printed(make, publisher=publisher) as desk:
        for count, key in enumerate(("escape", "n", "y")):
            await choose(desk, "p")
            await desk.until(lambda: isinstance(desk.app.screen, Confirm), "for the question")
            assert "ต้องแก้ก่อนเผยแพร่" in desk.text and "พิมพ์เป็นร่าง" in desk.text
            await desk.press(key)
            await desk.until(lambda count=count: len(publisher.drafts) == count, "for the job")  # type: ignore[misc]
    assert publisher.drafts == [True, False]


async def test_p_without_a_printer_tells_the_way_to_a_pdf(make: Make) -> None:
    async with printed(make, "f6", Recorder()) as desk:
        await desk.press("p")
        await desk.until(lambda: "PDF" in desk.text, "for the message")
        assert not isinstance(desk.app.screen, ChooseDialog)


async def test_refusal_of_the_printer_is_told(make: Make) -> None:
    async with printed(make, "f6", Recorder("office", refusal="lp: ไม่มีกระดาษ")) as desk:
        await choose(desk, "p")
        await desk.until(lambda: "lp: ไม่มีกระดาษ" in desk.text, "for the words of lp")
