"""Fault suite: a few faults injected, and proof that each check detects its kind of failure."""

from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from itatui.store import RegisterFile
from itatui.store.backups import backup_paths
from tests import reference
from tests.support.command_line import by_hand
from tests.support.fixtures import english as english
from tests.support.prose import prose
from tests.support.register_edits import write
from tests.support.strategies import after
from tools.bench.session import Moment
from tools.bench.table import markdown
from tools.faults import (
    clocks,
    concurrent_writers,
    damaged_files,
    edit_pairs,
    killed_saves,
    killed_writers,
    long_names,
    refused_saves,
    shared_registers,
    slips,
    terminal_sequences,
    two_mounts,
    typed_texts,
    undone_changes,
)
from tools.faults.findings import Finding, Tally, at_most, not_run
from tools.faults.hostile_texts import TEXTS
from tools.faults.injection import error, kill, save_with_faults
from tools.faults.mutants import mutants
from tools.faults.plan import SHORT, Plan
from tools.faults.processes import Result, command, run_forked
from tools.faults.random_edits import all_values, random_edit, values_after
from tools.faults.save_checks import DAMAGED, KINDS, SAVED, UNCHANGED, contents_of, is_saved, judge
from tools.faults.scratch_registers import (
    Contents,
    copy_register,
    new_register,
    own_register,
    read_register,
    used_register,
)
from tools.faults.shape_edits import shape_edit
from tools.faults.table import rows
from tools.faults.terminal_output import find_raw_control, is_displayed, sequence_kinds, unexpected_output, visible
from tools.faults.typed_texts import says_saved, seconds_lost
from tools.faults.writer_process import WriterProcess, find_lost_changes

SMALL = replace(
    SHORT,
    kills=6,
    changes=8,
    mutants=24,
    programs=2,
    screens=3,
    pairs=300,
    stored=20,
    undone=3,
    clocks=3,
    faked_clocks=0,
    refused=3,
    users=12,
    mounted=4,
    names=30,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_register(tmp_path / "office")


def all_held(found: list[Finding], detail: list[str]) -> bool:
    """Return True if every promise held; `detail` holds the reported failures."""
    assert found and detail == []
    return all(each.passed is not False for each in found)


def test_terminal_sequences() -> None:
    detail: list[str] = []
    assert all_held(list(terminal_sequences.findings(replace(SMALL, sequences=20), detail.append)), detail)


def test_sequence_that_acts_as_a_key_is_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal_sequences, "_sequences", lambda _chance, _count: ["4"])
    found = [each.found for each in terminal_sequences.findings(SMALL, lambda _line: None)]
    assert ["1 register changes" in found[1], "1 letters" in found[4], "1 letters" in found[5]] == [True] * 3


def test_killed_writers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.faults.killed_saves.findings", lambda _plan, _log: [])
    detail: list[str] = []
    assert all_held(list(killed_writers.findings(SMALL, detail.append)), detail)


def test_concurrent_writers() -> None:
    detail: list[str] = []
    assert all_held(list(concurrent_writers.findings(SMALL, detail.append)), detail)


def test_damaged_files() -> None:
    detail: list[str] = []
    assert all_held(list(damaged_files.findings(SMALL, detail.append)), detail)


def test_pairs_of_edits() -> None:
    detail: list[str] = []
    assert all_held(list(edit_pairs.findings(SMALL, detail.append)), detail)


def test_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    detail: list[str] = []
    assert all_held(list(clocks.findings(SMALL, detail.append)), detail)


@pytest.mark.parametrize("part", [refused_saves, shared_registers, two_mounts, long_names])
def test_other_files_and_users(part: Any) -> None:
    detail: list[str] = []
    assert all_held(list(part.findings(SMALL, detail.append)), detail)


def test_older_backup_is_detected() -> None:
    def run(path: Path, *words: str, **_more: Any) -> Result:
        if words[0] == "restore":
            oldest = backup_paths(path)[-1]
            path.write_bytes(oldest.read_bytes())
            return Result(0, "", "", 0.0, 0.0)
        return command(path, *words)

    clocks.play(count := tally(clocks.ORDER, clocks.REFUSED), Random(1), run, "")
    assert count.faults == {clocks.ORDER: 1, clocks.REFUSED: 0}


