"""Rights kept and respected: write protection, owner, group, access control lists, later sharing, planted backups."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from itatui.store import RegisterFile, create
from itatui.store.backups import backup_folder, backup_paths
from itatui.store.errors import StoreError
from itatui.store.files.lock import lock_path
from itatui.store.health import examine
from itatui.store.history.archive import archive_folder
from itatui.store.presence import presence_folder
from tests import reference
from tests.support.people import GROUP, OTHER_USER, USER, acting_as, mode, needs_root
from tests.support.register_edits import result, write

pytestmark = needs_root

STRANGER, OTHER_GROUP = 61003, 61202


@pytest.fixture
def shared(group_register: Path) -> Path:
    """Return a private register of `USER` in a folder of the group."""
    group_register.chmod(0o600)
    return group_register


def owners(path: Path) -> set[int]:
    """Return the owners of a register and of everything beside it."""
    return {each.lstat().st_uid for each in path.parent.rglob("*")}


@pytest.mark.parametrize("rights", [0o640, 0o444, 0o664])
def test_reader_cannot_save(shared: Path, rights: int) -> None:
    shared.chmod(rights)
    before = shared.read_bytes()
    gid = OTHER_GROUP if rights == 0o664 else GROUP
    shared.parent.chmod(0o2777)
    with acting_as(OTHER_USER, gid), pytest.raises(StoreError, match="no permission"):
        write(RegisterFile(shared), "ของเขา")
    assert shared.read_bytes() == before and owners(shared) == {USER}
    assert [each.name for each in shared.parent.iterdir()] == ["register.json"]


def test_own_write_protection_is_respected(shared: Path) -> None:
    with acting_as(USER, GROUP):
        write(RegisterFile(shared), "ก่อน")
        shared.chmod(0o400)
        with pytest.raises(StoreError, match="no permission"):
            write(RegisterFile(shared), "หลัง")
        assert (result(RegisterFile(shared)), mode(shared)) == ("ก่อน", 0o400)


def test_write_protected_damaged_file_is_not_restored(shared: Path) -> None:
    with acting_as(USER, GROUP):
        write(RegisterFile(shared), "ก่อน")
        shared.write_bytes(b"{")
        shared.chmod(0o444)
        with pytest.raises(StoreError, match="no permission"):
            RegisterFile(shared).restore(1)
    assert shared.read_bytes() == b"{"


@pytest.mark.usefixtures("short_history")
@pytest.mark.parametrize("rights", [0o600, 0o660])
def test_save_by_root_leaves_everything_to_the_owner(shared: Path, rights: int) -> None:
    shared.chmod(rights)
    root = RegisterFile(shared)
    root.enter()
    for number in range(6):
        write(root, str(number))
    assert archive_folder(shared).exists() and presence_folder(shared).exists() and lock_path(shared).exists()
    assert owners(shared) == {USER} and mode(shared) == rights
    with acting_as(USER, GROUP):
        write(RegisterFile(shared), "ของฉัน")
    shared.write_bytes(b"{")
    root.restore(1)
    root.leave()
    assert owners(shared) == {USER} and mode(shared) == rights


def fill(path: Path, changes: int) -> RegisterFile:
    """Enter a register and save changes; with a short history, the first go into an archive file."""
    file = RegisterFile(path)
    file.enter()
    for number in range(changes):
        write(file, str(number))
    return file


@pytest.fixture
def of_root(shared: Path, short_history: None) -> Path:
    """Give everything beside a register to root, as earlier versions of itatui did."""
    with acting_as(USER, GROUP):
        fill(shared, 6).leave()
    for each in shared.parent.rglob("*"):
        if each != shared:
            os.chown(each, 0, 0)
    return shared


def test_next_save_by_root_gives_back_what_is_roots(of_root: Path) -> None:
    write(RegisterFile(of_root), "ของผู้ดูแล")
    assert owners(of_root) == {USER} and mode(backup_folder(of_root)) == 0o700
    with acting_as(USER, GROUP):
        file = RegisterFile(of_root)
        write(file, "ของฉัน")
        assert len(file.history()) == 8 and not any(each.damaged for each in file.backups())
        assert [check.cure for check in examine(file) if check.name == "beside"] == [""]


def test_doctor_names_the_cure_for_what_is_roots(of_root: Path) -> None:
    with acting_as(USER, GROUP):
        (check,) = [check for check in examine(RegisterFile(of_root)) if check.name == "beside"]
        with pytest.raises(StoreError, match="lock: no permission"):
            write(RegisterFile(of_root), "ของฉัน")
    assert check.cure.startswith(f"root can type: chown -hR {USER}:{GROUP} {lock_path(of_root)} ")
    subprocess.run(shlex.split(check.cure.removeprefix("root can type: ")), check=True)
    with acting_as(USER, GROUP):
        write(RegisterFile(of_root), "ของฉัน")
    assert owners(of_root) == {USER}


def test_root_leaves_the_files_of_others_beside_a_register_alone(of_root: Path) -> None:
    foreign = backup_folder(of_root) / "note"
    foreign.write_text("")
    os.chown(foreign, STRANGER, OTHER_GROUP)
    link = backup_folder(of_root) / "link"
    os.link(backup_paths(of_root)[1], link)
    write(RegisterFile(of_root), "ของผู้ดูแล")
    assert (foreign.stat().st_uid, link.stat().st_uid) == (STRANGER, 0)


@pytest.mark.usefixtures("short_history")
def test_register_can_be_shared_after_the_first_save(shared: Path) -> None:
    with acting_as(USER, GROUP):
        file = fill(shared, 5)
        shared.chmod(0o660)
        write(file, "แบ่งแล้ว")
    assert {mode(each(shared)) for each in (backup_folder, presence_folder, archive_folder)} == {0o770}
    with acting_as(OTHER_USER, GROUP):
        other = RegisterFile(shared)
        other.enter()
        assert len(other.others()) == 1
        write(other, "ของเขา", ref="IIT-3")
        assert not any(each.damaged for each in other.backups()) and len(other.history()) == 7
        other.leave()
    with acting_as(USER, GROUP):
        write(file, "ของฉัน")
        file.leave()
        shared.chmod(0o600)
        write(file, "ปิด")
    assert {mode(each(shared)) for each in (backup_folder, archive_folder)} == {0o700}
    assert mode(lock_path(shared)) == 0o600


def acl(path: Path) -> list[str]:
    """Return the entries of an access control list, without those for new files in a folder."""
    command = ["getfacl", "-cnE", str(path)]
    entries = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return [entry for entry in entries if not entry.startswith("default:")]


@pytest.fixture
def listed(shared: Path) -> Path:
    """Let `OTHER_USER`, of another group, write the register by its access control list."""
    if shutil.which("setfacl") is None:
        pytest.skip("setfacl is missing: apt-get install acl")
    shared.parent.chmod(0o755)
    shared.chmod(0o640)
    for path, rights in ((shared.parent, "rwx"), (shared, "rw")):
        done = subprocess.run(["setfacl", "-m", f"u:{OTHER_USER}:{rights}", path], check=False, capture_output=True)
        if done.returncode:
            pytest.skip("the file system has no access control lists")
    return shared


def test_access_control_list_is_kept(listed: Path) -> None:
    before = acl(listed)
    assert f"user:{OTHER_USER}:rw-" in before and "group::r--" in before
    with acting_as(USER, GROUP):
        for word in ("หนึ่ง", "สอง"):
            write(RegisterFile(listed), word)
    assert acl(listed) == before
    write(RegisterFile(listed), "สาม")  # as root
    assert acl(listed) == before and owners(listed) == {USER}


def test_users_of_an_access_control_list_share_a_register(listed: Path) -> None:
    with acting_as(USER, GROUP):
        write(RegisterFile(listed), "ของฉัน")
    with acting_as(OTHER_USER, OTHER_GROUP):
        write(RegisterFile(listed), "ของเขา", ref="IIT-3")
    assert f"user:{USER}:rw-" in acl(listed)  # the former owner
    with acting_as(USER, GROUP):
        file = RegisterFile(listed)
        write(file, "ของฉันอีก")
        assert result(file, "IIT-3") == "ของเขา" and not any(each.damaged for each in file.backups())
    with acting_as(STRANGER, GROUP), pytest.raises(StoreError, match="no permission"):
        write(RegisterFile(listed), "ของคนอื่น")


def test_group_of_an_access_control_list_is_not_widened(listed: Path) -> None:
    with acting_as(OTHER_USER, OTHER_GROUP):  # who cannot give a file to the owner's group
        write(RegisterFile(listed), "ของเขา")
    assert listed.stat().st_gid == GROUP or "group::---" in acl(listed)


def test_access_control_list_of_the_folder_does_not_open_the_register(listed: Path) -> None:
    subprocess.run(["setfacl", "-b", listed], check=True)
    subprocess.run(["setfacl", "-d", "-m", f"u:{STRANGER}:rw", listed.parent], check=True)
    listed.chmod(0o660)
    with acting_as(USER, GROUP):
        for word in ("หนึ่ง", "สอง"):
            write(RegisterFile(listed), word)
    for each in (listed, *backup_paths(listed), backup_folder(listed), lock_path(listed)):
        assert not any(str(STRANGER) in entry for entry in acl(each)), each


def test_planted_backup_is_not_offered(shared: Path) -> None:
    shared.parent.chmod(0o777)
    with acting_as(STRANGER, OTHER_GROUP):
        folder = backup_folder(shared)
        folder.mkdir()
        folder.chmod(0o777)
        planted = folder / "20990101-000000-000000Z.json"
        create(planted, reference.register()._replace(title="ของปลอม"))
        planted.chmod(0o644)
    with acting_as(USER, GROUP):
        write(RegisterFile(shared), "ของจริง")
        file = RegisterFile(shared)
        assert planted not in [backup.path for backup in file.backups()]
        shared.write_bytes(b"{")
        file.restore(1)
        assert file.load().title == reference.register().title


def test_backups_behind_a_link_are_not_offered(shared: Path, tmp_path: Path) -> None:
    write(RegisterFile(shared), "ผล")
    backup_folder(shared).rename(shared.parent / "elsewhere")
    backup_folder(shared).symlink_to(shared.parent / "elsewhere")
    assert backup_paths(shared) == []
    assert os.listdir(shared.parent / "elsewhere")  # noqa: PTH208
