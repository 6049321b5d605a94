"""Messages about files that cannot be read or saved: the true cause, the file that refused, its own cure first."""

import errno
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from itatui.store import RegisterFile, create
from itatui.store.backups import backup_folder
from itatui.store.errors import StoreError
from itatui.store.files.lock import lock_path
from itatui.store.health import examine
from tests import reference
from tests.support.people import GROUP, OTHER_USER, USER, acting_as, needs_root, office
from tests.support.register_edits import by_hand, result, tables, write


def line_of(path: Path, act: str = "load") -> str:
    """Return the message of a refused read or save."""
    with pytest.raises(StoreError) as caught:
        RegisterFile(path).load() if act == "load" else write(RegisterFile(path), "ใหม่")
    assert str(caught.value).isprintable() and str(caught.value).startswith(f"{path}: ")
    return str(caught.value)


@pytest.fixture
def saved(file: RegisterFile) -> Path:
    """Save a register twice, so that it has a backup."""
    write(file, "หนึ่ง")
    write(file, "สอง")
    return file.path


@pytest.mark.parametrize("line", [2, 7, 42])
@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", "<<<<<<< Updated upstream"])
def test_git_conflict_is_named_with_its_line(saved: Path, line: int, marker: str) -> None:
    lines = saved.read_text("utf-8").split("\n")
    lines[line - 1 : line - 1] = [marker, '"x": 1,', "=======", '"x": 2,', ">>>>>>> theirs"]
    saved.write_text("\n".join(lines), "utf-8")
    message = line_of(saved)
    assert f"git conflict markers at line {line}; nothing was changed. Keep one of the two sides" in message
    assert message.index("Keep one") < message.index("itatui restore 1")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named_with_its_cure(saved: Path, encoding: str) -> None:
    saved.write_bytes(saved.read_text("utf-8").encode(encoding))
    message = line_of(saved)
    assert "saved as UTF-16; nothing was changed. Save it as UTF-8" in message
    assert message.index("UTF-8") < message.index("itatui restore 1")


def test_newer_version_offers_no_restore(saved: Path) -> None:
    found = tables(saved)
    found["register"]["1"]["schema"] = 12
    by_hand(saved, found)
    message = line_of(saved)
    assert "open it with that itatui" in message and "restore" not in message


@pytest.mark.parametrize(
    ("number", "ref", "field", "value"),
    [
        ("2", "IIT-2 ", "result", 7),
        ("5", "EIT-2 ", "done", ["1"]),
        ("9", "OIT-3 ", "evidence", 1),
        ("2", "IIT-2 ", "evidence", [{"label": 1, "target": ""}]),
        ("2", "", "order", "ก"),
        ("2", "IIT-2 ", "id", 3),
        ("2", "", "track", 5),
        ("2", "", "track", "XIT"),
    ],
)
def test_measure_of_a_wrong_value_is_named(saved: Path, number: str, ref: str, field: str, value: object) -> None:
    found = tables(saved)
    found["measures"][number][field] = value
    if value == "XIT":
        found["measures"][number]["result"], field = 7, "result"
    by_hand(saved, found)
    message, place = line_of(saved), f"measures/{number}"
    where = f"{saved}: {ref}({place}): " if ref else f"{saved}: {place}: "
    assert message.startswith(where) and field in message
    assert " has the wrong type; nothing was changed. Correct it in an editor." in message
    assert message.index("Correct it") < message.index("itatui restore 1")


def test_reference_of_a_wrong_measure_follows_the_order_of_the_file(saved: Path) -> None:
    found = tables(saved)
    rows = [row for row in found["measures"].values() if row["track"] == "IIT"]
    rows[0]["order"], rows[0]["result"] = 9e9, None
    by_hand(saved, found)
    assert f"{saved}: IIT-{len(rows)} (measures/1): result has" in line_of(saved)


