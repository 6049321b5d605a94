"""Autosave: a second after the first unsaved letter, and each second while the typing goes on."""

from collections.abc import Callable

import pytest
from textual.message_pump import MessagePump

from itatui.store import RegisterFile
from itatui.tui.session.save_state import SaveState
from itatui.tui.text_input import autosave
from itatui.tui.text_input.autosave import AUTOSAVE_DELAY_S, Autosave
from tests.support.desk import Desk, open_screen
from tests.support.slow_stores import SlowStore

SAVED = "บันทึกแล้ว"


class Clock(MessagePump):
    """A clock that stands until it is turned, with the timers set on it."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.timers: list[tuple[float, Callable[[], object]]] = []

    def set_timer(self, delay: float, callback: Callable[[], object], **_options: object) -> "Alarm":  # type: ignore[override]
        self.timers.append((self.now + delay, callback))
        return Alarm(self, self.timers[-1])

    def turn_to(self, moment: float) -> None:
        """Turn the clock on, and run the timers that are due."""
        self.now = moment
        for timer in [timer for timer in self.timers if timer[0] <= moment]:
            self.timers.remove(timer)
            timer[1]()


class Alarm:
    """A timer of the clock."""

    def __init__(self, clock: Clock, timer: tuple[float, Callable[[], object]]) -> None:
        self._clock, self._timer = clock, timer

    def stop(self) -> None:
        if self._timer in self._clock.timers:
            self._clock.timers.remove(self._timer)


@pytest.fixture
def real_delay(_no_timers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "AUTOSAVE_DELAY_S", AUTOSAVE_DELAY_S)


@pytest.mark.parametrize("pace", [0.1, 0.3, 0.55, 0.79, 0.95])
def test_no_letter_is_older_than_a_second_when_it_is_saved(pace: float, real_delay: None) -> None:
    clock, typed, ages = Clock(), list[float](), list[float]()

    def save() -> None:
        ages.extend(clock.now - moment for moment in typed)
        typed.clear()

    waiting = Autosave(clock, save)
    moments = [pace * number for number in range(1, 40)]
    for moment in sorted({*moments, *(tick / 100 for tick in range(4_000))}):
        clock.turn_to(moment)
        if moment in moments:
            typed.append(moment)
            waiting.start()
    assert len(ages) == len(moments)
    assert max(ages) <= 1.0


def test_the_delay_leaves_time_for_the_save() -> None:
    assert 0.5 <= AUTOSAVE_DELAY_S < 1.0


def test_a_cancelled_delay_saves_nothing(real_delay: None) -> None:
    clock, saves = Clock(), list[float]()
    waiting = Autosave(clock, lambda: saves.append(clock.now))
    waiting.start()
    waiting.cancel()
    clock.turn_to(10)
    assert saves == []
    waiting.start()
    clock.turn_to(20)
    assert saves == [20]


async def open_editor(desk: Desk, where: str) -> None:
    await desk.press(*{"main": ("f2",), "meeting": ("f5", "f2")}[where])
    await desk.until(lambda: desk.editor is not None, "for the editor")


@pytest.mark.parametrize("where", ["main", "meeting"])
async def test_steady_typing_is_saved_without_a_pause(file: RegisterFile, pausing: None, where: str) -> None:
    before = file.load().measures[0].result
    async with open_screen(file) as desk:
        await open_editor(desk, where)
        for number in range(1, 4):
            await desk.write("ก")
            await desk.until(lambda: desk.on_disk().measures[0].result == before + "ก" * number, "for the disk")  # noqa: B023
        assert desk.editor is not None


@pytest.mark.parametrize("where", ["main", "meeting"])
async def test_the_head_never_says_saved_while_a_letter_is_not(file: RegisterFile, where: str) -> None:
    store = SlowStore(file.path)
    store.release.set()
    async with open_screen(store) as desk:
        await open_editor(desk, where)
        await desk.write("ก")
        assert desk.main.session.save_status.state is SaveState.SAVING
        await desk.press("ctrl+s")
        await desk.saved()
        assert SAVED in desk.head
        await desk.write("ข")
        await desk.until(lambda: SAVED not in desk.head, "for the head")
        store.release.clear()
        store.started.clear()
        await desk.press("ctrl+s")
        await desk.until(store.started.is_set, "for the save")
        await desk.write("ค")
        store.release.set()
        await desk.saved()
        assert SAVED not in desk.head  # the last letter is in no save
        await desk.press("ctrl+s")
        await desk.saved()
        assert SAVED in desk.head


async def test_letters_that_were_deleted_again_leave_the_text_saved(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("1")
        await desk.saved()
        await open_editor(desk, "main")
        await desk.write("ก")
        await desk.until(lambda: SAVED not in desk.head, "for the head")
        await desk.press("backspace")
        await desk.until(lambda: SAVED in desk.head, "for the head")


async def test_every_picture_with_an_unsaved_letter_says_so(file: RegisterFile) -> None:
    async with open_screen(file) as desk:
        await desk.press("1")
        await desk.saved()
        await open_editor(desk, "main")
        session, pictures = desk.main.session, []

        def look() -> None:
            editor = desk.editor
            if editor is not None and editor.text != editor.kept:
                pictures.append(session.save_status.state)

        session.on_change.append(look)
        for _letter in range(5):
            await desk.write("ก")
        assert pictures
        assert set(pictures) == {SaveState.SAVING}
