"""The one family of errors that itatui raises on purpose.

Each carries one line for a person: what is wrong and what to do. The command line turns them into an exit
code; the screen shows them. Nothing here knows how.
"""


class ItatuiError(Exception):
    """Something a person can mend; `str(error)` is the one line that says how. Exit code 1."""


class UsageError(ItatuiError):
    """The words of a command are wrong (an unknown field, a malformed value). Exit code 2."""