def test_refused_save_in_a_wrong_zone_is_detected() -> None:
    count = tally(clocks.ORDER, clocks.REFUSED)
    clocks.play(count, Random(1), lambda *_words, **_more: Result(1, "", "no", 0.0, 0.0), "")
    assert count.faults == {clocks.ORDER: 0, clocks.REFUSED: 1}


def test_accepted_save_and_lost_backup_are_detected(tmp_path: Path) -> None:
    path = own_register(tmp_path / "office", refused_saves.KEPT)
    refused_saves.refuse(count := tally(refused_saves.COST, refused_saves.ACCEPTED), path, 2)
    assert count.faults == {refused_saves.COST: 1, refused_saves.ACCEPTED: 2}


def tally(*sequence_kinds: str) -> Tally:
    return Tally(lambda _line: None, *(sequence_kinds or KINDS))


class FakeWriter(WriterProcess):
    """Writer with given reports and no process."""

    def __init__(self, ref: str, field: str, prefix: str, *, has_ended: bool = True) -> None:
        self.ref, self.field, self.prefix = ref, field, prefix
        self._is_gone = has_ended

    @property
    def has_ended(self) -> bool:
        return self._is_gone


def test_lost_change_is_detected(path: Path) -> None:
    before = reference.register()
    file = RegisterFile(path)
    for text in ("a.1", "a.2", "a.3"):
        write(file, text)
    found = read_register(path)
    assert isinstance(found, Contents)
    writer = FakeWriter("IIT-2", "result", "a.")
    assert list(find_lost_changes(found, before, [(writer, ["a.1", "a.2", "a.3"])])) == []
    assert list(find_lost_changes(found, before, [(writer, ["a.1", "a.2"])])) == []  # killed between save and report
    assert len(list(find_lost_changes(found, before, [(writer, ["a.1"])]))) == 1
    assert (
        list(find_lost_changes(found, before, [(FakeWriter("IIT-2", "result", "a.", has_ended=False), ["a.1"])])) == []
    )
    assert "a.4 is 0 times" in next(find_lost_changes(found, before, [(writer, ["a.1", "a.2", "a.3", "a.4"])]))
    torn = Contents(found.register, [found.history[0], found.history[2]])
    assert "names 'a.2'" in next(find_lost_changes(torn, before, []))
    assert "holds 'a.3' after 'a.2'" in next(find_lost_changes(Contents(found.register, found.history[:2]), before, []))


@pytest.mark.parametrize(
    ("code", "message", "kind"),
    [
        (0, "", SAVED),
        (1, "itatui: no; nothing was changed\nmore\n", "tracebacks"),
        (1, "Traceback (most recent call last):\n", "tracebacks"),
        (-11, "", "tracebacks"),
    ],
)
def test_wrong_message_is_detected(path: Path, code: int, message: str, kind: str) -> None:
    before = contents_of(path)
    judge(count := tally(), path, before, Result(code, "", message, 0.0, 0.0), "")
    assert count.faults[kind] >= 1
    assert sum(count.faults.values()) == count.faults[kind]


def test_denied_save_is_detected(path: Path) -> None:
    before = contents_of(path)
    assert command(path, "set", "IIT-2", "result=ได้ดำเนินการแล้ว", "--untick", "2").code == 0
    assert is_saved(contents_of(path))
    judge(count := tally(), path, before, Result(1, "", "itatui: nothing was changed\n", 0.0, 0.0), "")
    assert count.faults == {**dict.fromkeys(KINDS, 0), UNCHANGED: 1}


def test_half_a_save_is_detected(path: Path) -> None:
    before = contents_of(path)
    by_hand(path, result="ได้ดำเนินการแล้ว")
    judge(count := tally(), path, before, Result(1, "", "itatui: no\n", 0.0, 0.0), "")
    assert count.faults[DAMAGED] == 1
    path.write_bytes(b"{")
    judge(count, path, before, Result(1, "", "itatui: no\n", 0.0, 0.0), "")
    assert count.faults[DAMAGED] == 2