def test_wrong_track_is_named_by_its_document(saved: Path) -> None:
    found = tables(saved)
    found["tracks"]["2"]["outcome"] = 1
    by_hand(saved, found)
    assert f"{saved}: tracks/2: outcome has the wrong type" in line_of(saved)


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.EBUSY, "it is mounted or in use, so it cannot be replaced; nothing was changed; mount the folder"),
        (errno.ENAMETOOLONG, "the name is too long; choose a shorter name"),
        (errno.ENOLCK, "its file system offers no locks; nothing was changed; keep the register on a disk"),
    ],
)
def test_rare_error_is_named_with_its_cure(
    saved: Path, monkeypatch: pytest.MonkeyPatch, number: int, cause: str
) -> None:
    def refuse(*_words: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", refuse)
    assert cause in line_of(saved, "save")


@needs_root
def test_register_mounted_by_itself_is_named(saved: Path) -> None:
    if subprocess.run(["mount", "--bind", saved, saved], check=False, capture_output=True).returncode:
        pytest.skip("this machine allows no bind mounts")
    try:
        assert "mount the folder of the register" in line_of(saved, "save")
    finally:
        subprocess.run(["umount", saved], check=True)
    write(RegisterFile(saved), "ได้")


@needs_root
def test_immutable_register_is_named_with_its_cure(saved: Path) -> None:
    if shutil.which("chattr") is None:
        pytest.skip("chattr is missing: apt-get install e2fsprogs")
    if subprocess.run(["chattr", "+i", saved], check=False, capture_output=True).returncode:
        pytest.skip("the file system has no immutable files")
    try:
        assert f"root can type: chattr -ia {saved}" in line_of(saved, "save")
    finally:
        subprocess.run(["chattr", "-i", saved], check=True)


@needs_root
def test_sticky_folder_is_named(sticky_register: Path) -> None:
    with acting_as(USER, GROUP):
        write(RegisterFile(sticky_register), "ของฉัน")
    with acting_as(OTHER_USER, GROUP):
        cure = f"the folder's owner can type: chmod -t {sticky_register.parent}"
        assert cure in line_of(sticky_register, "save")


@needs_root
def test_files_beside_a_register_that_refuse_a_user_are_named(group_register: Path) -> None:
    path = group_register
    with acting_as(USER, GROUP):
        write(RegisterFile(path), "ของฉัน")
    for beside, kept, refusing in ((lock_path(path), 0o660, 0o600), (backup_folder(path), 0o770, 0o700)):
        beside.chmod(refusing)
        with acting_as(OTHER_USER, GROUP):
            assert f"{path}: {beside}: no permission to read or write it" in line_of(path, "save")
            (check,) = [check for check in examine(RegisterFile(path)) if check.name == "beside"]
            assert str(beside) in check.cure
        beside.chmod(kept)
    with acting_as(OTHER_USER, GROUP):
        write(RegisterFile(path), "ของเขา")


@needs_root
def test_own_write_protection_is_named_with_its_cure() -> None:
    with office(0o755, USER, GROUP) as folder, acting_as(USER, GROUP):
        path = folder / "register.json"
        create(path, reference.register())
        path.chmod(0o400)
        assert f"it is write-protected; type: chmod u+w {path}" in line_of(path, "save")


@pytest.mark.parametrize("kind", ["file", "link"])
def test_foreign_thing_in_place_of_the_backups_is_named(file: RegisterFile, kind: str) -> None:
    folder = backup_folder(file.path)
    folder.write_text("") if kind == "file" else folder.symlink_to("/tmp")
    message = line_of(file.path, "save")
    assert f"{folder}: it is not a folder; rename or delete it" in message
    (check,) = [check for check in examine(file) if check.name == "beside"]
    assert f"{folder}: rename or delete it" in check.cure
    folder.unlink()
    write(file, "ได้")


def test_link_in_place_of_the_lock_is_named(file: RegisterFile) -> None:
    lock_path(file.path).symlink_to("/etc/hostname")
    assert f"{lock_path(file.path)}: it is a link, not a file; rename or delete it" in line_of(file.path, "save")


def test_folder_in_place_of_a_temporary_file_is_not_in_the_way(file: RegisterFile) -> None:
    planted = file.path.with_name(".register.json.0123456789ab.new")
    (planted / "inside").mkdir(parents=True)
    write(file, "ได้")
    assert result(RegisterFile(file.path)) == "ได้"
    (check,) = [check for check in examine(file) if check.name == "strays"]
    assert str(planted) in check.cure and "delete" in check.cure
