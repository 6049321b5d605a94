"""What a start keeps for the next ones changes only their time: a module is always the one on the disk."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module, invalidate_caches
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from itatui.kept.start import NAME, KeptStart, location

PACKAGE = {
    "__init__.py": "from kept_package.part import NUMBER",
    "part.py": "NUMBER = 1\n",
    "other.py": "NAME = 'no'\n",
}
"""The modules of a package by their files."""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of two modules that can be imported, without traces in this process."""
    folder = tmp_path / "packages" / "kept_package"
    folder.mkdir(parents=True)
    for name, source in PACKAGE.items():
        (folder / name).write_text(source, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(folder.parent), *sys.path])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys, "path_hooks", sys.path_hooks[:])
    compiler = import_module("re._compiler")
    monkeypatch.setattr(compiler, "compile", compiler.compile)
    yield folder
    forget()
    for path in [path for path in sys.path_importer_cache if path.startswith(str(tmp_path))]:
        del sys.path_importer_cache[path]


def refuse(_loader: SourceFileLoader, path: str) -> bytes:
    raise AssertionError(f"{path} is read")


def forget() -> None:
    for name in [name for name in sys.modules if name.startswith("kept_package")]:
        del sys.modules[name]


def wait_for_disk_clock(folder: Path) -> None:
    """Change the folder until its time of change is another: the clock of a disk has steps of some milliseconds."""
    before = folder.stat().st_ctime_ns
    while folder.stat().st_ctime_ns == before:
        (folder / "empty").touch()
        (folder / "empty").unlink()


@pytest.fixture
def start(tmp_path: Path, package: Path) -> Callable[[], ModuleType]:
    """Return a function that imports the package as a new process does, with the file of the one before."""

    hooks = sys.path_hooks[:]

    def start() -> ModuleType:
        forget()
        sys.path_hooks[:] = hooks
        sys.path_importer_cache.pop(str(package.parent), None)
        sys.path_importer_cache.pop(str(package), None)
        kept = KeptStart(str(tmp_path / "cache" / NAME))
        kept.install()
        module = import_module("kept_package")
        kept.save()
        return module

    return start


def test_the_second_start_reads_no_module_from_its_own_file(
    start: Callable[[], ModuleType], package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = start()
    data = (tmp_path / "cache" / NAME).read_bytes()
    monkeypatch.setattr(SourceFileLoader, "get_data", refuse)
    second = start()
    assert (second.NUMBER, second.__file__, second.__path__) == (1, first.__file__, first.__path__)
    assert second.__spec__ is not None
    assert second.__spec__.origin == str(package / "__init__.py")
    assert (tmp_path / "cache" / NAME).read_bytes() == data
    assert data.count(b"NAME") == 0


@pytest.mark.parametrize("change", ["edited", "edited back in time", "package beside it", "moved away", "later"])
def test_a_changed_module_is_imported_as_it_is_now(start: Callable[[], ModuleType], package: Path, change: str) -> None:
    start()
    source = package / "part.py"
    before = source.stat()
    if change == "package beside it":
        wait_for_disk_clock(package)
        (package / "part").mkdir()
        (package / "part" / "__init__.py").write_text("NUMBER = 2\n", encoding="utf-8")
    elif change == "moved away":
        source.rename(package / "gone.py")
        (package / "__init__.py").write_text("NUMBER = 2\n", encoding="utf-8")
    else:
        wait_for_disk_clock(package)
        source.write_text("NUMBER = 2\n", encoding="utf-8")
    if change == "edited back in time":
        os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
    elif change == "later":
        os.utime(source, (2e9, 2e9))
    assert start().NUMBER == 2
    assert start().NUMBER == 2


def test_a_module_that_is_imported_for_the_first_time_is_kept_beside_the_others(
    start: Callable[[], ModuleType], package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start()
    (package / "__init__.py").write_text("from kept_package.other import NAME as NUMBER", encoding="utf-8")
    assert start().NUMBER == "no"
    (package / "__init__.py").write_text("from kept_package.part import NUMBER", encoding="utf-8")
    start()
    monkeypatch.setattr(SourceFileLoader, "get_data", refuse)
    assert start().NUMBER == 1
    assert import_module("kept_package.other").NAME == "no"


def test_a_program_that_has_changed_a_folder_finds_its_new_modules(
    start: Callable[[], ModuleType], package: Path
) -> None:
    start()
    start()
    (package / "part").mkdir()
    (package / "part" / "__init__.py").write_text("NUMBER = 3\n", encoding="utf-8")
    del sys.modules["kept_package.part"]
    invalidate_caches()
    assert import_module("kept_package.part").NUMBER == 3


@pytest.mark.parametrize("damage", ["cut", "head", "code", "length", "python", "empty", "rights"])
def test_a_file_that_is_damaged_or_of_another_python_or_open_to_others_is_ignored_and_written_anew(
    start: Callable[[], ModuleType], tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cache" / NAME
    start()
    data = path.read_bytes()
    changed = {
        "cut": data[:-9],
        "head": data[:200] + bytes([data[200] ^ 1]) + data[201:],
        "code": data[:-1] + bytes([data[-1] ^ 1]),
        "length": data[:8] + b"\xff" * 8 + data[16:],
        "python": data.replace(sys.version.encode(), b"2" + sys.version.encode()[1:]),
        "empty": b"",
        "rights": data,
    }
    path.write_bytes(changed[damage])
    path.chmod(0o666 if damage == "rights" else 0o600)
    assert start().NUMBER == 1
    assert start().NUMBER == 1
    monkeypatch.setattr(SourceFileLoader, "get_data", refuse)
    assert start().NUMBER == 1
    assert path.stat().st_mode & 0o777 == 0o600


def test_without_a_folder_that_can_be_written_nothing_is_kept_and_nothing_fails(package: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (str(tmp_path / "file" / NAME), ""):
        kept = KeptStart(path)
        kept.install()
        forget()
        assert import_module("kept_package").NUMBER == 1
        kept.save()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "packages"]


def test_place_is_the_cache_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/of")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert location() == "/home/of/.cache/itatui/start"
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    assert location() == "/cache/itatui/start"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("HOME")
    assert location() == ""


def test_commands_do_not_write_it(tmp_path: Path) -> None:
    own = {"PYTHONPATH": os.pathsep.join(sys.path), "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "itatui", "--version"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **own})
    assert not (tmp_path / "cache").exists()
