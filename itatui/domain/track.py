"""A track: an assessment instrument (แบบวัด) of the year and the measures under it."""

from typing import NamedTuple

from itatui.domain.values import NO_VALUES, Values


class Track(NamedTuple):
    """An assessment instrument. Agencies add their own: IIT, EIT and OIT appear only in data."""

    code: str
    """Short code without spaces or hyphens, as users type it: `IIT`."""
    name_th: str
    name_en: str = ""
    label: str = ""
    """Text of the first column of the report; empty: composed by `label_phrase`."""
    outcome: str = ""
    """ผลลัพธ์หรือความสำเร็จ of the whole track."""
    order: float = 0.0
    """Sort key among the tracks, ascending. Moving a track changes only this number."""
    more: Values = NO_VALUES
    """Values of the register's own fields."""


def label_phrase(track: Track) -> str:
    """Return the text of the first column of the report: the label, else Thai name, English name and code."""
    if track.label:
        return track.label
    english = f" ({track.name_en})" if track.name_en else ""
    return f"{track.name_th}{english} หรือแบบวัด {track.code}"
