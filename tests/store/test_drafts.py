"""Drafts in files: kept between runs, apart by register and program, never in the way."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.protocols import Draft, DraftPlace
from itatui.store.drafts import DAYS_KEPT, DAYS_KEPT_WITHOUT_RECORD, DraftFolder, drafts_folder
from tests.support.sources import ROOT

PLACE = DraftPlace("/กอง/r.json", "add", "IIT")
DRAFT = Draft(PLACE, "New measure IIT-4", {"text": "น้ำดื่มที่จัดให้\nอีกบรรทัด"}, "2024-05-15T09:30:00+07:00")
DAY_S = 24 * 60 * 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "drafts"


def other(text: str, place: DraftPlace = PLACE) -> Draft:
    return Draft(place, "t", {"text": text}, "")


def keep_and_close(folder: Path, draft: Draft) -> None:
    """Keep a draft in a program that ends."""
    store = DraftFolder(folder)
    assert store.keep(draft)
    store.close()


def age(folder: Path, days: float) -> None:
    """Make all files older."""
    for path in folder.iterdir():
        os.utime(path, (time.time() - days * DAY_S,) * 2)


def everything(_place: DraftPlace) -> bool:
    return True


def test_a_draft_is_found_by_the_next_program(folder: Path) -> None:
    keep_and_close(folder, DRAFT)
    assert DraftFolder(folder).all_of(PLACE.register) == [DRAFT]
    assert DraftFolder(folder).find(PLACE) == DRAFT


def test_only_the_user_can_read_a_draft(folder: Path) -> None:
    keep_and_close(folder, DRAFT)
    (path,) = folder.iterdir()
    assert (path.stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize(
    "place", [PLACE._replace(register="/other.json"), PLACE._replace(dialog="decide"), PLACE._replace(record="EIT")]
)
def test_places_are_apart(folder: Path, place: DraftPlace) -> None:
    store = DraftFolder(folder)
    assert store.keep(DRAFT)
    assert store.keep(other("อื่น", place))
    store.drop(place)
    store.close()
    assert DraftFolder(folder).find(place) is None
    assert DraftFolder(folder).find(PLACE) == DRAFT


def test_equal_checksums_do_not_mix_places(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itatui.store.drafts.zlib.crc32", lambda _data: 0)
    keep_and_close(folder, DRAFT)
    keep_and_close(folder, other("อื่น", PLACE._replace(register="/other.json")))
    assert DraftFolder(folder).find(PLACE) == DRAFT
    assert [draft.texts["text"] for draft in DraftFolder(folder).all_of("/other.json")] == ["อื่น"]


def test_a_later_draft_replaces_the_earlier(folder: Path) -> None:
    store = DraftFolder(folder)
    for text in ("ก", "กข"):
        assert store.keep(other(text))
    store.close()
    assert DraftFolder(folder).all_of(PLACE.register) == [other("กข")]


def test_a_dropped_draft_is_gone(folder: Path) -> None:
    store = DraftFolder(folder)
    assert store.keep(DRAFT)
    store.drop(PLACE)
    store.close()
    assert (store.find(PLACE), list(folder.iterdir())) == (None, [])


def test_two_running_programs_keep_their_own(folder: Path) -> None:
    first, second = DraftFolder(folder), DraftFolder(folder)
    assert first.keep(other("ของฉัน"))
    assert second.find(PLACE) is None
    assert second.keep(other("ของเธอ"))
    second.drop(PLACE)
    assert first.find(PLACE) == other("ของฉัน")


def test_two_drafts_of_a_place_are_offered_in_turn(folder: Path) -> None:
    stores = [DraftFolder(folder), DraftFolder(folder)]
    for number, store in enumerate(stores):
        assert store.keep(other(str(number)))
        for path in folder.glob("*.json"):
            os.utime(path, (path.stat().st_mtime - DAY_S,) * 2)
    for store in stores:
        store.close()
    third = DraftFolder(folder)
    assert third.find(PLACE) == other("1")
    third.drop(PLACE)
    assert third.find(PLACE) == other("0")


KILLED = """
import os, signal, sys
from pathlib import Path
from itatui.domain.protocols import Draft, DraftPlace
from itatui.store.drafts import DraftFolder
DraftFolder(Path(sys.argv[1])).keep(Draft(DraftPlace("/r.json", "add"), "t", {"text": "ก"}, ""))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_draft_of_a_killed_program_is_free(folder: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False, env={"PYTHONPATH": str(ROOT)})
    assert len(list(folder.iterdir())) == 2
    store = DraftFolder(folder)
    found = store.find(DraftPlace("/r.json", "add"))
    assert found is not None
    assert found.texts == {"text": "ก"}
    store.close()
    age(folder, 2)
    DraftFolder(folder).sweep("/r.json", everything)
    assert [path.suffix for path in folder.iterdir()] == [".json"]


