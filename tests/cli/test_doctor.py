"""`itatui doctor`: a line for each check, with the cure for each problem."""

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
from tests.support.command_line import RAW, Run, tables
from tests.support.lock_holder import held
from tests.support.people import GROUP, USER, acting_as, needs_root, office
from tests.support.register_edits import by_hand


def disk_state(available: int = 10**9, names: int = 10**6) -> os.statvfs_result:
    """Return the state of a disk of 1 TB with so many free kilobytes and free inodes."""
    return os.statvfs_result([1024, 1024, 10**9, available, available, 10**7, names, names, 0, 255])


@pytest.fixture(autouse=True)
def good_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set a UTF-8 locale and a disk with free space."""
    monkeypatch.setattr(os, "statvfs", lambda _folder: disk_state())
    monkeypatch.delenv("LC_CTYPE", raising=False)
    monkeypatch.setenv("LANG", "th_TH.UTF-8")


def bad_checks(run: Run) -> dict[str, str]:
    """Return the names and cures of failed checks; verify that lines and JSON agree."""
    code, out, err = run("doctor", "--json")
    found: dict[str, Any] = json.loads(out)
    assert err == "" and code == (0 if found["good"] else 1)
    lines = run("doctor").out.splitlines()
    assert len(lines) == len(found["findings"]) and RAW.search("".join(lines)) is None
    for line, finding in zip(lines, found["findings"], strict=True):
        assert line.startswith("✓ good  " if finding["good"] else "✗ bad   ")
        assert finding["title"] in line
        assert finding["facts"] in line or finding["name"] == "space"  # free space changes between the two runs
        assert finding["good"] or line.endswith(f" → {finding['cure']}")
    return {finding["name"]: finding["cure"] for finding in found["findings"] if not finding["good"]}


def modification_times(folder: Path) -> list[tuple[str, int]]:
    return sorted((str(each), each.stat().st_mtime_ns) for each in folder.rglob("*"))


def test_sound_register_passes_every_check(path: Path, run: Run) -> None:
    run("set", "IIT-2", "result=ดี")
    before = modification_times(path.parent)
    assert bad_checks(run) == {}
    assert modification_times(path.parent) == before
    lines = run("doctor").output()
    assert f"register: {path}: valid, format version 5, 9 measures" in lines
    assert "1 change" in lines and "1 of 1 good" in lines and "permissions and owner: 0600" in lines


@pytest.mark.parametrize("version", [1, 3])
def test_version_of_the_file_is_told_until_a_save_writes_the_current_one(path: Path, run: Run, version: int) -> None:
    found = tables(path)
    found["register"]["1"]["schema"] = version
    by_hand(path, found)
    assert f"valid, format version {version}, 9 measures" in run("doctor").output()
    run("set", "IIT-2", "result=ดี")
    assert "valid, format version 5, 9 measures" in run("doctor").output()


def test_unchanged_register_is_good_and_gets_no_files(path: Path, run: Run) -> None:
    assert bad_checks(run) == {} and [each.name for each in path.parent.iterdir()] == [path.name]


def test_missing_register_is_reported_and_not_created(path: Path, run: Run) -> None:
    path.unlink()
    path.parent.rmdir()
    found = bad_checks(run)
    assert set(found) == {"register", "history", "rights", "folder"}
    assert "itatui new" in found["register"] and not path.parent.exists()


@pytest.mark.parametrize("damage", [b"{", b"\xff", b'{"register": {"1": {"schema": 0}}}'])
def test_damaged_register_is_reported_with_the_restore_command(path: Path, run: Run, damage: bytes) -> None:
    run("set", "IIT-2", "result=ดี")
    path.write_bytes(damage)
    found = bad_checks(run)
    assert set(found) == {"register", "history"} and found["register"].endswith(f"itatui restore 1 --register {path}")


def test_fifo_is_reported(path: Path, run: Run) -> None:
    path.unlink()
    os.mkfifo(path, 0o600)
    assert set(bad_checks(run)) == {"register", "history"}


def test_unreadable_history_is_reported(path: Path, run: Run) -> None:
    run("set", "IIT-2", "result=ดี")
    found = tables(path)
    found["history"]["1"] = {}
    path.write_text(json.dumps(found), "utf-8")
    found = bad_checks(run)
    assert set(found) == {"register", "history"} and "history/1" in found["register"]


@pytest.mark.parametrize("mode", [0o644, 0o602])
def test_register_readable_by_others_is_reported(path: Path, run: Run, mode: int) -> None:
    path.chmod(mode)
    assert bad_checks(run) == {"rights": f"other users can read or write it; type: chmod o-rwx {path}"}


@needs_root
def test_unwritable_register_and_folder_are_reported(path: Path) -> None:
    with office(0o755, 0, 0) as folder:
        mine = folder / "register.json"
        mine.write_bytes(path.read_bytes())
        os.chown(mine, 0, GROUP)
        mine.chmod(0o640)
        with acting_as(USER, GROUP):
            assert [each.name for each in examine(RegisterFile(mine)) if not each.good] == ["rights", "folder"]


def test_held_lock_is_reported_with_its_holder(path: Path, run: Run) -> None:
    with held(path, "สมชาย") as holder:
        assert "held by สมชาย" in run("doctor").out and str(holder.pid) in run("doctor").out
        assert list(bad_checks(run)) == ["lock"]
    assert bad_checks(run) == {}


def test_symbolic_link_as_lock_is_reported(path: Path, run: Run, tmp_path: Path) -> None:
    lock_path(path).symlink_to(tmp_path / "victim")
    assert str(lock_path(path)) in bad_checks(run)["lock"]


def test_damaged_backup_is_reported(path: Path, run: Run) -> None:
    run("set", "IIT-2", "result=ดี")
    run("set", "IIT-2", "result=ดีมาก")
    (bad, _good) = backup_paths(path)
    bad.unlink()
    bad.write_bytes(b"{")
    assert str(bad) in bad_checks(run)["generations"] and "1 of 2 good" in run("doctor").out


def test_leftover_of_a_killed_save_is_reported_until_the_next_save(path: Path, run: Run) -> None:
    path.with_name(f".{path.name}.0123456789ab.new").write_bytes(b"half")
    assert list(bad_checks(run)) == ["strays"]
    run("set", "IIT-2", "result=ดี")
    assert bad_checks(run) == {}


@pytest.mark.parametrize("full", [disk_state(available=40_000), disk_state(names=0)])
def test_full_disk_is_reported(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, full: os.statvfs_result) -> None:
    monkeypatch.setattr(os, "statvfs", lambda _folder: full)
    assert list(bad_checks(run)) == ["space"]


@pytest.mark.parametrize(
    ("variables", "is_good"),
    [
        ({"LANG": "C.utf8"}, True),
        ({"LANG": "C"}, False),
        ({"LANG": ""}, False),
        ({"LC_ALL": "POSIX"}, False),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "C"}, True),
        ({"LC_CTYPE": "th_TH.TIS-620"}, False),
    ],
)
def test_locale_without_utf8_is_reported(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], is_good: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert bad_checks(run) == ({} if is_good else {"locale": "Thai needs UTF-8; type: export LANG=C.UTF-8"})


@pytest.mark.parametrize("installed", ["15.4.0", "14.9.9", "", "99"])
def test_unsupported_version_is_reported(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, installed: str) -> None:
    def version(name: str) -> str:
        if name != "rich":
            return {"textual": "8.2.8", "tinydb": "4.9.0", "tomli-w": "1.2.0", "shtab": "1.13.0"}.get(name, "4.14")
        if not installed:
            raise metadata.PackageNotFoundError
        return installed

    monkeypatch.setattr(metadata, "version", version)
    assert list(bad_checks(run)) == ([] if installed == "15.4.0" else ["versions"])
