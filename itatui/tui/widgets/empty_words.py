"""The words of empty panes: why nothing is there, and which key goes on."""

from itatui.domain.filter import Filter
from itatui.domain.register import Register
from itatui.locale import _


def no_measures(register: Register, criteria: Filter) -> str:
    """Return why a list has no measures and which key goes on."""
    if not register.tracks:
        return _("The register has no tracks, so it can have no measures")
    if not register.measures:
        return _("No measures yet. Press ^N to add one")
    if criteria != criteria.track_only():
        return _("No measures match. Press Esc to show all")
    return _("{track}: no measures yet. Press ^N to add one").format(track=criteria.track)


def empty_list(register: Register, criteria: Filter) -> str:
    """Return the words of the empty list of measures, with the quickest way to fill it."""
    words = no_measures(register, criteria)
    if not register.tracks or (register.measures and criteria != criteria.track_only()):
        return words
    return _("{words}, or paste a list or a table of measures here. I imports a document").format(words=words)
