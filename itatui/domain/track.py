"""A track: one assessment instrument (แบบวัด) of the year, with the measures that serve it."""

from typing import NamedTuple


class Track(NamedTuple):
    """An assessment instrument. Agencies add their own, so nothing here knows IIT, EIT or OIT."""

    code: str
    """Short and without spaces, as people type it: `IIT`."""
    name_th: str
    name_en: str = ""
    label: str = ""
    """What the report's first column says, when `label_phrase` of the names does not say it."""
    outcome: str = ""
    """ผลลัพธ์หรือความสำเร็จ of the whole track."""


def label_phrase(track: Track) -> str:
    """The words of the report's first column: the Thai name, the English one, and the code."""
    if track.label:
        return track.label
    english = f" ({track.name_en})" if track.name_en else ""
    return f"{track.name_th}{english} หรือแบบวัด {track.code}"
