"""Errors: a line, an exit code, no traceback, and an unchanged file."""

from pathlib import Path

import pytest

from tests.support.command_line import Run

READ_COMMANDS = [["list"], ["show"], ["show", "IIT-2", "--json"], ["report"], ["history"], ["list", "--json"]]
WRITE_COMMANDS = [
    ["set", "IIT-2", "result=ก"],
    ["add", "IIT", "activity=ก"],
    ["remove", "IIT-2"],
    ["move", "IIT-2", "1"],
    ["undo"],
    ["redo"],
]
EVERY_COMMAND = pytest.mark.parametrize("words", READ_COMMANDS + WRITE_COMMANDS, ids=" ".join)


@EVERY_COMMAND
def test_damaged_file_is_refused_unchanged(path: Path, run: Run, words: list[str]) -> None:
    path.write_text(path.read_text("utf-8")[:2000], "utf-8")
    before = path.read_bytes()
    assert run(*words).error_line().startswith(f"itatui: {path}: not JSON at line")
    assert path.read_bytes() == before


@EVERY_COMMAND
def test_missing_file_is_refused_and_not_created(tmp_path: Path, run: Run, words: list[str]) -> None:
    line = run(*words, "--register", "none.json").error_line()
    assert "none.json: no such file or folder; nothing was changed. Check the name" in line
    assert "none.json" not in [each.name for each in tmp_path.iterdir()]


@EVERY_COMMAND
def test_folder_is_refused(tmp_path: Path, run: Run, words: list[str]) -> None:
    assert "it is a folder, not a file" in run(*words, "--register", str(tmp_path)).error_line()


@EVERY_COMMAND
def test_control_characters_of_a_path_are_not_printed(run: Run, words: list[str]) -> None:
    run(*words, "--register", "no\nne\x1b]52;c;x\x07.json").error_line()


@pytest.mark.parametrize("ref", ["XIT-1", "IIT-4", "IIT-0", "IIT-", "IIT 2", "IIT-²", "IIT--1", "IIT-99999999999"])
def test_unknown_ref_is_refused(path: Path, run: Run, ref: str) -> None:
    before = path.read_bytes()
    for words in (["show"], ["set", "--tick", "1"], ["remove"], ["history"]):
        line = run(words[0], ref, *words[1:]).error_line()
        assert f"there is no {ref}" in line
    assert path.read_bytes() == before


def test_unknown_ref_names_the_known_ones(path: Path, run: Run) -> None:
    assert run("show", "iit-9").error_line() == "itatui: there is no iit-9: IIT has 3 measures"
    line = "itatui: there is no XIT: name a measure, such as IIT-2, or one of the tracks IIT, EIT, OIT"
    assert run("show", "XIT").error_line() == line


@pytest.mark.parametrize(
    "words",
    [
        ["lst"],
        ["list", "--lately"],
        ["list", "extra"],
        ["show", "IIT-1", "extra"],
        ["set"],
        ["new"],
        ["move", "IIT-1"],
        ["list", "--lang", "fr"],
        ["--nonsense", "list"],
        ["list", "--register"],
    ],
    ids=" ".join,
)
def test_wrong_arguments_point_to_help(path: Path, run: Run, words: list[str]) -> None:
    before = path.read_bytes()
    assert "--help" in run(*words).error_line(2)
    assert path.read_bytes() == before


def test_screen_without_a_terminal_is_refused(path: Path, run: Run) -> None:
    for words in ([], ["open"]):
        assert "the full-screen view needs a terminal" in run(*words).error_line(2)


@EVERY_COMMAND
@pytest.mark.parametrize("home", [None, "", "relative"])
def test_user_without_a_home_is_told_to_set_one(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], home: str | None
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    if home is not None:
        monkeypatch.setenv("HOME", home)
    monkeypatch.setattr("os.getuid", lambda: 54321)  # no user of this system
    assert "set HOME" in run(*words).error_line()


def test_interrupt_exits_without_a_traceback(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("itatui.cli.parser.parse", interrupt)
    assert run("list") == (130, "", "")