def test_leftover_file_is_detected(path: Path) -> None:
    before = contents_of(path)
    path.with_name("left.new").touch()
    judge(count := tally(), path, before, Result(1, "", "itatui: no\n", 0.0, 0.0), "")
    assert count.faults["next saves refused"] == 1


def test_each_operation_can_be_failed_by_number(tmp_path: Path) -> None:
    path = used_register(tmp_path / "office")
    copy = tmp_path / "copy"
    whole = save_with_faults(copy_register(path, copy), lambda _number: False, kill)
    assert (whole.result.code, whole.name) == (0, "")
    names = [
        save_with_faults(copy_register(path, copy), number.__eq__, error(5)).name
        for number in range(1, whole.calls + 1)
    ]
    assert {"open", "read", "write", "fsync", "link", "replace", "flock", "unlink", "close", "stat"} <= {*names}
    assert names.count("fsync") >= 2 and "" not in names


def test_kill_ends_the_process_at_the_operation(path: Path) -> None:
    done = save_with_faults(path, (12).__eq__, kill)
    assert (done.result.code, done.calls) == (-9, 12)


def test_fork_returns_code_output_and_traceback() -> None:
    assert run_forked(lambda: 3).code == 3
    result = run_forked(lambda: int("x"))
    assert result.crashed and "ValueError" in result.err
    assert not Result(1, "", "itatui: no\n", 0.0, 0.0).crashed


def test_a_change_by_a_digit_at_the_beginning_of_prose_is_told() -> None:
    failures: list[str] = []
    seed = next(seed for seed in count() if prose(seed, slips.WORDS, thai=False)[0] in "1234")
    slips.type_prose(Tally(failures.append, slips.SILENT, slips.CRASHED), "the list", seed, thai=False)
    assert failures == []


def test_every_damaged_file_differs_from_the_good_one(path: Path) -> None:
    good = path.read_bytes()
    assert [each.name for each in mutants(good, 1200, 1) if each.data == good] == []


def test_damage_is_reproducible_by_seed(path: Path) -> None:
    good = path.read_bytes()
    first = [each for each in mutants(good, 120, 1) if len(each.data) < 1_000_000]
    second = [each for each in mutants(good, 120, 1) if len(each.data) < 1_000_000]
    assert first == second
    assert len({each.data for each in first}) > 90
    assert [each.name for each in first] != [each.name for each in mutants(good, 120, 2) if len(each.data) < 1_000_000]
    whole = {each.name: each.is_json for each in first}
    assert whole["a package"] and whole["a mark of UTF-8"] and not whole["twice the file"] and not whole["cp874"]


def test_lost_edit_is_detected() -> None:
    chance, faults = Random(1), 0
    for number in range(60):
        pair = edit_pairs.Pair(reference.register(), chance, number)
        if values_after(pair.first).keys() & values_after(pair.second).keys():
            continue
        only_second = after(pair.base, pair.second)
        pair.judge(
            count := tally(edit_pairs.LOST, edit_pairs.OTHERS, edit_pairs.NEEDLESS_REFUSALS),
            only_second,
            refused=False,
            detail="",
        )
        changed = any(all_values(pair.base).get(key) != value for key, value in values_after(pair.first).items())
        assert bool(count.faults[edit_pairs.LOST]) is changed
        faults += changed
    assert faults > 10


def test_random_edits_cover_every_field_and_kind() -> None:
    register, chance = reference.register(), Random(1)
    kinds_ = {
        (edit.kind, edit.field) for number in range(2_000) for edit in random_edit(chance, register, f"m{number}")
    }
    assert {("measure", ""), ("measure", "order"), ("measure", "done.3"), ("track", "outcome")} <= kinds_
    assert {("register", "title"), ("measure", "evidence"), ("measure", "reported_with")} <= kinds_
    assert {("register", "rounds"), ("register", "signatories"), ("measure", "track")} <= kinds_


def test_random_edits_of_the_shape_cover_tracks_fields_and_forms() -> None:
    register, chance = reference.register(), Random(1)
    kinds_ = set()
    for _number in range(500):
        edits = shape_edit(chance, register)
        register = after(register, edits)
        kinds_ |= {(edit.kind, edit.field) for edit in edits}
    assert {("track", ""), ("field", ""), ("form", ""), ("form", "text"), ("measure", "track")} <= kinds_
    assert {("track", "order"), ("field", "order"), ("form", "order"), ("measure", "f1"), ("measure", "f1.2")} <= kinds_


