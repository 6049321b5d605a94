"""The program in a shell: pipes, locales, closed streams, and imports."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from itatui.domain.measure import Measure
from itatui.store import RegisterFile, create
from tests import reference
from tests.support.command_line import ROOT, Answer, run_program, second

POSIX = {"LC_ALL": "POSIX", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize(
    "environment", [{"LANG": "C"}, {"LC_ALL": "POSIX"}, POSIX, {**POSIX, "PYTHONIOENCODING": "ascii"}]
)
def test_output_is_utf8_in_any_locale(path: Path, environment: dict[str, str]) -> None:
    expected = reference.register().measures[2].activity
    assert expected in run_program("list", environment=environment).output()
    assert json.loads(run_program("show", "IIT-3", "--json", environment=environment).output())["activity"] == expected
    assert "มาตรการ" in run_program("report", environment=environment).output()


def test_arguments_are_utf8_in_any_locale(path: Path) -> None:
    run_program("set", "IIT-2", "result=ไทย – “ก”", environment=POSIX).output()
    assert second(path)["result"] == "ไทย – “ก”"
    assert run_program("list", "--find", "มอบหมายงาน", environment=POSIX).output().startswith("IIT-3 ")


def test_standard_input_is_utf8_in_any_locale(path: Path) -> None:
    run_program("set", "IIT-2", "result=-", typed="ไทย\n".encode(), environment=POSIX).output()
    assert second(path)["result"] == "ไทย"


def test_thai_file_name_is_found_in_any_locale(tmp_path: Path) -> None:
    create(tmp_path / "ทะเบียน.json", reference.register())
    run_program("set", "IIT-2", "result=ก", "--register", "ทะเบียน.json", environment=POSIX).output()
    assert second(tmp_path / "ทะเบียน.json")["result"] == "ก"
    assert "ไม่มี.json" in run_program("list", "--register", "ไม่มี.json").error_line()


@pytest.mark.parametrize("words", [["list"], ["show"], ["report"], ["list", "--json"]], ids=" ".join)
def test_closed_pipe_exits_without_a_traceback(tmp_path: Path, words: list[str]) -> None:
    many = tuple(Measure(f"m{n}", "IIT", n, "มาตรการ " * 60) for n in range(1, 300))
    create(tmp_path / "many.json", reference.register()._replace(measures=many))
    line = [sys.executable, "-m", "itatui", *words, "--register", "many.json", "--lang", "en"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def run_in_shell(line: str) -> Answer:
    """Run a shell command line, in which `itatui` stands for the program."""
    program = f"{sys.executable} -m itatui --lang en"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = ["sh", "-c", line.replace("itatui", program)]
    done = subprocess.run(words, capture_output=True, check=False, env=environment, stdin=subprocess.DEVNULL)
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("words", ["list", "report", "show IIT-1", "history --json", "--help"])
def test_full_disk_is_reported_in_a_line(path: Path, words: str) -> None:
    run_in_shell(f"itatui {words} > /dev/full").error_line()


def test_closed_streams_cause_no_traceback(path: Path) -> None:
    for words in ("list >&-", "report >&-", "show nothing 2>&-", "list <&-"):
        assert "Traceback" not in run_in_shell(f"itatui {words}").err
    assert run_in_shell("itatui set IIT-2 result=x >&- <&-") == (0, "", "")
    assert second(path)["result"] == "x"


@pytest.mark.parametrize(
    ("words", "rich", "tinydb"),
    [
        (["list"], False, False),
        (["show"], False, False),
        (["history"], False, False),
        (["where"], False, False),
        (["set", "IIT-2", "result=ก"], False, True),
        (["undo"], False, True),
        (["report"], False, False),
        (["--help"], False, False),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_commands_import_rich_and_tinydb_only_if_needed(path: Path, words: list[str], rich: bool, tinydb: bool) -> None:
    if words == ["undo"]:
        run_program("set", "IIT-2", "result=ก")
    code = (
        "import sys\nfrom itatui.cli.main import main\n"
        "try:\n    assert main(sys.argv[1:]) == 0\nexcept SystemExit as end:\n    assert end.code == 0\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words, "--lang", "en"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    loaded = done.stderr.decode().splitlines()[-1].split()
    assert "itatui" in loaded and "textual" not in loaded
    assert (("rich" in loaded), ("tinydb" in loaded)) == (rich, tinydb)


def test_program_answers_as_in_process(path: Path) -> None:
    assert run_program("show", "XIT").error_line().startswith("itatui: there is no XIT")
    assert run_program("lst").error_line(2).startswith("itatui: there is no command lst")
    run_program("set", "IIT-2", "result=ก").output()
    assert RegisterFile(path).load().measures[1].result == "ก"


def test_configured_words_are_not_broken(path: Path) -> None:
    text = run_program("report", "--width", "60").output()
    assert "อบต.ปากกราน" not in text
    config = Path("config/itatui/config.toml")  # another process: words stay configured until it ends
    config.parent.mkdir(parents=True)
    config.write_text('words = ["อบต.ปากกราน"]\n', "utf-8")
    assert "อบต.ปากกราน" in run_program("report", "--width", "60").output()
