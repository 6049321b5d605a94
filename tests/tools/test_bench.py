"""Arithmetic of the benchmark. Nothing here measures time or waits."""

import itertools
import json
from pathlib import Path

import pytest

from itatui.domain.forms import form_of
from itatui.store import RegisterFile, create
from itatui.tui.commands import COMMANDS
from tools.bench import commands, freezes, registers, rollups, screen_parts, table
from tools.bench.__main__ import _parser, _plan, main
from tools.bench.figures import FIGURES, limit
from tools.bench.key_effect import effects
from tools.bench.keys import key_bytes
from tools.bench.line import Line
from tools.bench.plain_text import first_with_texts, plain
from tools.bench.readings import Readings
from tools.bench.register_files import write_register
from tools.bench.runner import SHAPES
from tools.bench.session import Moment, Piece, Session
from tools.bench.statistic import exponent, percentile, pooled_percentile, ratio
from tools.bench.target import FREEZES, ROOT
from tools.bench.terminal_replies import terminal_replies
from tools.faults import slips


def test_percentiles_are_interpolated() -> None:
    assert percentile([3, 1, 2], 0.5) == 2
    assert percentile([1, 2], 0.5) == 1.5
    assert percentile(list(range(101)), 0.95) == 95
    assert percentile([7], 0.95) == 7
    assert pooled_percentile({0: [1, 2], 1: [3]}, 0.5) == 2


def test_every_key_that_is_pressed_has_bytes_and_another_name_is_refused() -> None:
    for step in freezes.STEPS:
        assert all(map(key_bytes, (*step.before, *step.keys, *step.back)))
    assert all(map(key_bytes, itertools.chain.from_iterable(slips.PLACES.values())))
    with pytest.raises(KeyError):
        key_bytes("page down")


def test_ratio_pairs_runs_with_their_floors() -> None:
    # The machine was twice as slow in run 2; run 3 has no floor.
    found = ratio({1: [11], 2: [22], 3: [99]}, {1: [10], 2: [20]}, 0.5)
    assert found == pytest.approx((1.1, 0))
    uncertain = ratio({1: [10], 2: [12], 3: [14]}, {1: [10], 2: [10], 3: [10]}, 0.5)
    assert uncertain is not None
    assert uncertain.doubt == pytest.approx(1.253 * 0.2 / 1.349 / 3**0.5)
    assert ratio({1: [0]}, {1: [0]}, 0.5) is None
    assert ratio({1: [1]}, {}, 0.5) is None


def test_growth_is_the_exponent_of_the_size() -> None:
    assert exponent({10: 2.0, 100: 20.0, 1_000: 200.0}) == pytest.approx(1)
    assert exponent({10: 3.0, 1_000: 3.0}) == pytest.approx(0)
    assert exponent({10: 1.0}) is exponent({10: 0.0, 100: 1.0}) is None


def test_a_row_is_measured_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _plan(_parser().parse_args(["--only", "keys,command.set,freeze.help"])).parts == {
        "keys",
        "commands",
        "freezes",
    }
    with pytest.raises(SystemExit):
        _parser().parse_args(["--only", "command.none"])


def test_own_fields_and_forms_are_read_back(tmp_path: Path) -> None:
    path = write_register(ROOT, tmp_path / "own.json", 9, "own")
    register = RegisterFile(path).load()
    assert (len(register.fields), len(register.forms)) == (registers.OWN_FIELDS, len(registers.OWN_FORMS))
    assert all(form_of(register, form.name).name == form.name for form in register.forms)


def test_control_sequences_are_removed() -> None:
    data = "\x1b[?2026$p\x1b]0;title\x07\x1b[2;5H\x1b[31mแผน\x1b[m\x1b[2;8Hผัง\x1b(B\x1bP+q1\x1b\\\r\n".encode()
    assert plain(data) == "แผนผัง"


@pytest.mark.parametrize("cut", range(1, 20))
def test_texts_are_found_in_cut_output(cut: int) -> None:
    data = "\x1b[38;5;1mแผน\x1b[0mผัง".encode()
    pieces = [data[:cut], data[cut:]]
    assert first_with_texts(pieces, ["แผนผัง"]) == 1
    assert first_with_texts([*pieces, b"more"], ["แผนผัง", "more"]) == 2
    assert first_with_texts(pieces, ["more"]) is None


def test_line_delays_and_queues_bytes() -> None:
    line = Line(rate=1000, delay=0.1)
    assert line.carry(10.0, 100) == pytest.approx((10.1, 10.2))
    assert line.carry(10.0, 100) == pytest.approx((10.2, 10.3))  # queued behind the first
    assert line.carry(20.0, 100) == pytest.approx((20.1, 20.2))  # the line was free again


