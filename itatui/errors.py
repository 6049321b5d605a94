"""Base classes of all errors that itatui raises on purpose.

The message is one line for the user: the problem and the remedy. The command line turns it into an exit code, the
screen displays it.
"""


class ItatuiError(Exception):
    """An error that the user can fix; `str(error)` is the message. Exit code 1."""


class UsageError(ItatuiError):
    """Invalid arguments of a command, such as an unknown field or a malformed value. Exit code 2."""