def test_undone_changes(path: Path) -> None:
    detail: list[str] = []
    assert all_held(list(undone_changes.findings(SMALL, detail.append)), detail)
    played = undone_changes.play(path, Random(1), changes=3)
    count = tally(undone_changes.LEFT, undone_changes.NOT_REDONE)
    undone_changes.check_undo(count, reference.register(), played, "")
    assert count.faults == {undone_changes.LEFT: 1, undone_changes.NOT_REDONE: 0}


def test_half_an_added_form_is_detected(path: Path) -> None:
    before = contents_of(path)
    write(RegisterFile(path), "ก")
    killed_saves.judge_form(count := tally(), path, before, "")
    assert count.faults[DAMAGED] == 1


def test_raw_controls_are_detected() -> None:
    assert find_raw_control("ก\tข\n") == ""
    assert (
        find_raw_control(TEXTS["CSI"])
        and find_raw_control("\x9b")
        and find_raw_control("\u202e")
        and find_raw_control("\r")
    )
    known = sequence_kinds(b"\x1b[31m\x1b[5;5H\x1b[?1049h\x1b]0;itatui\x07")
    assert known == {b"[m", b"[H", b"[?1049h", b"]0"}
    assert list(unexpected_output(b"\x1b[32m\xe0\xb8\x81\r\n\x1b[1;2H\x1b]0;other\x07", known)) == []
    for data in (b"\x1b[2J", b"\x1b[?1049l", b"\x1b]52;c;x\x07", b"\x07", b"\x9b", "\u202e".encode(), b"\x1bc", b"\r"):
        assert list(unexpected_output(b"x" + data, known)), data
    assert list(unexpected_output(TEXTS["CSI"].encode(), {*known, b"[J"}))


def test_visible_characters_must_be_displayed() -> None:
    assert visible("ก \x1b\u200bข\n") == "ก␛ข"
    assert is_displayed("ก\x1bข", "\x1b[1mก␛\x1b[2;2H│\x1b[mข".encode())
    assert not is_displayed("กข", "ขก".encode())


def test_finding_passes_with_cases_and_without_failures() -> None:
    count = tally("lost")
    assert count.row("x").passed is False
    count.times += 1
    assert count.row("x") == Finding("x", "1", "0 lost", "0", passed=True)
    count.expect([], "lost", "it is gone")
    assert count.row("x").passed is False
    assert (at_most("x", 1, 2.0, 2.0, "s").passed, at_most("x", 1, 1.9, 2.0, "s").passed) == (False, True)
    assert at_most("x", 0, 0.0, 2.0, "s").passed is False
    assert not_run("x", "no disk").passed is None
    assert markdown(rows([not_run("x", "no disk")])).endswith("| x |  | not run: no disk |  | – |")
    assert Plan().kills == 500 and Plan().pairs == 20_000


def test_typing_that_is_lost_is_timed_from_the_first_lost_letter() -> None:
    pressed = [Moment(0.5 * number, 0.1 * number) for number in range(4)]
    killed = Moment(3.0, 0.5)
    assert seconds_lost(pressed, "กขคฆ", "กขคฆ", killed) == 0
    assert seconds_lost(pressed, "กขคฆ", "กข", killed) == pytest.approx(1.7)
    assert seconds_lost(pressed, "กขคฆ", "อื่น", killed) == pytest.approx(2.5)


@pytest.mark.parametrize(
    ("written", "is_saved"),
    [("", False), ("saved 10:30", True), ("saved 10:30 saving…", False), ("saving… saved 10:30 draft kept", False)],
)
def test_the_last_word_of_the_header_counts(written: str, is_saved: bool) -> None:
    assert says_saved(written) is is_saved


def test_texts_typed_until_a_kill() -> None:
    detail: list[str] = []
    assert all_held(list(typed_texts.findings(replace(SMALL, typed=3), detail.append)), detail)
