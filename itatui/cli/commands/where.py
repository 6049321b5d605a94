"""`itatui where`: the files in use, and the source of the choice."""

import argparse
import os
from pathlib import Path

import itatui
from itatui.cli.output import print_answer, print_json
from itatui.locale import N_, _
from itatui.resources import resource
from itatui.store.backups import backup_folder
from itatui.store.config import config_path, kept_in
from itatui.store.drafts import drafts_folder
from itatui.store.files.lock import lock_path
from itatui.store.history.archive import archive_folder
from itatui.store.paths import choose_register, data_folder

EXAMPLE = "itatui where"

_SOURCES = {
    "option": N_("from --register"),
    "environment": N_("from ITATUI_REGISTER"),
    "configuration": N_("from the configuration file"),
    "default": N_("your own copy of the sample"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `where`."""
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the paths. Nothing is opened or created."""
    place = choose_register(arguments.register, arguments.config)
    target = Path(os.path.realpath(place.path))  # the files beside a linked register are beside its target
    found = {
        "version": itatui.__version__,
        "register": str(place.path.absolute()),
        "source": place.source,
        "exists": os.path.exists(place.path),  # noqa: PTH110 (False where Path.exists raises)
        "lock": str(lock_path(target)),
        "generations": str(backup_folder(target)),
        "sealed": str(archive_folder(target)),
        "configuration": str(config_path()),
        "settings": str(kept_in(config_path())),
        "registers": str(data_folder()),
        "drafts": str(drafts_folder()),
        "shipped": str(resource("data")),
    }
    if arguments.json:
        print_json(found)
        return 0
    state = _(_SOURCES[place.source])
    if not found["exists"]:
        state = _("{source}; the file does not exist yet").format(source=state)
    lines = [
        (_("register"), f"{found['register']} ({state})"),
        (_("lock file"), found["lock"]),
        (_("earlier versions"), found["generations"]),
        (_("older history"), found["sealed"]),
        (_("configuration file"), found["configuration"]),
        (_("settings chosen on the screen"), found["settings"]),
        (_("folder of registers"), found["registers"]),
        (_("typed texts that are not confirmed yet"), found["drafts"]),
        (_("files shipped with itatui"), found["shipped"]),
    ]
    for title, path in lines:
        print_answer(f"{title}: {path}")
    return 0
