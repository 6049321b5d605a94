"""The options of `itatui report`; its content is tested in tests/report."""

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from itatui.domain.edits import begin
from itatui.domain.meeting import Meeting
from itatui.store import SAMPLE, RegisterFile, create, sample
from itatui.store.paths import data_folder
from itatui.thai import cells
from tests.support.command_line import ROOT, Run, by_hand


def line_widths(text: str) -> set[int]:
    """Return the widths of a table's lines in cells."""
    return {cells(line) for line in text.splitlines() if line[:1] in "┌│├└+|"}


def test_width_is_120_in_a_pipe(path: Path, run: Run) -> None:
    assert line_widths(run("report").output()) == {120}


@pytest.mark.parametrize("columns", [72, 90, 150])
@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_width_in_a_pipe_is_that_of_the_terminal_beside_it(path: Path, stream: str, columns: int) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    line = [sys.executable, "-m", "itatui", "report"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    stdin, stderr = (theirs if stream == name else subprocess.DEVNULL for name in ("stdin", "stderr"))
    piped = subprocess.run(line, stdout=subprocess.PIPE, env=environment, check=True, stdin=stdin, stderr=stderr)
    assert line_widths(piped.stdout.decode()) == {columns}
    with Path("report.txt").open("wb") as file:
        subprocess.run(line, stdout=file, env=environment, check=True, stdin=stdin, stderr=stderr)
    assert line_widths(Path("report.txt").read_text("utf-8")) == {120}
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize("width", ["60", "๑๐๐", "200"])
def test_width_option_sets_the_width(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    assert line_widths(run("report", "--width", width).output()) == {int(width)}


def test_columns_variable_sets_the_width(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    assert line_widths(run("report").output()) == {90}
    for nonsense in ("", "wide", "-5", "0"):
        monkeypatch.setenv("COLUMNS", nonsense)
        assert line_widths(run("report").output()) == {120}


@pytest.mark.parametrize("width", ["19", "1", "-3"])
def test_width_below_20_is_refused(path: Path, run: Run, width: str) -> None:
    assert run("report", "--width", width).error_line(2) == "itatui: the table must be at least 20 cells wide"


@pytest.mark.parametrize("width", ["2001", "100000000", "9" * 30])
def test_endless_width_is_refused(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    for command in ("report", "overview"):
        assert run(command, "--width", width).error_line(2) == "itatui: the table can be at most 2000 cells wide"
    monkeypatch.setenv("COLUMNS", width)
    assert line_widths(run("report").output()) == {2000}


def test_invalid_width_is_refused(path: Path, run: Run) -> None:
    assert "invalid int value" in run("report", "--width", "wide").error_line(2)
    assert "the table must be at least" in run("report", "--width", "0").error_line(2)


def test_filter_selects_the_rows(path: Path, run: Run) -> None:
    by_hand(path, done=[1])
    whole = run("report", "--width", "200").output()
    assert all(f"แบบวัด {code}" in whole for code in ("IIT", "EIT", "OIT"))
    track = run("report", "--track", "oit", "--width", "200").output()
    assert "แบบวัด OIT" in track and "แบบวัด EIT" not in track
    late = run("report", "--late", "--width", "200").output()
    assert "แบบวัด IIT" in late and "แบบวัด OIT" not in late
    assert "แบบวัด EIT" in run("report", "--find", "เพ่ืออำนวย", "--width", "200").output()
    assert "there is no track XIT" in run("report", "--track", "XIT").error_line()


def test_ascii_and_thai_digits_options(path: Path, run: Run) -> None:
    plain = run("report", "--ascii").output()
    assert "+---" in plain and not set("┌│├└─") & set(plain)
    thai = run("report", "--thai-digits").output()
    assert "๒๕๖๗" in thai and "2567" not in thai


def test_pipe_gets_no_escape_sequences(path: Path, run: Run) -> None:
    assert "\x1b" not in run("report").output()


def test_force_color_styles_a_pipe(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1m" in run("report").output()


@pytest.mark.parametrize("words", [["--no-color"], []])
def test_no_color_option_and_variable_remove_colours(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    if not words:
        monkeypatch.setenv("NO_COLOR", "1")
    text = run("report", *words).output()
    assert not any(f"\x1b[{code}" in text for code in ("3", "4", "9", "10"))


def test_track_of_every_measure_leaves_out_the_empty_tracks(path: Path, run: Run) -> None:
    for ref in ("IIT-3", "IIT-2", "IIT-1", "EIT-3", "EIT-2", "EIT-1"):
        run("remove", ref)
    assert "ยังไม่มีมาตรการ" not in run("report").output()
    assert "ยังไม่มีมาตรการ" in run("report", "--sort", "due", "--empty-tracks").output()
    assert "ยังไม่มีมาตรการ" not in run("report", "--track", "OIT").output()


def test_report_of_the_sample_says_so_above_the_table(run: Run) -> None:
    first = run("report", "--width", "60")
    assert "created your own copy of the sample register" in first.err
    above, table, *_rest = first.out.partition("รายงาน")
    assert table and above.startswith("SAMPLE: the register of องค์การบริหารส่วนตำบลปากกราน")
    assert "itatui new YEAR --agency NAME" in " ".join(above.split())
    assert max(map(cells, above.splitlines())) <= 60
    run("set", "IIT-1", "--untick", "4").output()
    assert run("report", "--track", "IIT").output().startswith("SAMPLE")
    run("set", "register", "agency=เทศบาลตำบลตัวอย่าง").output()
    assert "SAMPLE" not in run("report").output()


NOTED = [("list",), ("list", "--json"), ("show",), ("show", "IIT-2"), ("overview", "--json"), ("minutes", "--json")]


@pytest.mark.parametrize("words", NOTED, ids=" ".join)
def test_answers_from_the_sample_come_with_a_note(run: Run, words: tuple[str, ...]) -> None:
    run("report")
    create(Path("own.json"), sample())
    for path in (data_folder() / SAMPLE, Path("own.json")):
        RegisterFile(path).apply(begin(Meeting("1", "2024-05-15")))
    answer = run(*words)
    assert "this is the sample, the register of องค์การบริหารส่วนตำบลปากกราน" in answer.err
    assert answer.out == run(*words, "--register", "own.json").output()


@pytest.mark.parametrize("words", [("overview",), ("minutes",)], ids=" ".join)
def test_tables_of_the_sample_say_so_above(run: Run, words: tuple[str, ...]) -> None:
    run("report")
    create(Path("own.json"), sample())
    for path in (data_folder() / SAMPLE, Path("own.json")):
        RegisterFile(path).apply(begin(Meeting("1", "2024-05-15")))
    own = run(*words, "--register", "own.json").output()
    table = run(*words).output()
    assert table.startswith("SAMPLE: the register of") and table.endswith(own)


def test_report_of_an_own_register_has_nothing_above(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own = run("report").output()
    assert "SAMPLE" not in own
    monkeypatch.delenv("ITATUI_REGISTER")
    sample = run("report").out
    assert sample.startswith("SAMPLE") and sample.endswith(own)
    assert run("report", "--register", str(path)).output() == own
