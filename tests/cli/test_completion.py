"""`itatui completion`: the scripts, and the words of the register that they ask for."""

from pathlib import Path

import pytest

from itatui.cli.completion import SHELLS
from itatui.cli.completion.register_words import WORDS
from itatui.cli.completion.scripts import FREE, VALUES
from itatui.cli.parser import COMMANDS, actions_of, whole_parser
from itatui.store import create, sample
from tests.support.command_line import Run, by_hand, exit_code_of, run_program

MEASURES = ["IIT-1", "IIT-2", "IIT-3", "EIT-1", "EIT-2", "EIT-3", "OIT-1", "OIT-2", "OIT-3"]
TRACKS = ["IIT", "EIT", "OIT"]


def words(run: Run, metavar: str, line: str) -> list[str]:
    """Return the words that a shell is offered after a line."""
    output = run("completion", "--words", metavar, f"--line={line}").output()
    return [word for word, _tab, _description in (line.partition("\t") for line in output.splitlines())]


@pytest.mark.parametrize("shell", SHELLS)
def test_script_has_every_command_and_option(run: Run, shell: str) -> None:
    script = run("completion", shell).output()
    parser, commands = whole_parser()
    options = [word for each in (parser, *commands.values()) for act in actions_of(each) for word in act.option_strings]
    if shell == "fish":
        options = [option.replace("--", "-l ").replace("-h", "-s h") for option in options]
    assert [word for word in (*COMMANDS, *options) if word not in script] == []
    assert "--words VALUE" not in script and "_completion__words" not in script


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_script_describes_in_the_chosen_language(run: Run, capsys: pytest.CaptureFixture[str], shell: str) -> None:
    assert "list the measures" in run("completion", shell).output()
    assert exit_code_of(["completion", shell, "--lang", "th"]) == 0
    assert "แสดงรายการมาตรการ" in capsys.readouterr().out


def test_every_value_is_completed_or_free() -> None:
    parser, commands = whole_parser()
    actions = [action for each in (parser, *commands.values()) for action in actions_of(each)]
    metavars = {str(action.metavar) for action in actions if action.metavar}
    assert metavars - FREE == VALUES
    assert set(WORDS) <= VALUES


def test_shell_is_that_of_the_login(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert run("completion").output() == run("completion", "fish").output()
    monkeypatch.setenv("SHELL", "/bin/dash")
    assert run("completion").error_line(2) == "itatui: name a shell: bash, zsh, fish"


def test_rules_are_those_of_the_check(path: Path, run: Run) -> None:
    assert {"claim", "no-evidence"} <= set(words(run, "RULE", "itatui check IIT --quiet "))


def test_refs_are_measures_tracks_and_the_register(path: Path, run: Run) -> None:
    assert words(run, "REF", "itatui show ") == [*MEASURES, *TRACKS, "register"]
    for command in ("remove", "move"):
        assert words(run, "REF", f"itatui --lang th {command} II") == MEASURES


def test_each_word_has_a_short_description_on_its_line(path: Path, run: Run) -> None:
    lines = run("completion", "--words", "REF", "--line", "itatui set ").output().splitlines()
    assert all(line.count("\t") == 1 and len(line.partition("\t")[2]) < 100 for line in lines)
    run("set", "IIT-1", "activity=ก\nข").output()
    assert run("completion", "--words", "REF", "--line", "itatui set ").output().startswith("IIT-1\tก␊ข\n")


def test_tracks_and_units_are_those_of_the_register(path: Path, run: Run) -> None:
    assert words(run, "TRACK", "itatui list --track ") == TRACKS
    run("set", "IIT-1", "responsible=กองคลัง").output()
    assert "กองคลัง" in words(run, "UNIT", "itatui list --unit ")


def test_word_that_cannot_be_typed_is_not_offered(path: Path, run: Run) -> None:
    by_hand(path, responsible=["กอง\nคลัง", "กอง\tช่าง", "\x1b]0;x\x07", "กองแผน และงบ"])
    assert set(words(run, "UNIT", "itatui list --unit ")) >= {"กองแผน และงบ"}
    assert not {"กอง", "คลัง", "ช่าง"} & set(words(run, "UNIT", "itatui list --unit "))


@pytest.mark.parametrize(
    ("line", "field", "other"),
    [
        ("itatui set IIT-2 ", "activity=", "agency="),
        ("itatui set IIT ", "name_th=", "activity="),
        ("itatui set --register o.json register ", "agency=", "activity="),
        ("itatui add IIT ", "activity=", "name_th="),
    ],
)
def test_fields_are_those_of_the_record(run: Run, line: str, field: str, other: str) -> None:
    create(Path("o.json"), sample())
    found = words(run, "FIELD=VALUE", line)
    assert field in found and other not in found


@pytest.mark.parametrize(
    "line",
    [
        "itatui --register {path} show ",
        "itatui --register={path} show ",
        "itatui show --register '{path}' II",
        "cd x; ~/bin/itatui show --register '{path}' '",
        "itatui --register $HOME/o.json show ",
        "itatui --register ~/o.json show ",
    ],
)
def test_words_come_from_the_register_of_the_line(run: Run, line: str) -> None:
    path = Path.home() / "o.json"
    create(path, sample())
    run("remove", "OIT-3", "--register", str(path))
    assert "OIT-3" in words(run, "REF", "itatui show ")
    found = words(run, "REF", line.format(path=path))
    assert "OIT-3" not in found and "OIT-2" in found


def test_words_before_first_use_are_those_of_the_sample_and_nothing_is_created(tmp_path: Path, run: Run) -> None:
    assert words(run, "REF", "itatui set ") == [*MEASURES, *TRACKS, "register"]
    assert list(tmp_path.iterdir()) == []


def test_unreadable_register_has_no_words(run: Run) -> None:
    Path("broken.json").write_text("{", "utf-8")
    for name in ("broken.json", "missing.json"):
        answer = run("completion", "--words", "REF", f"--line=itatui --register {name} set ")
        assert (answer.code, answer.out) == (1, "")
    assert run("completion", "--words", "PLANET", "--line", "itatui set ").error_line(2)


def test_broken_configuration_leaves_the_line_alone(run: Run) -> None:
    config = Path("config/itatui/config.toml")
    config.parent.mkdir(parents=True)
    config.write_text("[", "utf-8")
    answer = run_program("completion", "--words", "REF", "--line", "itatui set ")
    assert (answer.code, answer.out) == (1, "")
