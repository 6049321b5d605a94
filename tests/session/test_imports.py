"""The session knows no Textual."""

import subprocess
import sys
from pathlib import Path

import itatui.tui.session

IMPORT_ALL = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(f"itatui.tui.session.{name}")
sys.exit(", ".join(name for name in sys.modules if name.split(".")[0] == "textual") or 0)
"""


def test_no_module_of_the_session_imports_textual() -> None:
    (folder,) = map(Path, itatui.tui.session.__path__)
    names = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    assert "session" in names
    run = subprocess.run([sys.executable, "-c", IMPORT_ALL, *names], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
