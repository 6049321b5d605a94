"""The walls of the house: who may import whom, and that importing does no work."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from itatui.cli.parser import COMMANDS
from tests.support.sources import OURS, ROOT, called, module_name, nodes, place


def python(code: str, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What a Python of its own says, in which nothing has been imported yet and nobody has a file."""
    environment = {"HOME": str(home), "PATH": os.defpath, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_contracts_hold(tmp_path: Path) -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    ran = python(code, tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "0 broken" in ran.stdout


WITHOUT_THE_SCREEN = """
import sys
import itatui.report, itatui.cli.main
from pathlib import Path
from itatui.domain.meeting import Meeting
from itatui.domain.meetings import begin
from itatui.store import RegisterFile
for words in sys.argv[2:]:
    if words == "minutes":
        RegisterFile(Path(sys.argv[1])).apply(begin(Meeting("g1", "2024-05-15")))
    code = itatui.cli.main.main(["--register", sys.argv[1], *words.split()])
    assert code == 0, (words, code)
sys.exit(" ".join(sorted(name for name in sys.modules if name.split(".")[0] == "textual")) or 0)
"""


def test_no_command_but_open_imports_textual(tmp_path: Path) -> None:
    register = str(tmp_path / "register.json")
    lines = ["new 2567 --sample", "list", "show", "show IIT-2", "set IIT-2 --untick 4", "history", "undo", "redo"]
    lines += ["add IIT activity=ใหม่", "move IIT-4 1", "remove IIT-2", "report --width 80", "where"]
    lines += ["restore", "restore 1 --preview", "restore 1", "doctor", "repair", "repair --apply --all"]
    lines += ["overview", "minutes", "minutes --json"]
    assert {line.split()[0] for line in lines} == COMMANDS.keys() - {"open", "meeting"}
    ran = python(WITHOUT_THE_SCREEN, tmp_path, register, *lines)
    assert ran.returncode == 0, ran.stderr


WHAT_A_COMMAND_LOADS = """
import sys
import itatui.cli.main
code = itatui.cli.main.main(sys.argv[2:])
assert code == 0, code
sys.exit(" ".join(sorted(set(sys.argv[1].split()) & set(sys.modules))) or 0)
"""

UNUSED = {"dataclasses", "glob", "inspect", "platformdirs", "shutil", "tempfile", "threading", "tomllib", "tomli_w"}
UNPRINTED = UNUSED | {"rich", "zlib"}
UNDIVIDED = UNPRINTED | {"itatui.thai.segmentation", "itatui.thai.cell_width"}
"""What no command, none that leaves printing to Rich, and none that breaks no text, should wait for."""


@pytest.mark.parametrize(
    ("line", "spared"),
    [
        ("list", UNDIVIDED | {"tinydb"}),
        ("show IIT-2", UNDIVIDED | {"tinydb"}),
        ("set IIT-2 --untick 4", UNDIVIDED),
        ("set IIT-2 --tick 4", UNDIVIDED | {"tinydb"}),  # it is so already: nothing to write
        ("report", UNUSED - {"dataclasses", "inspect", "threading"} | {"itatui.thai.field_words", "tinydb"}),
    ],
)
def test_a_command_waits_for_nothing_that_it_does_not_use(tmp_path: Path, line: str, spared: set[str]) -> None:
    register = str(tmp_path / "register.json")
    assert python(WHAT_A_COMMAND_LOADS, tmp_path, "", "new", "2567", "--sample", "--register", register).returncode == 0
    ran = python(WHAT_A_COMMAND_LOADS, tmp_path, " ".join(spared), *line.split(), "--register", register)
    assert ran.returncode == 0, ran.stderr


IMPORTS_ALL = """
import importlib, sys
work = []
HARMLESS = (".py", ".pyc", ".so", ".pth")
DOES = ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.system", "socket.", "subprocess.", "fcntl.", "tempfile.")
watching = False
def watch(event, arguments):
    if not watching:
        return
    if event == "open" and not str(arguments[0]).endswith(HARMLESS):
        work.append(f"{name}: opens {arguments[0]}")
    elif event.startswith(DOES):
        work.append(f"{name}: {event} {arguments}")
sys.addaudithook(watch)
for name in sys.argv[1:]:
    watching = True
    importlib.import_module(name)
    watching = False
sys.exit("\\n".join(work) or 0)
"""


def test_importing_a_module_does_no_work(tmp_path: Path) -> None:
    ran = python(IMPORTS_ALL, tmp_path, *map(module_name, OURS))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("library", "room"), [("tinydb", "store"), ("textual", "tui")])
def test_a_library_has_one_room(library: str, room: str) -> None:
    outside = [path for path in OURS if path.relative_to(ROOT).parts[1] != room]
    assert [place(path, node) for path in outside for node in nodes(path) if imports(node, library)] == []


def imports(node: ast.AST, library: str) -> bool:
    match node:
        case ast.Import(names=names):
            return any(alias.name.split(".")[0] == library for alias in names)
        case ast.ImportFrom(module=str(module), level=0):
            return module.split(".")[0] == library
        case ast.Call(args=[ast.Constant(value=str(name)), *_]):
            return name.split(".")[0] == library and called(node) in {"import_module", "__import__"}
    return False


UNTIL_THE_FIRST_PICTURE = """
import sys
from itatui.tui.startup import _import_app
application = _import_app()
missing = {name for name in ("textual.command", "ssl") if name in sys.modules}
import textual.command
sys.exit(" ".join(missing) or (0 if textual.command.CommandPalette.mro()[-1] is object else "no palette"))
"""


def test_the_screen_does_not_wait_for_the_palette(tmp_path: Path) -> None:
    ran = python(UNTIL_THE_FIRST_PICTURE, tmp_path)
    assert ran.returncode == 0, ran.stderr
