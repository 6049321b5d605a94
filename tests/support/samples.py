"""Registers for tests: the reference report, and small registers."""

import tomllib
from pathlib import Path
from typing import Any

from itatui.domain.measure import Measure
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.domain.track import Track

REPORT = Path(__file__).parents[1] / "reference" / "report_2567.toml"


def report() -> dict[str, Any]:
    """Return the transcribed reference report."""
    return tomllib.loads(REPORT.read_text("utf-8"))


def reference() -> Register:
    """Return the reference report as a register, with labels composed by `label_phrase`."""
    told = report()
    tracks = [
        Track(t["code"], t["name_th"], t["name_en"], outcome=t["outcome"], order=number * 1024.0)
        for number, t in enumerate(told["tracks"], 1)
    ]
    measures = [measure for track in told["tracks"] for measure in _measures(track)]
    words = {name: told[name] for name in ("agency", "agency_short", "fiscal_year", "title", "subtitle")}
    return Register(**words, tracks=tuple(tracks), measures=tuple(measures))


def _measures(track: dict[str, Any]) -> list[Measure]:
    ids = {number: f"{track['code'].lower()}{number}" for number in range(1, len(track["measures"]) + 1)}
    own = {result["reports_on"][0]: result["text"] for result in track["results"]}
    heads = {number: result["reports_on"][0] for result in track["results"] for number in result["reports_on"]}
    planned = quarters(track["quarters"])
    return [
        Measure(
            ids[number],
            track["code"],
            number * 1024.0,
            activity,
            result=own.get(number, ""),
            reported_with="" if heads[number] == number else ids[heads[number]],
            responsible=tuple(track["responsible"]),
            responsible_text=track["responsible_text"],
            planned=planned,
        )
        for number, activity in enumerate(track["measures"], 1)
    ]


def register_of(*measures: Measure, year: int = 2567) -> Register:
    """Return a register of these measures and their tracks."""
    codes = dict.fromkeys(measure.track for measure in measures)
    tracks = tuple(Track(code, f"แบบวัด {code}", order=number * 1024.0) for number, code in enumerate(codes, 1))
    return Register("อบต.ปากกราน", "", year, "", "", tracks, measures)


def row_of(count: int, track: str = "IIT") -> Register:
    """Return a register of a single track with `count` measures: m1, m2 and so on."""
    return register_of(*(Measure(f"m{n}", track, n * 1024.0, f"มาตรการ {n}") for n in range(1, count + 1)))


def ids_of(register: Register, track: str = "IIT") -> list[str]:
    """Return the ids of the measures of a track, in order."""
    return [measure.id for measure in register.measures_of(track)]


def measure_in(register: Register, measure_id: str) -> Measure:
    """Return the measure with this id, which must exist."""
    found = register.measure(measure_id)
    assert found is not None
    return found


def records_of(register: Register) -> list[Measure | Track | Register]:
    """Return the register, its tracks and its measures."""
    return [register, *register.tracks, *register.measures]
