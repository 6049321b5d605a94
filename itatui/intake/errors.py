"""The error of a document that is refused."""

from itatui.errors import ItatuiError


class UnreadableError(ItatuiError):
    """A document that holds no table that can be read, or that is not safe to read. The message is the reason."""


class StoppedError(UnreadableError):
    """The user has stopped the reading."""
