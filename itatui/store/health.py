"""Health checks of a register's file, folder and disk, for `itatui doctor`. They write and lock nothing."""

import fcntl
import os
import shlex
import stat
from collections.abc import Callable
from pathlib import Path

from itatui.domain.health import Check
from itatui.domain.register import Register
from itatui.locale import _
from itatui.store.backups import backup_folder
from itatui.store.errors import StoreError, reason_of
from itatui.store.files import atomic
from itatui.store.files.claim import claim_paths
from itatui.store.files.lock import lock_path
from itatui.store.files.mounts import file_system, is_shared
from itatui.store.format.documents import SCHEMA
from itatui.store.history.archive import archive_folder
from itatui.store.presence import presence_folder
from itatui.store.register_file import RegisterFile

MIN_FREE_BYTES = 50 * 1024 * 1024
"""Free bytes below which a save may fail soon."""


def examine(file: RegisterFile) -> list[Check]:
    """Run all checks of a register's file, folder and disk."""
    checks: tuple[Callable[[RegisterFile], Check], ...] = (
        _register,
        _history,
        _rights,
        _folder,
        _lock,
        _beside,
        _backups,
        _strays,
        _space,
    )
    return [*(check(file) for check in checks), *_forms(file)]


def _register(file: RegisterFile) -> Check:
    title = _("register")
    try:
        register = file.load()
    except StoreError as error:
        return Check("register", title, _("cannot be read"), str(error))
    facts = _("{path}: valid, format version {schema}, {count} measures")
    return Check("register", title, facts.format(path=file.path, schema=SCHEMA, count=len(register.measures)))


def _history(file: RegisterFile) -> Check:
    title = _("history")
    try:
        file.load()
    except StoreError:
        return Check("history", title, _("cannot be read"), _("see “register” above"))
    try:
        return Check("history", title, _("{count} changes").format(count=len(file.history())))
    except StoreError as error:
        return Check("history", title, _("cannot be read"), str(error))


def _forms(file: RegisterFile) -> list[Check]:
    """Check each form of the register's own: it can be read, and the register has the fields that it asks for."""
    try:
        register = file.load()
    except StoreError:
        return []  # told by the check of the register
    if not register.forms:
        return []
    checks = [_form(register, form.name) for form in register.forms]
    names = ", ".join(form.name for form in register.forms)
    return [check for check in checks if not check.good] or [Check("forms", _("forms"), names)]


def _form(register: Register, name: str) -> Check:
    from itatui.domain.form_text import FormError, missing_fields  # lazy: most registers have no forms of their own
    from itatui.domain.forms import form_of

    try:
        missing = missing_fields(form_of(register, name), register.fields)
    except FormError as error:
        cure = _("save it with: itatui form show {name} > {name}.toml; correct it, then: itatui form add {name}.toml")
        return Check("forms", _("forms"), str(error), cure.format(name=name))
    facts = _("{form} asks for fields that the register lacks: {names}")
    cure = _("add them with: itatui form show {name} | itatui form add - --yes").format(name=name) if missing else ""
    names = ", ".join(field.name for field in missing)
    return Check("forms", _("forms"), facts.format(form=name, names=names), cure)


def _rights(file: RegisterFile) -> Check:
    title = _("permissions and owner")
    try:
        status = file.path.stat()
    except OSError as error:
        return Check("rights", title, reason_of(error), _("see “register” above"))
    facts = f"{stat.S_IMODE(status.st_mode):04o}, {_owner(status)}"
    if status.st_mode & 0o007:
        return Check(
            "rights",
            title,
            facts,
            _("other users can read or write it; type: chmod o-rwx {path}").format(path=file.path),
        )
    if not os.access(file.path, os.R_OK | os.W_OK, effective_ids=True):
        return Check("rights", title, facts, _("no permission to read or write it; ask its owner"))
    return Check("rights", title, facts)


def _owner(status: os.stat_result) -> str:
    import grp
    import pwd

    try:
        owner = pwd.getpwuid(status.st_uid).pw_name
    except KeyError:
        owner = str(status.st_uid)
    try:
        return f"{owner}:{grp.getgrgid(status.st_gid).gr_name}"
    except KeyError:
        return f"{owner}:{status.st_gid}"


