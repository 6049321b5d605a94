"""`itatui doctor`: one line for each thing that is looked at, and the cure for each that is not well."""

import json
import os
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from itatui.store import RegisterFile
from itatui.store.backups import backup_paths
from itatui.store.files.lock import lock_path
from itatui.store.health import examine
from tests.store.test_rights import GROUP, ONE
from tests.support.command_line import RAW, Run, tables
from tests.support.lock_holder import held
from tests.support.people import acting_as, needs_root, office


def disk(available: int = 10**9, names: int = 10**6) -> os.statvfs_result:
    """A disk of a terabyte, with so many blocks of a kilobyte, and room for so many files, left."""
    return os.statvfs_result([1024, 1024, 10**9, available, available, 10**7, names, names, 0, 255])


@pytest.fixture(autouse=True)
def good_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language with all the letters, and room on the disk."""
    monkeypatch.setattr(os, "statvfs", lambda _folder: disk())
    monkeypatch.delenv("LC_CTYPE", raising=False)
    monkeypatch.setenv("LANG", "th_TH.UTF-8")


def ill(run: Run) -> dict[str, str]:
    """The names of what is not well, and the cures; the lines say the same as the JSON, and nothing was changed."""
    code, out, err = run("doctor", "--json")
    found: dict[str, Any] = json.loads(out)
    assert err == "" and code == (0 if found["good"] else 1)
    lines = run("doctor").out.splitlines()
    assert len(lines) == len(found["findings"]) and RAW.search("".join(lines)) is None
    for line, finding in zip(lines, found["findings"], strict=True):
        assert line.startswith("✓ good  " if finding["good"] else "✗ bad   ")
        assert finding["title"] in line
        assert finding["facts"] in line or finding["name"] == "space"  # others fill the disk between the two looks
        assert finding["good"] or line.endswith(f" → {finding['cure']}")
    return {finding["name"]: finding["cure"] for finding in found["findings"] if not finding["good"]}


def everything(folder: Path) -> list[tuple[str, int]]:
    return sorted((str(each), each.stat().st_mtime_ns) for each in folder.rglob("*"))


def test_all_is_well(path: Path, run: Run) -> None:
    run("set", "IIT-2", "result=ดี")
    before = everything(path.parent)
    assert ill(run) == {}
    assert everything(path.parent) == before
    lines = run("doctor").told()
    assert f"register: {path}: whole, version 1, 9 measures" in lines
    assert "1 changes" in lines and "1 good of 1" in lines and "mode and owner: 0600" in lines


def test_a_register_that_was_never_changed_is_well(path: Path, run: Run) -> None:
    assert ill(run) == {} and [each.name for each in path.parent.iterdir()] == [path.name]


def test_none(path: Path, run: Run) -> None:
    path.unlink()
    path.parent.rmdir()
    found = ill(run)
    assert set(found) == {"register", "history", "rights", "folder"}
    assert "itatui new" in found["register"] and not path.parent.exists()


@pytest.mark.parametrize("damage", [b"{", b"\xff", b'{"register": {"1": {"schema": 9}}}'])
def test_a_damaged_register(path: Path, run: Run, damage: bytes) -> None:
    run("set", "IIT-2", "result=ดี")
    path.write_bytes(damage)
    found = ill(run)
    assert set(found) == {"register", "history"} and found["register"].endswith(f"itatui restore 1 --register {path}")


def test_a_register_that_is_no_file(path: Path, run: Run) -> None:
    path.unlink()
    os.mkfifo(path, 0o600)
    assert set(ill(run)) == {"register", "history"}


def test_a_history_that_cannot_be_read(path: Path, run: Run) -> None:
    run("set", "IIT-2", "result=ดี")
    found = tables(path)
    found["history"]["1"] = {}
    path.write_text(json.dumps(found), "utf-8")
    found = ill(run)
    assert set(found) == {"register", "history"} and "history/1" in found["register"]


@pytest.mark.parametrize("mode", [0o644, 0o602])
def test_a_register_that_others_can_read(path: Path, run: Run, mode: int) -> None:
    path.chmod(mode)
    assert ill(run) == {"rights": f"others can read it; type: chmod o-rwx {path}"}


@needs_root
def test_what_may_not_be_written(path: Path) -> None:
    with office(0o755, 0, 0) as folder:
        mine = folder / "register.json"
        mine.write_bytes(path.read_bytes())
        os.chown(mine, 0, GROUP)
        mine.chmod(0o640)
        with acting_as(ONE, GROUP):
            assert [each.name for each in examine(RegisterFile(mine)) if not each.good] == ["rights", "folder"]


def test_a_lock_that_is_held(path: Path, run: Run) -> None:
    with held(path, "สมชาย") as holder:
        assert "held by สมชาย" in run("doctor").out and str(holder.pid) in run("doctor").out
        assert list(ill(run)) == ["lock"]
    assert ill(run) == {}


def test_a_link_in_the_locks_place(path: Path, run: Run, tmp_path: Path) -> None:
    lock_path(path).symlink_to(tmp_path / "victim")
    assert str(lock_path(path)) in ill(run)["lock"]


def test_a_damaged_generation(path: Path, run: Run) -> None:
    run("set", "IIT-2", "result=ดี")
    run("set", "IIT-2", "result=ดีมาก")
    (bad, _good) = backup_paths(path)
    bad.unlink()
    bad.write_bytes(b"{")
    assert str(bad) in ill(run)["generations"] and "1 good of 2" in run("doctor").out


def test_what_a_killed_program_left(path: Path, run: Run) -> None:
    path.with_name(f".{path.name}.0123456789ab.new").write_bytes(b"half")
    assert list(ill(run)) == ["strays"]
    run("set", "IIT-2", "result=ดี")
    assert ill(run) == {}


@pytest.mark.parametrize("full", [disk(available=40_000), disk(names=0)])
def test_a_full_disk(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, full: os.statvfs_result) -> None:
    monkeypatch.setattr(os, "statvfs", lambda _folder: full)
    assert list(ill(run)) == ["space"]


@pytest.mark.parametrize(
    ("said", "well"),
    [
        ({"LANG": "C.utf8"}, True),
        ({"LANG": "C"}, False),
        ({"LANG": ""}, False),
        ({"LC_ALL": "POSIX"}, False),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "C"}, True),
        ({"LC_CTYPE": "th_TH.TIS-620"}, False),
    ],
)
def test_the_language(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, said: dict[str, str], well: bool) -> None:
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert ill(run) == ({} if well else {"locale": "Thai needs UTF-8; type: export LANG=C.UTF-8"})


@pytest.mark.parametrize("other", ["15.4.0", "14.9.9", "", "99"])
def test_versions_that_do_not_fit(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, other: str) -> None:
    def version(name: str) -> str:
        if name != "rich":
            return {"textual": "8.2.8", "tinydb": "4.9.0", "tomli-w": "1.2.0"}.get(name, "4.14")
        if not other:
            raise metadata.PackageNotFoundError
        return other

    monkeypatch.setattr(metadata, "version", version)
    assert list(ill(run)) == ([] if other == "15.4.0" else ["versions"])
