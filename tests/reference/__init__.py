"""The reference report `report_2567.toml`, transcribed by hand from the published report, and its register.

`report_2567_extracted.txt` is the text copied from the published PDF, with its damage.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from itatui.domain.measure import Measure
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.domain.track import Track


@cache
def reference() -> dict[str, Any]:
    """Return the transcribed report."""
    return tomllib.loads((Path(__file__).parent / "report_2567.toml").read_text(encoding="utf-8"))


def extracted() -> str:
    """Return the text copied from the PDF."""
    return (Path(__file__).parent / "report_2567_extracted.txt").read_text(encoding="utf-8")


def register() -> Register:
    """Return the report as a register with every measure done as planned.

    `responsible_text` is set where the report's wording differs from the joined units.
    """
    report = reference()
    tracks = tuple(
        Track(t["code"], t["name_th"], t["name_en"], outcome=t["outcome"], order=1024.0 * number)
        for number, t in enumerate(report["tracks"], 1)
    )
    return Register(
        agency=report["agency"],
        agency_short=report["agency_short"],
        fiscal_year=report["fiscal_year"],
        title=report["title"],
        subtitle=report["subtitle"],
        tracks=tracks,
        measures=tuple(measure for track in report["tracks"] for measure in _measures(track)),
    )


def _measures(track: dict[str, Any]) -> list[Measure]:
    joined = " และ".join(track["responsible"])
    wording = track["responsible_text"]
    measures = []
    for number, activity in enumerate(track["measures"], 1):
        bullet = next(bullet for bullet in track["results"] if number in bullet["reports_on"])
        first = bullet["reports_on"][0]
        measures.append(
            Measure(
                id=_id(track, number),
                track=track["code"],
                order=1024.0 * number,
                activity=activity,
                result=bullet["text"] if number == first else "",
                reported_with="" if number == first else _id(track, first),
                responsible=tuple(track["responsible"]),
                responsible_text="" if wording == joined else wording,
                planned=quarters(track["quarters"]),
                done=quarters(track["quarters"]),
            )
        )
    return measures


def _id(track: dict[str, Any], number: int) -> str:
    return f"{track['code'].lower()}-2567-{number}"
