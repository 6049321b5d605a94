"""itatui beside other terminal programs: `python -m tools.bench.peers --programs DIR`.

DIR has the commands `vd` (VisiData), `harlequin` and `posting`; those that are not there, or show nothing, are left
out. VisiData gets the measures as CSV, harlequin as a SQLite table; posting has no data. All start in turn.
"""

import argparse
import csv
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from itatui.domain.measure import Measure
from tools.bench import floor_screen, machine, screen_parts, table
from tools.bench.key_effect import Effect, effects
from tools.bench.keys import key_bytes
from tools.bench.plan import Plan
from tools.bench.register_files import write_register
from tools.bench.registers import MARKS, build_register
from tools.bench.screen_parts import Values
from tools.bench.session import REST_S, Session, UnresponsiveError
from tools.bench.statistic import percentile
from tools.bench.target import ROOT, environment

COLUMNS = ("ref", "activity", "responsible", "planned", "result")
"""Columns of the data of the other programs."""


class Peer(NamedTuple):
    """A program that is measured."""

    title: str
    argv: Sequence[str]
    """Command with its arguments."""
    mark: Sequence[str]
    """Texts that show that it is ready."""
    keys: Sequence[str]
    """Keys that change what it shows."""


def main() -> None:
    """Print the table; progress goes to standard error."""
    options = _parser().parse_args()
    description = machine.describe_machine()
    with tempfile.TemporaryDirectory(prefix="itatui-peers-") as folder:
        peers = _peers(options.programs, Path(folder), options.size)
        values = _measured(peers, replace(Plan(), runs=options.runs), folder)
    print(f"{description}; {options.size:,} measures", end="\n\n")
    print(table.markdown(_rows(values)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.bench.peers", description=__doc__)
    parser.add_argument("--programs", type=Path, required=True, metavar="DIR", help="folder of the commands")
    parser.add_argument("--size", type=int, default=1_000, help="measures")
    parser.add_argument("--runs", type=int, default=7, help="starts of each program")
    return parser


def _peers(programs: Path, folder: Path, size: int) -> list[Peer]:
    """Return itatui, bare Textual and the others that are there."""
    register = write_register(ROOT, folder / "register.json", size)
    rows = [_row(measure) for measure in build_register(size).measures]
    sheet, database = folder / "measures.csv", folder / "measures.sqlite"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *rows])
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(f"create table measures ({', '.join(COLUMNS)})")
        connection.executemany("insert into measures values (?, ?, ?, ?, ?)", rows)
    python = sys.executable
    moves, letters = ["down"] * 15 + ["up"] * 15, ["1"] * 30
    every = [
        Peer("itatui", [python, "-m", "itatui", "--register", str(register)], MARKS, moves),
        Peer("bare Textual", [python, "-m", "tools.bench.floor_screen"], (floor_screen.READY,), moves),
        Peer("VisiData", [str(programs / "vd"), str(sheet)], (rows[0][0],), moves),
        Peer("harlequin", [str(programs / "harlequin"), "--adapter", "sqlite", str(database)], ("Catalog",), letters),
        Peer("posting", [str(programs / "posting")], ("Send",), letters),
    ]
    return [peer for peer in every if Path(peer.argv[0]).exists()]


def _row(measure: Measure) -> tuple[str, ...]:
    planned = " ".join(map(str, measure.planned))
    return measure.id, measure.activity, ", ".join(measure.responsible), planned, measure.result


def _measured(peers: Sequence[Peer], plan: Plan, folder: str) -> dict[str, Values]:
    """Return the values of each program. The first start, which fills caches, is not recorded."""
    values: dict[str, Values] = {peer.title: {} for peer in peers}
    failed: set[str] = set()
    for number in range(plan.runs + 1):
        for peer in peers:
            if peer.title in failed:
                continue
            print(f"{number}: {peer.title}", file=sys.stderr)
            try:
                found = _run(peer, plan, folder)
            except UnresponsiveError as failure:
                print(failure, file=sys.stderr)
                failed.add(peer.title)
                continue
            for name, some in found.items() if number else ():
                values[peer.title].setdefault(name, []).extend(some)
    return {title: some for title, some in values.items() if some}


def _run(peer: Peer, plan: Plan, folder: str) -> Values:
    with Session(list(peer.argv), environment(folder), folder) as session:
        session.begin(peer.mark, [])
        started = screen_parts.start(session, plan)
        pressed = [effect for key in peer.keys if (effect := _pressed(session, key))]
        return {
            "start": started["start.settled"],
            "start, bytes": started["start.bytes"],
            "key": [effect.net for effect in pressed],
            "key, bytes": [effect.size for effect in pressed],
            "memory": screen_parts.memory(session, plan)["memory"],
        }


def _pressed(session: Session, key: str) -> Effect | None:
    """Press a key, wait until the screen rests, and return its first effect; None: it had none."""
    before = len(session.pieces)
    moment = session.press(key_bytes(key))
    session.rest(REST_S, since=moment.at)
    both = effects(moment, session.pieces[before:])
    return both[0] if both else None


def _rows(values: dict[str, Values]) -> list[list[str]]:
    """Return the table: a line a program, with medians."""
    head = ["", "start, net", "… bytes", "key, net", "… bytes", "memory"]
    names = (("start", 1000, "ms"), ("start, bytes", 1, "bytes"), ("key", 1000, "ms"), ("key, bytes", 1, "bytes"))
    body = []
    for title, some in values.items():
        cells = [
            f"{percentile(some[name], 0.5) * scale:,.1f} {unit}" if some.get(name) else ""
            for name, scale, unit in (*names, ("memory", 1, "MB"))
        ]
        body.append([title, *cells])
    return [head, *body]


if __name__ == "__main__":
    main()
