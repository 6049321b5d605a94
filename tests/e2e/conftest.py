"""What every test in a real terminal stands on: a home that is nobody's, a register in it, and tmux."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from tests import reference
from tests.support.command_line import ROOT
from tests.support.terminal import Server


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The variables of a person who was never here."""
    folders = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        **{name: str(tmp_path / folder) for name, folder in folders.items()},
    }


@pytest.fixture
def server(tmp_path: Path, environment: dict[str, str]) -> Iterator[Server]:
    """A tmux for one test."""
    if shutil.which("tmux") is None:
        pytest.skip("there is no tmux here")
    with tempfile.TemporaryDirectory(prefix="itatui-") as sockets:  # a socket's path may not be long
        server = Server(tmp_path, Path(sockets), environment)
        yield server
        server.close()


@pytest.fixture
def file(tmp_path: Path) -> RegisterFile:
    """The reference register in a file."""
    path = tmp_path / "register.json"
    create(path, reference.register())
    return RegisterFile(path)
