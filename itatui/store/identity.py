"""Who is at the keyboard, as the system knows them: the login of the uid, never `$USER`, which anyone can set."""

import os
import pwd
from datetime import datetime
from typing import NamedTuple


class Identity(NamedTuple):
    """A person at a keyboard."""

    who: str
    """The login name of the process's uid, or the uid in digits."""
    origin: str = ""
    """The address they came from over SSH; empty at the machine itself."""


def identity() -> Identity:
    """Who runs this process, and where they came from."""
    uid = os.getuid()
    try:
        name = pwd.getpwuid(uid).pw_name
    except KeyError:
        name = str(uid)
    return Identity(name, os.environ.get("SSH_CONNECTION", "").partition(" ")[0])


def now() -> str:
    """This moment: ISO 8601 with the zone, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
