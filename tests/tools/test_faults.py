"""The fault suite itself: a little of its harm done, and the proof that each part sees what it looks for."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from itatui import locale
from itatui.store import RegisterFile
from tests import reference
from tests.support.command_line import by_hand
from tests.support.register_edits import write
from tests.support.strategies import after
from tools.bench.table import markdown
from tools.faults import damaged, kills, pairs, writers
from tools.faults.child import Ended, command, forked
from tools.faults.corpus import TEXTS
from tools.faults.deeds import deed, values, wanted
from tools.faults.findings import Finding, Tally, at_most, not_tried
from tools.faults.harms import error, harmed, kill
from tools.faults.mutants import mutants
from tools.faults.office import Read, copied, new, read, used
from tools.faults.officers import Officer, lost
from tools.faults.plan import SHORT, Plan
from tools.faults.said import harm_in, harm_to, kinds, shown, visible
from tools.faults.saves import DAMAGED, KINDS, SAVED, UNCHANGED, judge, opened, saved
from tools.faults.table import rows

LITTLE = replace(SHORT, kills=6, changes=8, mutants=60, programs=2, screens=3, pairs=300, stored=20)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """What is said is read by these tests."""
    spoken = locale.language()
    locale.speak("en")
    yield
    locale.speak(spoken)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new(tmp_path / "office")


def all_held(found: list[Finding], told: list[str]) -> bool:
    """Whether every promise held; told is what was said of those that did not."""
    assert found and told == []
    return all(each.held is not False for each in found)


def test_writers_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.faults.killed_steps.findings", lambda _plan, _say: [])
    told: list[str] = []
    assert all_held(list(kills.findings(LITTLE, told.append)), told)


def test_four_who_write_at_once() -> None:
    told: list[str] = []
    assert all_held(list(writers.findings(LITTLE, told.append)), told)


def test_damaged_files() -> None:
    told: list[str] = []
    assert all_held(list(damaged.findings(LITTLE, told.append)), told)


def test_pairs_of_edits() -> None:
    told: list[str] = []
    assert all_held(list(pairs.findings(LITTLE, told.append)), told)


def tally(*kinds: str) -> Tally:
    return Tally(lambda _line: None, *(kinds or KINDS))


class Said(Officer):
    """Somebody who is said to have written."""

    def __init__(self, ref: str, field: str, mark: str, *, gone: bool = True) -> None:
        self.ref, self.field, self.mark = ref, field, mark
        self._is_gone = gone

    @property
    def gone(self) -> bool:
        return self._is_gone


def test_an_acknowledged_change_that_is_not_there_is_seen(path: Path) -> None:
    before = reference.register()
    file = RegisterFile(path)
    for text in ("a.1", "a.2", "a.3"):
        write(file, text)
    found = read(path)
    assert isinstance(found, Read)
    somebody = Said("IIT-2", "result", "a.")
    assert list(lost(found, before, [(somebody, ["a.1", "a.2", "a.3"])])) == []
    assert list(lost(found, before, [(somebody, ["a.1", "a.2"])])) == []  # saved, and killed before it was said
    assert len(list(lost(found, before, [(somebody, ["a.1"])]))) == 1
    assert list(lost(found, before, [(Said("IIT-2", "result", "a.", gone=False), ["a.1"])])) == []
    assert "a.4 is 0 times" in next(lost(found, before, [(somebody, ["a.1", "a.2", "a.3", "a.4"])]))
    torn = Read(found.register, [found.history[0], found.history[2]])
    assert "names 'a.2'" in next(lost(torn, before, []))
    assert "holds 'a.3' after 'a.2'" in next(lost(Read(found.register, found.history[:2]), before, []))


@pytest.mark.parametrize(
    ("code", "said", "kind"),
    [
        (0, "", SAVED),
        (1, "itatui: no; nothing was changed\nmore\n", "tracebacks"),
        (1, "Traceback (most recent call last):\n", "tracebacks"),
        (-11, "", "tracebacks"),
    ],
)
def test_an_untrue_answer_is_seen(path: Path, code: int, said: str, kind: str) -> None:
    before = opened(path)
    judge(count := tally(), path, before, Ended(code, "", said, 0.0, 0.0), "")
    assert count.faults[kind] >= 1
    assert sum(count.faults.values()) == count.faults[kind]


def test_a_save_that_is_denied_is_seen(path: Path) -> None:
    before = opened(path)
    assert command(path, "set", "IIT-2", "result=ได้ดำเนินการแล้ว", "--untick", "2").code == 0
    assert saved(opened(path))
    judge(count := tally(), path, before, Ended(1, "", "itatui: nothing was changed\n", 0.0, 0.0), "")
    assert count.faults == {**dict.fromkeys(KINDS, 0), UNCHANGED: 1}


def test_half_a_save_is_seen(path: Path) -> None:
    before = opened(path)
    by_hand(path, result="ได้ดำเนินการแล้ว")
    judge(count := tally(), path, before, Ended(1, "", "itatui: no\n", 0.0, 0.0), "")
    assert count.faults[DAMAGED] == 1
    path.write_bytes(b"{")
    judge(count, path, before, Ended(1, "", "itatui: no\n", 0.0, 0.0), "")
    assert count.faults[DAMAGED] == 2


def test_what_is_left_lying_about_is_seen(path: Path) -> None:
    before = opened(path)
    path.with_name("left.new").touch()
    judge(count := tally(), path, before, Ended(1, "", "itatui: no\n", 0.0, 0.0), "")
    assert count.faults["next saves refused"] == 1


def test_each_operation_can_be_harmed_by_its_number(tmp_path: Path) -> None:
    path = used(tmp_path / "office")
    copy = tmp_path / "copy"
    whole = harmed(copied(path, copy), lambda _number: False, kill)
    assert (whole.ended.code, whole.name) == (0, "")
    names = [harmed(copied(path, copy), number.__eq__, error(5)).name for number in range(1, whole.calls + 1)]
    assert {"open", "read", "write", "fsync", "link", "replace", "flock", "unlink", "close", "stat"} <= {*names}
    assert names.count("fsync") >= 2 and "" not in names


def test_who_is_killed_at_an_operation_ends_there(path: Path) -> None:
    done = harmed(path, (12).__eq__, kill)
    assert (done.ended.code, done.calls) == (-9, 12)


def test_a_fork_ends_with_its_code_its_words_and_its_traceback() -> None:
    assert forked(lambda: 3).code == 3
    ended = forked(lambda: int("x"))
    assert ended.crashed and "ValueError" in ended.err
    assert not Ended(1, "", "itatui: no\n", 0.0, 0.0).crashed


def test_damage_is_the_same_for_the_same_seed(path: Path) -> None:
    good = path.read_bytes()
    some = [each for each in mutants(good, 120, 1) if len(each.data) < 1_000_000]
    again = [each for each in mutants(good, 120, 1) if len(each.data) < 1_000_000]
    assert some == again
    assert len({each.data for each in some}) > 90
    assert [each.name for each in some] != [each.name for each in mutants(good, 120, 2) if len(each.data) < 1_000_000]
    whole = {each.name: each.is_json for each in some}
    assert whole["a package"] and whole["a mark of UTF-8"] and not whole["twice the file"] and not whole["cp874"]


def test_a_lost_edit_is_seen() -> None:
    chance, faults = Random(1), 0
    for number in range(60):
        pair = pairs.Pair(reference.register(), chance, number)
        if wanted(pair.first).keys() & wanted(pair.second).keys():
            continue
        only_second = after(pair.base, pair.second)
        pair.judge(count := tally(pairs.LOST, pairs.OTHERS, pairs.NEEDLESS), only_second, refused=False, told="")
        changed = any(values(pair.base).get(key) != value for key, value in wanted(pair.first).items())
        assert bool(count.faults[pairs.LOST]) is changed
        faults += changed
    assert faults > 10


def test_deeds_meet_each_field_and_every_sort() -> None:
    register, chance = reference.register(), Random(1)
    kinds_ = {(edit.kind, edit.field) for number in range(2_000) for edit in deed(chance, register, f"m{number}")}
    assert {("measure", ""), ("measure", "order"), ("measure", "done.3"), ("track", "outcome")} <= kinds_
    assert {("register", "title"), ("measure", "evidence"), ("measure", "reported_with")} <= kinds_


def test_what_a_terminal_would_obey_is_seen() -> None:
    assert harm_in("ก\tข\n") == ""
    assert harm_in(TEXTS["CSI"]) and harm_in("\x9b") and harm_in("\u202e") and harm_in("\r")
    own = kinds(b"\x1b[31m\x1b[5;5H\x1b[?1049h\x1b]0;itatui\x07")
    assert own == {b"[m", b"[H", b"[?1049h", b"]0"}
    assert list(harm_to(b"\x1b[32m\xe0\xb8\x81\r\n\x1b[1;2H\x1b]0;other\x07", own)) == []
    for data in (b"\x1b[2J", b"\x1b[?1049l", b"\x1b]52;c;x\x07", b"\x07", b"\x9b", "\u202e".encode(), b"\x1bc", b"\r"):
        assert list(harm_to(b"x" + data, own)), data
    assert list(harm_to(TEXTS["CSI"].encode(), {*own, b"[J"}))


def test_what_is_shown_has_every_visible_character() -> None:
    assert visible("ก \x1b\u200bข\n") == "ก␛ข"
    assert shown("ก\x1bข", "\x1b[1mก␛\x1b[2;2H│\x1b[mข".encode())
    assert not shown("กข", "ขก".encode())


def test_a_finding_holds_when_nothing_was_found_and_something_was_done() -> None:
    count = tally("lost")
    assert count.row("x").held is False
    count.times += 1
    assert count.row("x") == Finding("x", "1", "0 lost", "0", held=True)
    count.expect([], "lost", "it is gone")
    assert count.row("x").held is False
    assert (at_most("x", 1, 2.0, 2.0, "s").held, at_most("x", 1, 1.9, 2.0, "s").held) == (False, True)
    assert at_most("x", 0, 0.0, 2.0, "s").held is False
    assert not_tried("x", "no disk").held is None
    assert markdown(rows([not_tried("x", "no disk")])).endswith("| x |  | not tried: no disk |  | – |")
    assert Plan().kills == 500 and Plan().pairs == 20_000
