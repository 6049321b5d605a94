"""The user's identity, from the uid of the process: `$USER` could be set to any name."""

import os
import pwd
from datetime import datetime

from itatui.domain.named_tuple import NamedTuple


class Identity(NamedTuple):
    """A user's login name and origin."""

    who: str
    """Login name of the process's uid, or the uid in digits."""
    origin: str = ""
    """IP address of the SSH client; empty without SSH."""


def identity() -> Identity:
    """Return the identity of the user of this process."""
    uid = os.getuid()
    try:
        name = pwd.getpwuid(uid).pw_name
    except KeyError:
        name = str(uid)
    return Identity(name, os.environ.get("SSH_CONNECTION", "").partition(" ")[0])


def now() -> str:
    """Return the current local time: ISO 8601 with the zone, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
