"""The boundaries of the packages: allowed imports, and imports without side effects."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from itatui.cli.parser import COMMANDS
from tests.support.sources import PACKAGE_FILES, ROOT, called_name, location, module_name, nodes


def python(code: str, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh Python with an empty home."""
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


def test_import_contracts_are_kept(tmp_path: Path) -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    result = python(code, tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


COMMANDS_SCRIPT = """
import sys
import itatui.report, itatui.cli.main
from pathlib import Path
from itatui.domain.meeting import Meeting
from itatui.domain.edits import begin
from itatui.store import RegisterFile
for words in sys.argv[2:]:
    if words == "minutes":
        RegisterFile(Path(sys.argv[1])).apply(begin(Meeting("g1", "2024-05-15")))
    code = itatui.cli.main.main(["--register", sys.argv[1], *words.split()])
    assert code == (words == "check"), (words, code)
sys.exit(" ".join(sorted(name for name in sys.modules if name.split(".")[0] == "textual")) or 0)
"""


def test_only_open_and_meeting_import_textual(tmp_path: Path) -> None:
    register = str(tmp_path / "register.json")
    lines = ["new 2567 --sample", "list", "show", "show IIT-2", "set IIT-2 --untick 4", "history", "undo", "redo"]
    lines += ["add IIT activity=ใหม่", "move IIT-4 1", "remove IIT-2", "report --width 80", "where"]
    lines += ["restore", "restore 1 --preview", "restore 1", "doctor", "repair", "repair --apply --all"]
    lines += ["overview", "sheets", "minutes", "minutes --json", "completion bash", "completion --words REF"]
    lines += ["track", "field", "form", "form show plan", f"export {tmp_path}/r.html {tmp_path}/r.docx --yes"]
    lines += [f"import {ROOT}/tests/reference/report_2567_extracted.txt --yes --all"]
    lines += [
        "check",
        "check --rules",
        "compare data/register_2567.json",
        "coverage",
        "evidence",
        "close",
        "close --reopen --reason ก",
        "due --ics -",
        "rollup data/register_2567.json",
        "sheets",
    ]
    assert {line.split()[0] for line in lines} == COMMANDS.keys() - {"open", "meeting", "print"}
    result = python(COMMANDS_SCRIPT, tmp_path, register, *lines)
    assert result.returncode == 0, result.stderr


COMMAND_SCRIPT = """
import sys
import itatui.cli.main
code = itatui.cli.main.main(sys.argv[2:])
assert code == 0, code
sys.exit(" ".join(sorted(set(sys.argv[1].split()) & set(sys.modules))) or 0)
"""

NEVER_LOADED = {
    "dataclasses",
    "gettext",
    "glob",
    "inspect",
    "platformdirs",
    "shtab",
    "shutil",
    "tempfile",
    "threading",
    "tomllib",
    "tomli_w",
    "tinydb.queries",
}
NOT_LOADED_WITHOUT_TABLE = NEVER_LOADED | {"rich", "zlib"}
NOT_LOADED_WITHOUT_WRAPPING = NOT_LOADED_WITHOUT_TABLE | {"itatui.thai.segmentation", "itatui.thai.cell_width"}
NOT_LOADED_WITHOUT_SAVE = {"itatui.store.saves", "itatui.store.backups", "tinydb", "typing", "urllib.parse"}
"""Modules that no command loads; none without a table; none without line breaking; none that only reads."""


@pytest.mark.parametrize(
    ("line", "unneeded"),
    [
        ("list", NOT_LOADED_WITHOUT_WRAPPING | NOT_LOADED_WITHOUT_SAVE),
        ("show IIT-2", NOT_LOADED_WITHOUT_WRAPPING | NOT_LOADED_WITHOUT_SAVE),
        (
            "set IIT-2 result=ดี",
            NOT_LOADED_WITHOUT_WRAPPING - {"zlib"} | {"itatui.domain.filter", "itatui.wording.changes"},
        ),
        # already ticked: nothing is written
        ("set IIT-2 --tick 4", NOT_LOADED_WITHOUT_WRAPPING - {"zlib"} | {"tinydb"}),
        ("completion --words REF --line=itatui", NOT_LOADED_WITHOUT_TABLE | {"itatui.thai.segmentation", "tinydb"}),
        ("report", NEVER_LOADED - {"dataclasses", "inspect", "threading"} | {"itatui.thai.field_words", "tinydb"}),
    ],
)
def test_command_imports_no_unneeded_module(tmp_path: Path, line: str, unneeded: set[str]) -> None:
    register = str(tmp_path / "register.json")
    assert python(COMMAND_SCRIPT, tmp_path, "", "new", "2567", "--sample", "--register", register).returncode == 0
    result = python(COMMAND_SCRIPT, tmp_path, " ".join(unneeded), *line.split(), "--register", register)
    assert result.returncode == 0, result.stderr


IMPORT_SCRIPT = """
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


def test_imports_have_no_side_effects(tmp_path: Path) -> None:
    result = python(IMPORT_SCRIPT, tmp_path, *map(module_name, PACKAGE_FILES))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("library", "package"), [("tinydb", "store"), ("textual", "tui")])
def test_library_is_imported_in_a_single_package(library: str, package: str) -> None:
    other_files = [path for path in PACKAGE_FILES if path.relative_to(ROOT).parts[1] != package]
    assert [location(path, node) for path in other_files for node in nodes(path) if imports(node, library)] == []


def imports(node: ast.AST, library: str) -> bool:
    match node:
        case ast.Import(names=names):
            return any(alias.name.split(".")[0] == library for alias in names)
        case ast.ImportFrom(module=str(module), level=0):
            return module.split(".")[0] == library
        case ast.Call(args=[ast.Constant(value=str(name)), *_]):
            return name.split(".")[0] == library and called_name(node) in {"import_module", "__import__"}
    return False


STARTUP_SCRIPT = """
import sys
from itatui.tui.startup import _import_app
application = _import_app()
missing = {name for name in ("textual.command", "ssl", "platformdirs", "rich.table") if name in sys.modules}
import textual.command
sys.exit(" ".join(missing) or (0 if textual.command.CommandPalette.mro()[-1] is object else "no palette"))
"""
LATER_SCRIPT = """
import sys
from itatui.tui.startup import _LATER, _import_app
_import_app()
import textual.app, textual.design, textual.layout
from rich.style import Style
assert Style(meta={"a": 1}).meta == {"a": 1}
assert textual.app.user_downloads_path().name
assert len(textual.design.Table("a").columns) == 1
assert textual.layout.Canvas(2, 1).width == 2
sys.exit(" ".join(name for name in _LATER if name not in sys.modules and name != "asyncio.sslproto") or 0)
"""


def test_names_that_the_startup_leaves_out_are_imported_by_the_first_call(tmp_path: Path) -> None:
    result = python(LATER_SCRIPT, tmp_path)
    assert result.returncode == 0, result.stderr


def test_startup_does_not_import_the_palette(tmp_path: Path) -> None:
    result = python(STARTUP_SCRIPT, tmp_path)
    assert result.returncode == 0, result.stderr
