"""What cannot be done: one line, an exit code, no traceback, and nothing changed."""

from pathlib import Path

import pytest

from tests.support.command_line import Run

READING = [["list"], ["show"], ["show", "IIT-2", "--json"], ["report"], ["history"], ["list", "--json"]]
WRITING = [
    ["set", "IIT-2", "result=ก"],
    ["add", "IIT", "activity=ก"],
    ["remove", "IIT-2"],
    ["move", "IIT-2", "1"],
    ["undo"],
    ["redo"],
]
EVERY = pytest.mark.parametrize("words", READING + WRITING, ids=" ".join)


@EVERY
def test_a_damaged_file(path: Path, run: Run, words: list[str]) -> None:
    path.write_text(path.read_text("utf-8")[:2000], "utf-8")
    before = path.read_bytes()
    assert run(*words).error_line().startswith(f"itatui: {path}: not JSON at line")
    assert path.read_bytes() == before


@EVERY
def test_none_there(tmp_path: Path, run: Run, words: list[str]) -> None:
    line = run(*words, "--register", "none.json").error_line()
    assert "none.json: there is no such file or folder; nothing was changed. Check the name" in line
    assert "none.json" not in [each.name for each in tmp_path.iterdir()]


@EVERY
def test_a_folder_in_its_place(tmp_path: Path, run: Run, words: list[str]) -> None:
    assert "it is a folder" in run(*words, "--register", str(tmp_path)).error_line()


@EVERY
def test_a_name_with_a_line_in_it(run: Run, words: list[str]) -> None:
    run(*words, "--register", "no\nne\x1b]52;c;x\x07.json").error_line()


@pytest.mark.parametrize("ref", ["XIT-1", "IIT-4", "IIT-0", "IIT-", "IIT 2", "IIT-²", "IIT--1", "IIT-99999999999"])
def test_an_unknown_ref(path: Path, run: Run, ref: str) -> None:
    before = path.read_bytes()
    for words in (["show"], ["set", "--tick", "1"], ["remove"], ["history"]):
        line = run(words[0], ref, *words[1:]).error_line()
        assert f"there is no {ref}" in line
    assert path.read_bytes() == before


def test_what_there_is_instead(path: Path, run: Run) -> None:
    assert run("show", "iit-9").error_line() == "itatui: there is no iit-9: IIT has 3 measures"
    line = "itatui: there is no XIT: name a measure as IIT-2, or one of the tracks IIT, EIT, OIT"
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
        ["move", "IIT-1", "first"],
        ["list", "--lang", "fr"],
        ["--nonsense", "list"],
        ["list", "--register"],
    ],
    ids=" ".join,
)
def test_wrong_words(path: Path, run: Run, words: list[str]) -> None:
    before = path.read_bytes()
    assert "--help" in run(*words).error_line(2)
    assert path.read_bytes() == before


def test_the_screen_needs_a_terminal(path: Path, run: Run) -> None:
    for words in ([], ["open"]):
        assert "the screen needs a terminal" in run(*words).error_line(2)


def test_an_interrupt_is_no_traceback(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("itatui.cli.parser.parse", interrupted)
    assert run("list") == (130, "", "")