def _piece(at: float, size: int, waited: float = 0.0, late: float = 0.0) -> Piece:
    return Piece(Moment(at, waited), at + late, b"x" * size)


def test_first_burst_is_separate_from_the_whole_effect() -> None:
    pieces = [_piece(1.002, 100), _piece(1.004, 50), _piece(1.120, 900)]
    first, all_ = effects(Moment(1.0, 0.0), pieces) or pytest.fail("no effect")
    assert tuple(first) == pytest.approx((0.004, 0.004, 150))
    assert tuple(all_) == pytest.approx((0.120, 0.120, 1050))
    assert effects(Moment(1.0, 0.0), []) is None


def test_core_waits_do_not_count_or_end_a_burst() -> None:
    pieces = [_piece(1.002, 100, waited=5.0), _piece(1.052, 50, waited=5.049)]
    first, _all = effects(Moment(1.0, 5.0), pieces) or pytest.fail("no effect")
    assert tuple(first) == pytest.approx((0.052, 0.003, 150))


def test_slow_line_counts_arrival_time() -> None:
    first, _all = effects(Moment(1.0, 0.0), [_piece(1.002, 100, late=0.1)]) or pytest.fail("no effect")
    assert first.wall == pytest.approx(0.102)


def test_terminal_replies_to_split_queries() -> None:
    assert terminal_replies(b"\x1b[c\x1b[6nx") == (b"\x1b[?64;1;2;6;22c\x1b[1;3R", b"")
    replies, rest = terminal_replies(b"\x1b[2J\x1b[?20")
    assert (replies, rest) == (b"", b"\x1b[?20")
    assert terminal_replies(rest + b"26$p") == (b"\x1b[?2026;0$y", b"")


def test_keys_are_xterm_bytes() -> None:
    assert key_bytes("down") == b"\x1b[B"
    assert key_bytes("ก") == "ก".encode()


@pytest.mark.parametrize("size", [9, 100])
def test_registers_have_their_size_and_are_reproducible(size: int) -> None:
    register = registers.build_register(size)
    assert len(register.measures) == len({measure.id for measure in register.measures}) == size
    assert register == registers.build_register(size)
    assert [measure.track for measure in register.measures_of("EIT")] == ["EIT"] * len(register.measures_of("EIT"))
    assert registers.MARKS[1] in register.measures[0].activity
    assert len(registers.with_long_texts(register).measures[0].activity) == registers.LONG


def test_table_marks_goals_as_met_or_missed() -> None:
    readings = Readings()
    for size, seconds in ((0, 0.1), (9, 0.105), (10_000, 0.16)):
        readings.add("start.settled", size, 1, [seconds])
    heading, row = table.rows(readings)
    assert row[1:-1] == ["≤ 1.05 / 1.5 × floor", "100 ms", "105 ms (1.05 ×) ✓", "160 ms (1.60 ×) ✗"]
    assert (heading[-1], row[-1]) == ("growth", "n^0.06")
    assert table.markdown([["a", "b"], ["1", "2"]]) == "| a | b |\n|---|---|\n| 1 | 2 |"


def test_comparison_shows_ratios_to_the_other_checkout() -> None:
    readings, other = Readings(), Readings()
    for value, found in ((0.105, readings), (0.1, other)):
        found.add("start", 9, 1, [value])
        found.add("idle.bytes", 9, 1, [0])
    heading, *rows = table.comparison(readings, other)
    assert heading == ["this / other checkout", "9 measures"]
    assert [row[1] for row in rows] == ["105 ms (1.05 ×)", "0 bytes"]
    assert readings.plain() == {"start": {9: {1: [0.105]}}, "idle.bytes": {9: {1: [0]}}}
    kept = Readings.of_plain(json.loads(json.dumps(readings.plain())))
    assert table.comparison(kept, other) == [heading, *rows]


def _other_checkout(root: Path) -> Path:
    """Return a checkout with a format of its own, whose program ends at once."""
    files = {
        "itatui/__init__.py": "",
        "itatui/__main__.py": "",
        "tools/__init__.py": "",
        "tools/bench/__init__.py": "",
        "itatui/store.py": "def create(path, register): path.write_text(f'older format: {register}')",
        "tools/bench/registers.py": "def build_register(size): return size\n"
        "def with_long_texts(size, *, spaced): return size, spaced",
    }
    for name, text in files.items():
        root.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        root.joinpath(name).write_text(text, encoding="utf-8")
    return root


