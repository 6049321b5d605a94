"""Drafts of the program: in order, never written twice, and offered until their text is saved."""

import threading
from collections.abc import Callable

from itatui.domain.protocols import Draft, DraftPlace
from itatui.store import RegisterFile
from itatui.tui.session.drafts import Drafts
from itatui.tui.session.save_state import SaveState
from itatui.tui.session.session import RegisterSession
from itatui.tui.words import words_of
from tests.session.conftest import TODAY, result_edit
from tests.support.slow_stores import FailingStore

PLACE = DraftPlace("/r.json", "add", "IIT")


class MemoryStore:
    """A store of drafts in memory, which waits until it is released."""

    def __init__(self, *, works: bool = True) -> None:
        self.works = works
        self.kept: dict[DraftPlace, Draft] = {}
        self.writes: list[str] = []
        self.released = threading.Event()
        self.released.set()

    def find(self, place: DraftPlace) -> Draft | None:
        return self.kept.get(place)

    def keep(self, draft: Draft) -> bool:
        assert self.released.wait(30)
        self.writes.append(draft.texts["text"])
        if self.works:
            self.kept[draft.place] = draft
        return self.works

    def drop(self, place: DraftPlace) -> None:
        self.kept.pop(place, None)

    def all_of(self, register: str) -> list[Draft]:
        return [draft for draft in self.kept.values() if draft.place.register == register]

    def sweep(self, register: str, is_there: Callable[[DraftPlace], bool]) -> None:
        self.kept = {place: draft for place, draft in self.kept.items() if is_there(place)}

    def close(self) -> None:
        self.works = False


class Typed:
    """A text that is being typed."""

    def __init__(self, drafts: Drafts, state: SaveState | None, text: str = "") -> None:
        self._drafts, self._state, self._text = drafts, state, text
        drafts.texts.append(self)

    def state(self) -> SaveState | None:
        return self._state

    def keep(self) -> None:
        if self._text:
            self._drafts.keep(draft(self._text))


def draft(text: str, place: DraftPlace = PLACE) -> Draft:
    return Draft(place, "t", {"text": text})


def text_in(drafts: Drafts, place: DraftPlace = PLACE) -> str:
    found = drafts.find(place)
    return found.texts["text"] if found else ""


def test_the_latest_text_is_kept_however_slow_the_disk_is() -> None:
    store = MemoryStore()
    store.released.clear()
    drafts = Drafts(store)
    for text in ("ก", "กข", "กขค", "กขคง"):
        drafts.keep(draft(text))
    store.released.set()
    assert drafts.finish()
    assert store.kept[PLACE].texts == {"text": "กขคง"}
    assert len(store.writes) <= 3


def test_the_same_text_is_written_once() -> None:
    store = MemoryStore()
    drafts = Drafts(store)
    for _time in range(3):
        drafts.keep(draft("ก"))
    assert drafts.finish()
    assert store.writes == ["ก"]


def test_a_text_that_was_dropped_while_it_was_written_is_gone() -> None:
    store = MemoryStore()
    store.released.clear()
    drafts = Drafts(store)
    drafts.keep(draft("ก"))
    drafts.drop(PLACE)
    store.released.set()
    assert drafts.finish()
    assert (store.kept, text_in(drafts)) == ({}, "")


def test_the_end_keeps_the_texts_being_typed_and_tells_when_it_cannot() -> None:
    for works in (True, False):
        store = MemoryStore(works=works)
        drafts = Drafts(store)
        Typed(drafts, SaveState.SAVING, "ก")
        assert drafts.finish() is works
        assert [each.texts["text"] for each in drafts.left()] == (["ก"] if works else [])


def test_the_end_does_not_wait_for_ever() -> None:
    store = MemoryStore()
    store.released.clear()
    drafts = Drafts(store)
    drafts.keep(draft("ก"))
    assert not drafts.finish(seconds=0)
    store.released.set()
    assert drafts.finish()


def test_a_confirmed_text_is_offered_again_only_if_it_was_not_saved() -> None:
    drafts = Drafts(MemoryStore())
    drafts.keep(draft("ก"))
    drafts.confirm(PLACE)
    assert text_in(drafts) == ""
    drafts.restore(PLACE)
    assert text_in(drafts) == "ก"
    drafts.confirm(PLACE)
    drafts.drop_confirmed()
    assert text_in(drafts) == ""


