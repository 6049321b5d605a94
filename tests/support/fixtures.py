"""Fixtures of several folders of tests; a `conftest.py` imports those that it shares."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from itatui import locale
from itatui.domain.register import Register
from itatui.store import RegisterFile, create
from tests import reference

Make = Callable[[Register], RegisterFile]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Set the language of messages, and restore the former one."""
    before = locale.language()
    locale.speak(language)
    try:
        yield
    finally:
        locale.speak(before)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Set English messages."""
    with speaking("en"):
        yield


@pytest.fixture(autouse=True)
def language_restored() -> Iterator[None]:
    """Restore the language of messages after a test that sets it."""
    with speaking(locale.language()):
        yield


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that creates and opens a register file."""

    def make_file(register: Register) -> RegisterFile:
        path = tmp_path / "register.json"
        create(path, register)
        return RegisterFile(path)

    return make_file


@pytest.fixture
def file(make: Make) -> RegisterFile:
    """Return the reference register in a file."""
    return make(reference.register())
