"""What every test of the screen stands on: Thai words, and the reference register in a file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from itatui import locale
from itatui.domain.register import Register
from itatui.store import RegisterFile, create
from tests import reference

Make = Callable[[Register], RegisterFile]


@pytest.fixture(autouse=True)
def _in_thai() -> Iterator[None]:
    before = locale.language()
    locale.speak("th")
    yield
    locale.speak(before)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a register file, and opens it."""

    def made(register: Register) -> RegisterFile:
        path = tmp_path / "register.json"
        create(path, register)
        return RegisterFile(path)

    return made


@pytest.fixture
def file(make: Make) -> RegisterFile:
    """The reference register in a file."""
    return make(reference.register())