def test_another_checkout_gets_a_register_in_its_own_format(tmp_path: Path) -> None:
    other = _other_checkout(tmp_path / "other")
    path = write_register(other, tmp_path / "9.json", 9)
    assert path.read_text(encoding="utf-8") == "older format: 9"
    path = write_register(other, tmp_path / "spaced.json", 9, "spaced")
    assert path.read_text(encoding="utf-8") == "older format: (9, True)"
    path = write_register(ROOT, tmp_path / "own.json", 9)
    assert RegisterFile(path).load() == registers.build_register(9)


def test_a_comparison_in_which_the_other_checkout_fails_is_no_success(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = _other_checkout(tmp_path / "other")
    words = ["bench", "--only", "commands", "--sizes", "9", "--runs", "1", "--checkout", str(other)]
    monkeypatch.setattr("sys.argv", words)
    monkeypatch.setattr(commands, "COMMANDS", {"command.other": ("itatui.none", "list")})
    with pytest.raises(SystemExit, match=r"No program of .*other could be measured"):
        main()


def test_every_named_floor_is_measured() -> None:
    floors = {figure.floor for figure in FIGURES if figure.floor}
    assert floors <= {*commands.COMMANDS, "commit.floor", "rollup.floor", "typing.spaced", "start.plain"}
    assert {f"start.{shape}" for shape in SHAPES} <= {figure.name for figure in FIGURES}
    assert commands.COMMANDS.keys() - floors <= {figure.name for figure in FIGURES}
    assert screen_parts.typing_spaced in screen_parts.TYPING_PARTS.values()


def test_long_texts_have_the_same_length_with_spaces() -> None:
    texts = [
        registers.with_long_texts(registers.build_register(9), spaced=spaced).measures[0].result
        for spaced in (True, False)
    ]
    assert [len(text) for text in texts] == [registers.LONG] * 2
    assert texts[0].count(" ") > 10 * texts[1].count(" ")


def test_goal_may_apply_to_a_single_size() -> None:
    commit = next(figure for figure in FIGURES if figure.name == "commit")
    assert (limit(commit, 9), limit(commit, 1_000)) == (None, 1.4)


def test_longest_freeze_is_that_since_a_time(tmp_path: Path) -> None:
    session = Session([], {}, str(tmp_path))
    tmp_path.joinpath(FREEZES).write_text("1.5 0.2\n5.5 0.01\n6.5 0.05\n")
    assert freezes.longest_freeze(session, 5.0) == 0.05
    assert freezes.longest_freeze(session, 7.0) == 0.0


def test_a_rollup_is_measured_by_the_register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rollups, "REGISTERS", 2)
    found = rollups.measure(3)
    assert [len(found[name]) for name in ("rollup.floor", "rollup")] == [2, 2]


def test_freezes_are_measured_for_every_command() -> None:
    pressed = {key for step in freezes.STEPS for key in (*step.before, *step.keys, *step.back)}
    alike = {
        "quit",
        "write_outside",
        "write_form",
        "sideways(-1)",
        "tick(2)",
        "tick(3)",
        "tick(4)",
        "turn(-1)",
        "page(-1)",
        "choose(-1)",
    }
    missing = [
        command.action for command in COMMANDS if pressed.isdisjoint(command.keys) and command.action not in alike
    ]
    assert missing == []


def test_every_step_has_a_figure() -> None:
    figures = {figure.name for figure in FIGURES}
    assert {f"freeze.{step.name}" for step in freezes.STEPS} <= figures
    assert {f"page.{step.name}" for step in freezes.STEPS if step.page} <= figures


def test_long_history_is_sealed_but_for_the_latest(tmp_path: Path) -> None:
    path = tmp_path / "register.json"
    create(path, registers.build_register(9))
    registers.add_history(path, 40)
    history = RegisterFile(path).history()
    assert [change.number for change in history] == list(range(1, 42))
    lengths = [len(str(change.edits[0].after)) for change in history]
    assert 600 <= min(lengths) < max(lengths) <= registers.LONG


def test_the_floor_of_a_freeze_is_that_of_the_bare_program() -> None:
    readings = Readings()
    for size, seconds in ((0, 0.012), (60, 0.03)):
        readings.add("freeze.help", size, 0, [seconds])
    _heading, row = table.rows(readings)
    assert row == ["… help (F1)", "", "12.0 ms", "30.0 ms (2.50 ×)"]
    assert {step.name for step in freezes.STEPS if step.floor} == {"help", "resize"}
