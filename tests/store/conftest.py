"""What every test of the store stands on: English messages, a person at the keyboard, a register of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from itatui import locale
from itatui.store import RegisterFile, create
from tests import reference

settings.register_profile("store", deadline=None)
settings.load_profile("store")


@pytest.fixture(autouse=True)
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English, a home that is nobody's, and the seat at the machine itself."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.delenv("ITATUI_REGISTER", raising=False)
    spoken = locale.language()
    locale.speak("en")
    yield
    locale.speak(spoken)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new register file with the reference register in it, alone in its folder."""
    made = tmp_path / "office" / "register.json"
    create(made, reference.register())
    return made


@pytest.fixture
def file(path: Path) -> RegisterFile:
    """That register, opened."""
    return RegisterFile(path)
