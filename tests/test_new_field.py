"""A new field of a measure takes an attribute, an entry in the table of fields and a translation.

The trial adds one to a copy of the package, and uses it in every command, in both languages.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.sources import ROOT

CHANGES = {
    "itatui/domain/measure.py": (
        '    """หลักฐาน."""\n    dropped',
        '    """หลักฐาน."""\n    budget: str = ""\n    dropped',
    ),
    "itatui/domain/fields.py": (
        '    Field("evidence", Kind.LINKS',
        '    Field("budget", Kind.LINE, N_("Budget")),\n    Field("evidence", Kind.LINKS',
    ),
}
"""Text replaced in each file of the copy. The translation is left out: it needs the tools of the catalogue."""
VIEWS = ROOT / "tests" / "support" / "field_views.py"

Command = Callable[..., str]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of the package that has the new field."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("itatui", "data", "styles"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name, (old, new) in CHANGES.items():
        text = (folder / name).read_text("utf-8")
        assert text.count(old) == 1
        (folder / name).write_text(text.replace(old, new), "utf-8")
    return folder


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Return the path of a register made by the package as it is, without the new field."""
    path = tmp_path / "register.json"
    run(ROOT, tmp_path, "-m", "itatui", "new", "2567", "--sample", "--register", str(path))
    return path


def run(package: Path, home: Path, *words: str) -> str:
    """Run Python on a package and return its output. Fails if it does."""
    homes = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")}
    environment = {**os.environ, **homes, "PYTHONPATH": str(package), "LC_ALL": "C.UTF-8"}
    done = subprocess.run([sys.executable, *words], cwd=home, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture
def itatui(package: Path, register: Path) -> Command:
    """Return a function that runs a command of the copy, in English, on the register."""

    def command(*words: str) -> str:
        return run(package, register.parent, "-m", "itatui", *words, "--lang", "en", "--register", str(register))

    return command


def budget(itatui: Command) -> Any:
    return json.loads(itatui("show", "IIT-2", "--json"))["budget"]


def test_every_command_reads_and_writes_a_new_field(itatui: Command) -> None:
    assert budget(itatui) == ""
    itatui("set", "IIT-2", "budget=50,000 บาท")
    assert budget(itatui) == "50,000 บาท"
    assert "  Budget: 50,000 บาท\n" in itatui("show", "IIT-2")
    assert itatui("list", "--find", "50,000").startswith("IIT-2 ")
    assert "IIT-2: wrote Budget" in itatui("history", "IIT-2")
    itatui("undo")
    assert budget(itatui) == ""
    itatui("redo")
    assert budget(itatui) == "50,000 บาท"
    ref = itatui("add", "IIT", "activity=ก", "budget=ไม่ใช้งบประมาณ").strip()
    assert json.loads(itatui("show", ref, "--json"))["budget"] == "ไม่ใช้งบประมาณ"
    assert "ไม่ใช้งบประมาณ" in itatui("show", ref)


def test_repair_finds_damage_in_a_new_field(itatui: Command, register: Path) -> None:
    tables = json.loads(register.read_text("utf-8"))
    tables["measures"]["2"]["budget"] = "งบเพ่ือการอบรม"
    register.write_text(json.dumps(tables, ensure_ascii=False), "utf-8")
    assert "IIT-2 Budget" in itatui("repair", "IIT-2")
    itatui("repair", "IIT-2", "--apply")
    assert budget(itatui) == "งบเพื่อการอบรม"


def test_every_screen_shows_a_new_field(package: Path, itatui: Command, register: Path) -> None:
    itatui("set", "IIT-2", "budget=50,000 บาท")
    views = run(package, register.parent, str(VIEWS), str(register), "budget", "Budget")
    assert views.split() == ["detail", "jump", "meeting"]
