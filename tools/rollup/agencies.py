"""Registers of many agencies in folders of provinces, reproducible; one in a hundred damaged in one of ten ways."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.store.format.documents import tables_of
from tools.bench.registers import build_register

PROVINCE = 100
"""Registers of a province."""
DAMAGED_SHARE = 100
"""One of so many registers is damaged."""
POOL = 600
"""Different measures from which those of the agencies are taken."""

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _data: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "not JSON": lambda data: b"%PDF-1.7\n" + data[:200],
    "not UTF-8": lambda data: data.replace("องค์การ".encode(), b"\xcd\xa7\xa4\xec", 1),
    "another shape": lambda _data: b"[1, 2, 3]",
    "a key twice": lambda data: data.replace(b'"measures": {', b'"measures": {}, "measures": {', 1),
    "no number": lambda data: data.replace(b'"order": 1024.0', b'"order": NaN', 1),
    "of a newer itatui": lambda data: data.replace(b'"schema": ', b'"schema": 9', 1),
    "of a missing track": lambda data: data.replace(b'"code": "OIT"', b'"code": "XIT"', 1),
    "nested too deeply": lambda _data: b'{"register": ' + b"[" * 5000 + b"]" * 5000 + b"}",
}
"""Ten ways in which a file is damaged."""


def make_registers(folder: Path, count: int, measures: int = 20) -> dict[Path, str]:
    """Write registers below a folder. Return the damaged ones with their damage."""
    pattern = build_register(POOL)
    damaged: dict[Path, str] = {}
    ways = list(DAMAGES)
    for number in range(count):
        path = folder / f"จังหวัด {number // PROVINCE + 1:02}" / f"register_{number:05}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = json.dumps(tables_of(agency_register(pattern, number, measures)), ensure_ascii=False).encode()
        if number % DAMAGED_SHARE == DAMAGED_SHARE // 2:
            damaged[path] = ways[number // DAMAGED_SHARE % len(ways)]
            data = DAMAGES[damaged[path]](data)
        path.write_bytes(data)
    return damaged


def agency_register(pattern: Register, number: int, measures: int) -> Register:
    """Return the register of an agency, with measures of the pattern at random."""
    chance = Random(number)
    ranks = {track.code: rank for rank, track in enumerate(pattern.tracks)}
    chosen = sorted(
        chance.sample(pattern.measures, measures), key=lambda measure: (ranks[measure.track], measure.order)
    )
    agency = f"องค์การบริหารส่วนตำบลที่ {number + 1}"
    return pattern._replace(agency=agency, agency_short="", measures=tuple(_own(each, number) for each in chosen))


def _own(measure: Measure, number: int) -> Measure:
    """Return a measure whose texts are those of no other agency."""
    result = f"{measure.result} ของหน่วยงานที่ {number + 1}" if measure.result else ""
    return measure._replace(reported_with="", activity=f"{measure.activity} ({number + 1})", result=result)
