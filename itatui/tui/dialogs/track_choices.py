"""The list of the tracks, to choose one that measures go to."""

from collections.abc import Callable, Collection, Sequence

from itatui.domain.track import Track
from itatui.thai import one_line, truncate
from itatui.tui.dialogs.choose import Choice, ChooseDialog, with_numbers
from itatui.tui.words import Words

NAME_CELLS = 40
"""Cells of a track's name in the list."""


def choose_track(
    title: Words, tracks: Callable[[], Sequence[Track]], without: Collection[str], choose: Callable[[str], None]
) -> ChooseDialog:
    """Return a dialog that lists the tracks but those of the codes `without`; `choose` takes a code."""

    def choices() -> list[Choice]:
        offered = [track for track in tracks() if track.code not in without]
        return with_numbers([Choice(track.code, f"{track.code}  {_name(track)}") for track in offered])

    return ChooseDialog(title, choices, choose)


def _name(track: Track) -> str:
    return truncate(one_line(track.name_th or track.name_en or track.label), NAME_CELLS)