def _folder(file: RegisterFile) -> Check:
    title, folder = _("folder"), file.path.parent
    if not folder.is_dir():
        return Check("folder", title, str(folder), _("no such folder; check the register's name"))
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK, effective_ids=True):
        cure = _("nothing can be saved there; ask its owner for write permission")
        return Check("folder", title, str(folder), cure)
    facts = _("{path}: writable").format(path=folder)
    if is_shared(kind := file_system(folder)):
        facts += "; " + _("{kind}: saves of other machines or mounts may not see the lock").format(kind=kind)
    try:
        if not atomic.sync_folder(folder):
            facts += "; " + _("this file system cannot sync folders: a power cut may lose the last save")
    except OSError as error:
        return Check("folder", title, reason_of(error), _("check the disk"))
    return Check("folder", title, facts)


def _lock(file: RegisterFile) -> Check:
    title, path = _("lock"), lock_path(file.path)
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return Check("lock", title, _("free: nothing saved yet"))
    except OSError as error:
        return Check("lock", title, reason_of(error), _("check {path}: only itatui should create it").format(path=path))
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(handle, 200, 0).decode("utf-8", "replace").strip()
        cure = _("wait a moment; if this does not change, close that program")
        return Check("lock", title, _("held by {holder}").format(holder=holder or _("someone")), cure)
    finally:
        os.close(handle)
    return Check("lock", title, _("free"))


def _beside(file: RegisterFile) -> Check:
    """Check that this user may write everything beside the register that a save writes."""
    title = _("files beside the register")
    paths = [lock_path(file.path), *(find(file.path) for find in (backup_folder, presence_folder, archive_folder))]
    found = [path for path in paths if os.path.lexists(path)]
    for path in found:
        is_folder = path != paths[0]
        if path.is_symlink() or path.is_dir() != is_folder:
            cure = _("{path}: rename or delete it: only itatui should create it").format(path=path)
            return Check("beside", title, _("not made by itatui"), cure)
    refusing = [path for path in found if not os.access(path, os.R_OK | os.W_OK | _enter(path), effective_ids=True)]
    if refusing:
        return Check("beside", title, _("not all writable"), _beside_cure(file.path, refusing))
    return Check("beside", title, _("{count} found, all writable").format(count=len(found)))


def _enter(path: Path) -> int:
    return os.X_OK if path.is_dir() else 0


def _beside_cure(register: Path, refusing: list[Path]) -> str:
    """Return the cure for files and folders beside a register that the user may not write."""
    try:
        wanted = register.stat()
        of_root = [path for path in refusing if path.lstat().st_uid == 0 != wanted.st_uid]
    except OSError:
        of_root = []
    if of_root:
        paths = shlex.join(map(str, of_root))
        return _("root can type: chown -hR {owner} {paths}").format(
            owner=f"{wanted.st_uid}:{wanted.st_gid}", paths=paths
        )
    message = _("{path}: no permission to write it; its owner should save the register once")
    return message.format(path=refusing[0])


def _backups(file: RegisterFile) -> Check:
    title = _("earlier versions")
    backups = file.backups()
    bad = [str(backup.path) for backup in backups if backup.damaged]
    facts = _("{good} of {count} good").format(good=len(backups) - len(bad), count=len(backups))
    cure = _("delete the damaged ones: {paths}").format(paths=" ".join(bad)) if bad else ""
    return Check("generations", title, facts, cure)


def _strays(file: RegisterFile) -> Check:
    strays = [*atomic.stray_files(file.path), *claim_paths(file.path)]
    cure = _("left by a killed program; the next save deletes them") if strays else ""
    if odd := [str(stray) for stray in strays if stray.is_dir()]:
        cure = _("not made by itatui; delete them: {paths}").format(paths=" ".join(odd))
    return Check("strays", _("temporary files"), str(len(strays)), cure)


def _space(file: RegisterFile) -> Check:
    title, folder = _("free disk space"), _nearest_existing(file.path.parent)
    try:
        disk = os.statvfs(folder)
    except OSError as error:
        return Check("space", title, reason_of(error), _("check the disk"))
    free = disk.f_bavail * disk.f_frsize
    facts = _("{count} MB").format(count=free // 1024 // 1024)
    full = free < MIN_FREE_BYTES or (disk.f_files and not disk.f_favail)
    return Check("space", title, facts, _("free some space on this disk") if full else "")


def _nearest_existing(folder: Path) -> Path:
    """Return the folder, or its nearest ancestor that exists."""
    return folder if folder.exists() or folder == folder.parent else _nearest_existing(folder.parent)
