"""`itatui where`, the choice of the register, and first use."""

import json
from pathlib import Path

import pytest

import itatui
from itatui.store import RegisterFile
from tests import reference
from tests.support.command_line import Run


def test_first_use_copies_the_sample_with_a_note(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "data" / "itatui" / "register_2567.json"
    answer = run("show", "IIT-1", "--json")
    created, note = answer.err.splitlines()
    assert created == f"itatui: created your own copy of the sample register: {path}"
    assert "this is the sample, the register of " in note
    assert json.loads(answer.out)["activity"] == reference.register().measures[0].activity
    assert run("show", "IIT-1", "--json") == (0, answer.out, f"{note}\n")
    run("set", "IIT-2", "result=ก").output()
    assert RegisterFile(path).load().measures[1].result == "ก"


def test_where_creates_nothing(tmp_path: Path, run: Run) -> None:
    lines = run("where").output().splitlines()
    path = tmp_path / "data" / "itatui" / "register_2567.json"
    assert lines[:8] == [
        f"register: {path} (your own copy of the sample; the file does not exist yet)",
        f"lock file: {path}.lock",
        f"earlier versions: {path}.past",
        f"older history: {path}.history",
        f"configuration file: {tmp_path / 'config' / 'itatui' / 'config.toml'}",
        f"settings chosen on the screen: {tmp_path / 'config' / 'itatui' / 'config.toml'}",
        f"folder of registers: {path.parent}",
        f"typed texts that are not confirmed yet: {tmp_path / 'home' / '.local' / 'state' / 'itatui' / 'drafts'}",
    ]
    assert list(tmp_path.iterdir()) == []


def test_json_has_every_path_and_the_source(path: Path, run: Run) -> None:
    found = json.loads(run("where", "--json").output())
    assert found["version"] == itatui.__version__
    assert (found["register"], found["source"], found["exists"]) == (str(path), "environment", True)
    assert Path(found["shipped"], "register_2567.json").exists()
    assert list(found)[4:] == [
        "lock",
        "generations",
        "sealed",
        "configuration",
        "settings",
        "registers",
        "drafts",
        "shipped",
    ]


def test_register_option_wins_before_or_after_the_command(path: Path, run: Run) -> None:
    for words in (["--register", "o.json", "where"], ["where", "--register", "o.json"], ["--register=o.json", "where"]):
        assert f"register: {Path.cwd() / 'o.json'} (from --register; " in run(*words).output()


def test_environment_wins_over_configuration(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    config = Path("config/itatui/config.toml")
    config.parent.mkdir(parents=True)
    config.write_text('register = "~/c.json"\nlanguage = "en"\n', "utf-8")
    assert "(from ITATUI_REGISTER)" in run("where").output()
    assert run("list", "--track", "IIT").output()
    monkeypatch.delenv("ITATUI_REGISTER")
    assert f"{Path('~/c.json').expanduser()} (from the configuration file; " in run("where").output()
    message = run("list").error_line()
    assert str(Path("~/c.json").expanduser()) in message and "no such file" in message
    assert not Path("data").exists()


def test_invalid_configuration_is_refused_by_every_command(path: Path, run: Run) -> None:
    config = Path("config/itatui/config.toml")
    config.parent.mkdir(parents=True)
    before = path.read_bytes()
    for text, message in (
        ('language = "fr"', "language must be one of th, en"),
        ("words = 5", "words must be"),
        ("[", ""),
    ):
        config.write_text(text)
        for words in (["list"], ["set", "IIT-2", "result=ก"], ["where"]):
            line = run(*words).error_line()
            assert str(config) in line and message in line
    assert path.read_bytes() == before


def test_too_long_file_name_is_refused(run: Run) -> None:
    long = "ก" * 300
    assert "the name is too long" in run("list", "--register", long).error_line()
    assert "Traceback" not in run("where", "--register", long).err