def test_without_a_store_drafts_are_in_memory() -> None:
    drafts = Drafts()
    drafts.keep(draft("ก"))
    assert (text_in(drafts), drafts.left()) == ("ก", [])
    assert not drafts.is_safe(PLACE, {"text": "ก"})
    drafts.close()


def test_a_draft_that_could_not_be_written_is_tried_again() -> None:
    store = MemoryStore(works=False)
    drafts = Drafts(store)
    drafts.keep(draft("ก"))
    assert not drafts.finish()
    assert drafts.fails
    assert [each.texts["text"] for each in drafts.lost()] == ["ก"]
    store.works = True
    drafts.keep(draft("ก"))
    assert drafts.finish()
    assert not drafts.fails
    assert drafts.lost() == []


def test_letters_that_are_not_safe_come_before_a_draft_that_is() -> None:
    drafts = Drafts()
    assert drafts.state() is None
    Typed(drafts, SaveState.DRAFT)
    Typed(drafts, None)
    assert drafts.state() is SaveState.DRAFT
    Typed(drafts, SaveState.SAVING)
    assert drafts.state() is SaveState.SAVING


async def test_a_saved_change_drops_its_draft(file: RegisterFile) -> None:
    store = MemoryStore()
    session = RegisterSession(file, TODAY, Drafts(store))
    session.drafts.keep(draft("ก"))
    session.change(result_edit(session, "ก"), draft=PLACE)
    assert text_in(session.drafts) == ""
    assert await session.queue.flush()
    assert session.finish()
    assert store.kept == {}


async def test_a_refused_change_leaves_its_draft(file: RegisterFile) -> None:
    store = MemoryStore()
    session = RegisterSession(file, TODAY, Drafts(store))
    session.drafts.keep(draft("ก"))
    RegisterFile(file.path).apply(result_edit(session, "theirs"))
    session.change(result_edit(session, "ก"), draft=PLACE)
    assert await session.queue.flush()
    assert text_in(session.drafts) == "ก"
    (conflict,) = session.conflicts.waiting
    assert text_in(session.drafts, session.own_drafts.place_of(conflict.edit)) == "ก"
    assert session.finish()  # both texts are in the register now
    assert session.own_drafts.place_of(conflict.edit) not in store.kept


async def test_a_second_attempt_to_end_saves_all_that_the_first_could_not(file: RegisterFile) -> None:
    disk, store = FailingStore(file.path), MemoryStore()
    session = RegisterSession(disk, TODAY, Drafts(store))
    typed = result_edit(session, "ข")._replace(field="outcome")
    session.drafts.keep(draft("ก"))
    session.change(result_edit(session, "ก"), draft=PLACE)
    session.last_edits.append(lambda: (typed,))
    assert not session.finish()
    assert PLACE in store.kept
    session.last_edits.clear()  # the screens are closed
    disk.full = False
    assert session.finish()
    saved = file.load().measure(typed.id)
    assert saved is not None and (saved.result, saved.outcome) == ("ก", "ข")
    assert store.kept == {}


async def test_a_change_without_effect_drops_its_draft(file: RegisterFile) -> None:
    session = RegisterSession(file, TODAY, Drafts(MemoryStore()))
    session.drafts.keep(draft("ก"))
    session.change(draft=PLACE)
    assert text_in(session.drafts) == ""


async def test_drafts_of_removed_records_are_swept_and_others_named(file: RegisterFile) -> None:
    store = MemoryStore()
    session = RegisterSession(file, TODAY, Drafts(store))
    messages: list[str] = []
    session.on_message.append(lambda words: messages.append(words_of(words)))
    for record in ("IIT", "no such record", ""):
        place = session.own_drafts.place("add", record)
        store.kept[place] = draft("ก", place)._replace(title=f"of {record}")
    await session.tell_drafts()
    assert len(messages) == 1
    assert "of IIT; of " in messages[0]
    assert [place.record for place in store.kept] == ["IIT", ""]


def test_a_text_typed_after_a_confirmed_one_outlives_its_saving() -> None:
    drafts = Drafts()
    drafts.keep(draft("ก"))
    drafts.confirm(PLACE)
    drafts.keep(draft("ข"))
    drafts.drop_saved(PLACE)
    assert text_in(drafts) == "ข"
    drafts.confirm(PLACE)
    drafts.drop_saved(PLACE)
    assert text_in(drafts) == ""
