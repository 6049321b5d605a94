"""Fixtures of the tests in a real terminal: an empty home, a register file, and tmux."""

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
    """Return the variables of a user without any files."""
    folders = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "PAGER": "cat",
        **{name: str(tmp_path / folder) for name, folder in folders.items()},
    }


@pytest.fixture
def server(tmp_path: Path, environment: dict[str, str]) -> Iterator[Server]:
    """Start a tmux server for a single test."""
    if shutil.which("tmux") is None:
        pytest.skip("there is no tmux here")
    with tempfile.TemporaryDirectory(prefix="itatui-") as sockets:  # paths of sockets are limited to 108 bytes
        server = Server(tmp_path, Path(sockets), environment)
        yield server
        server.close()


@pytest.fixture
def file(tmp_path: Path) -> RegisterFile:
    """Create a file with the reference register."""
    path = tmp_path / "register.json"
    create(path, reference.register())
    return RegisterFile(path)


@pytest.fixture
def variables(environment: dict[str, str], file: RegisterFile) -> dict[str, str]:
    """Return the variables of a user who opens the register in a terminal of 256 colours."""
    return {**environment, "TERM": "xterm-256color", "ITATUI_REGISTER": str(file.path)}
