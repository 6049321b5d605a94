"""E and P where a table is shown as it is printed: a document in the current folder, or on paper."""

from functools import partial
from pathlib import Path

import pytest

from itatui.domain.register import Register
from itatui.errors import ItatuiError
from itatui.report.model import Report
from itatui.store.publisher import DocumentPublisher
from itatui.tui.dialogs.choose import ChooseDialog
from tests import reference
from tests.support.desk import Desk, open_screen
from tests.tui.conftest import Make


class Recorder(DocumentPublisher):
    """A publisher that keeps what is printed."""

    def __init__(self, *names: str, refusal: str = "") -> None:
        self.names, self.refusal = names, refusal
        self.jobs: list[tuple[str, str]] = []

    def printers(self) -> tuple[str, ...]:
        return self.names

    def print(self, report: Report, printer: str, *, thai_digits: bool) -> str:
        if self.refusal:
            raise ItatuiError(self.refusal)
        self.jobs.append((printer, report.title))
        return "request id is office-1 (1 file(s))"


def publish(desk: Desk, publisher: DocumentPublisher) -> None:
    desk.app.environment = desk.app.environment._replace(publisher=publisher)


async def choose(desk: Desk, key: str, *keys: str) -> None:
    await desk.press(key)
    await desk.until(lambda: isinstance(desk.app.screen, ChooseDialog), "for the list")
    await desk.press(*keys, "enter")


def told(desk: Desk, words: str) -> bool:
    return any(words in message for message in desk.messages)


@pytest.mark.parametrize(("key", "name"), [("f8", "report"), ("f6", "overview")])
async def test_e_writes_what_is_shown_and_tells_the_path(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_screen(make(reference.register()), (120, 36), notifications=True) as desk:
        publish(desk, DocumentPublisher())
        for number in ("", "-2"):
            await desk.press(key)
            await desk.printed()
            await choose(desk, "e", "end")
            path = tmp_path / f"{name}_2567{number}.csv"
            await desk.until(path.exists, "for the file")
            await desk.until(partial(told, desk, str(path)), "for the message")
            await desk.press("escape")


async def test_failure_is_told(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    class Refusing(DocumentPublisher):
        def export(self, report: Report, register: Register, name: str, ending: str, *, thai_digits: bool) -> str:
            raise ItatuiError("ดิสก์เต็ม [/]")

    async with open_screen(make(reference.register()), (120, 36), notifications=True) as desk:
        publish(desk, Refusing())
        await desk.press("f8")
        await desk.printed()
        await choose(desk, "e")
        await desk.until(lambda: "ดิสก์เต็ม [/]" in desk.text, "for the message")


async def test_p_prints_on_the_chosen_printer(make: Make) -> None:
    publisher = Recorder("hall", "office")
    async with open_screen(make(reference.register()), (120, 36), notifications=True) as desk:
        publish(desk, publisher)
        await desk.press("f8")
        await desk.printed()
        await choose(desk, "p", "down")
        await desk.until(lambda: "request id is office-1" in desk.text, "for the words of lp")
        assert [printer for printer, _title in publisher.jobs] == ["office"]


async def test_p_without_a_printer_tells_the_way_to_a_pdf(make: Make) -> None:
    async with open_screen(make(reference.register()), (120, 36), notifications=True) as desk:
        publish(desk, Recorder())
        await desk.press("f8")
        await desk.printed()
        await desk.press("p")
        await desk.until(lambda: "PDF" in desk.text, "for the message")
        assert not isinstance(desk.app.screen, ChooseDialog)


async def test_refusal_of_the_printer_is_told(make: Make) -> None:
    async with open_screen(make(reference.register()), (120, 36), notifications=True) as desk:
        publish(desk, Recorder("office", refusal="lp: ไม่มีกระดาษ"))
        await desk.press("f8")
        await desk.printed()
        await choose(desk, "p")
        await desk.until(lambda: "lp: ไม่มีกระดาษ" in desk.text, "for the words of lp")