@pytest.mark.parametrize(
    ("days", "is_there", "stays"),
    [
        (DAYS_KEPT - 1, True, True),
        (DAYS_KEPT + 1, True, False),
        (DAYS_KEPT_WITHOUT_RECORD - 1, False, True),
        (DAYS_KEPT_WITHOUT_RECORD + 1, False, False),
    ],
)
def test_drafts_that_are_out_of_date_are_swept(folder: Path, days: int, is_there: bool, stays: bool) -> None:
    keep_and_close(folder, DRAFT)
    age(folder, days)
    DraftFolder(folder).sweep(PLACE.register, lambda _place: is_there)
    assert (DraftFolder(folder).find(PLACE) is not None) is stays


def test_sweeping_a_register_leaves_others_and_running_programs_alone(folder: Path) -> None:
    running = DraftFolder(folder)
    assert running.keep(DRAFT)
    keep_and_close(folder, other("อื่น", PLACE._replace(register="/other.json")))
    age(folder, DAYS_KEPT_WITHOUT_RECORD + 1)
    DraftFolder(folder).sweep(PLACE.register, lambda _place: False)
    assert len(list(folder.glob("*.json"))) == 2


def garbage(path: Path) -> None:
    path.write_bytes(b"\xff{")


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20])


def other_types(path: Path) -> None:
    path.write_text(json.dumps({"register": 1, "dialog": [], "record": "", "title": "", "texts": {"text": 1}}), "utf-8")


def deep(path: Path) -> None:
    path.write_text("[" * 100_000, "utf-8")


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def subfolder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [garbage, truncated, other_types, deep, pipe, link, subfolder])
def test_damaged_files_stop_nothing(folder: Path, damage: Callable[[Path], None]) -> None:
    keep_and_close(folder, DRAFT)
    (path,) = folder.iterdir()
    damage(path)
    store = DraftFolder(folder)
    assert (store.find(PLACE), store.all_of(PLACE.register)) == (None, [])
    assert store.keep(DRAFT)
    assert store.find(PLACE) == DRAFT
    store.sweep(PLACE.register, everything)
    store.close()


def test_a_folder_that_cannot_be_made_stops_nothing(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file", "utf-8")
    store = DraftFolder(folder)
    assert not store.keep(DRAFT)
    assert store.find(PLACE) is None
    store.drop(PLACE)
    store.sweep(PLACE.register, everything)
    store.close()


def test_a_user_without_a_home_has_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("HOME", "")
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)
    store = DraftFolder()
    assert not store.keep(DRAFT)
    assert (store.find(PLACE), store.all_of("")) == (None, [])
    store.sweep("", everything)
    store.close()


def test_the_folder_is_in_the_state_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert drafts_folder() == tmp_path / "itatui" / "drafts"


@given(text=st.text(st.characters(codec=None)), record=st.text(st.characters(codec=None)))
def test_any_text_is_kept(tmp_path_factory: pytest.TempPathFactory, text: str, record: str) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    keep_and_close(folder, other(text, PLACE._replace(record=record)))
    assert DraftFolder(folder).find(PLACE._replace(record=record)) == other(text, PLACE._replace(record=record))
