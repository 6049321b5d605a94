"""Access rights of files: owner, group, mode and access control list (ACL), and copies of them."""

import os
import stat
from errno import ENODATA, ENOTSUP
from pathlib import Path

from itatui.domain.named_tuple import NamedTuple

_ACL = "system.posix_acl_access"
_VERSION = b"\2\0\0\0"
_USER_OBJ, _USER, _GROUP_OBJ, _MASK, _OTHER = 0x01, 0x02, 0x04, 0x10, 0x20
"""Tags of entries, from `linux/posix_acl.h`."""

_Entry = tuple[int, int, int]
"""Tag, rights (0–7) and id of an entry."""


class Rights(NamedTuple):
    """Access rights of a file."""

    uid: int
    gid: int
    mode: int
    """Mode bits without setuid, setgid and sticky. With an ACL, the group bits are its mask."""
    acl: bytes = b""
    """ACL as the kernel stores it; empty without one."""


def rights_of(path: Path | int) -> Rights:
    """Return the rights of a file or an open file. Raise `OSError`."""
    status = os.stat(path)  # noqa: PTH116 (also of open files)
    return Rights(status.st_uid, status.st_gid, status.st_mode & 0o777, _acl_of(path))


def _acl_of(path: Path | int) -> bytes:
    try:
        return os.getxattr(path, _ACL)
    except OSError as error:
        if error.errno in (ENODATA, ENOTSUP):
            return b""
        raise


def rights_beside(register: Path, *, folder: bool) -> Rights:
    """Return the rights of a folder or a lock beside a register: for its owner, and for those who may write it."""
    rights = rights_of(register)
    if rights.acl:
        return _acl_beside(rights, folder=folder)
    if folder:
        return rights._replace(mode=0o770 if rights.mode & 0o020 else 0o700)
    return rights._replace(mode=0o600 | rights.mode & 0o060)


def _acl_beside(rights: Rights, *, folder: bool) -> Rights:
    full = 7 if folder else 6
    mask = rights.mode >> 3 & 7
    entries = [
        (tag, full if tag in (_USER_OBJ, _MASK) or (tag != _OTHER and held & mask & 2) else 0, who)
        for tag, held, who in _entries(rights.acl)
    ]
    return rights._replace(mode=full << 6 | full << 3, acl=_packed(entries))


def copy_rights(path: Path, handle: int, mask: int = 0o777, mode: int = 0o600) -> None:
    """Give an open file the rights of `path`, or `mode` if there is no such file, without the bits outside `mask`."""
    try:
        rights = rights_of(path)
    except FileNotFoundError:
        os.fchmod(handle, mode & mask)
        return
    give_rights(handle, rights, mask)


def give_rights(handle: int, rights: Rights, mask: int = 0o777) -> None:
    """Give an open file or folder these rights, without the mode bits outside `mask`. Raise `OSError`.

    Only root can give a file to another owner. A group of which the user is no member gets no rights, and neither does
    any group if the ACL cannot be set.
    """
    current = os.fstat(handle)
    mode, acl = rights.mode, rights.acl
    if current.st_uid != rights.uid and not _chown(handle, rights.uid, -1) and acl:
        acl = _with_user(acl, rights.uid)
    if current.st_gid != rights.gid and not _chown(handle, -1, rights.gid):
        acl, mode = (_without_group(acl), mode) if acl else (acl, mode & ~0o070)
    try:
        if acl:
            os.setxattr(handle, _ACL, acl)
        elif _acl_of(handle):  # inherited from the folder
            os.removexattr(handle, _ACL)
    except OSError:
        mode &= ~0o070
    os.fchmod(handle, mode & mask)


def _chown(handle: int, uid: int, gid: int) -> bool:
    try:
        os.fchown(handle, uid, gid)
    except PermissionError:
        return False
    return True


def _entries(acl: bytes) -> list[_Entry]:
    import struct  # lazy, here and below: few registers have an ACL

    return list(struct.iter_unpack("<HHI", acl[len(_VERSION) :])) if acl.startswith(_VERSION) else []


def _packed(entries: list[_Entry]) -> bytes:
    import struct

    return _VERSION + b"".join(struct.pack("<HHI", *entry) for entry in entries)


def _without_group(acl: bytes) -> bytes:
    return _packed([(tag, 0 if tag == _GROUP_OBJ else held, who) for tag, held, who in _entries(acl)])


def _with_user(acl: bytes, uid: int) -> bytes:
    """Name the former owner, so that saving another user's file does not lock its owner out."""
    entries = [entry for entry in _entries(acl) if entry[::2] != (_USER, uid)]
    held = next((held for tag, held, _who in entries if tag == _USER_OBJ), 0)
    return _packed(sorted([*entries, (_USER, held, uid)], key=lambda entry: (entry[0], entry[2])))


def share(path: Path, register: Path) -> None:
    """Open the user's own folder beside a register to all who may write the register, and close it to all others.

    The user's own files in it get the rights of the register. Root gives its own folder and files to the owner of the
    register. Nothing happens if the folder is another user's. Raise `OSError`.
    """
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        current, wanted = rights_of(handle), rights_beside(register, folder=True)
        if not wanted.mode & 0o070 and not gives_to(wanted.uid):
            wanted = wanted._replace(gid=current.gid)
        if gives_to(wanted.uid):
            if current.uid in (0, wanted.uid):
                give_rights(handle, wanted)
                _share_files(handle, rights_of(register))
            return
        if current.uid != os.geteuid() or current[1:] == wanted[1:]:
            return
        give_rights(handle, wanted._replace(uid=current.uid))
        if rights_of(handle) != current:
            _share_files(handle, rights_of(register))
    finally:
        os.close(handle)


def gives_to(owner: int) -> bool:
    """Return whether the user is root, who leaves everything to the owner of a register."""
    return os.geteuid() == 0 != owner


def _share_files(folder: int, rights: Rights) -> None:
    for name in os.listdir(folder):
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
        try:
            status = os.fstat(handle)
            if stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid() and status.st_nlink == 1:
                uid = rights.uid if gives_to(rights.uid) else status.st_uid
                give_rights(handle, rights._replace(uid=uid), (status.st_mode >> 6 & 7) * 0o111)
        finally:
            os.close(handle)
