"""The tables that agencies really publish, keyed in on the screen alone and printed as by commands."""

import os
from pathlib import Path

import pytest

from itatui.domain.own_field import OwnField
from itatui.store.paths import data_folder
from itatui.store.recent import RecentRegisters
from itatui.tui.app import ItatuiApp
from itatui.tui.environment import Environment
from tests.support.desk import MIDDLE, Desk
from tests.support.form_shapes import FOLDER, NAMES, TODAY, told_registers, words_of_shape
from tests.support.shape_typist import Typist

MOST_KEYS = 45
"""Keys that a measure may take beside the letters of its texts: with up to 13 values, 3 links and 10 empty fields."""
EACH_DAY = ("risks",)
"""Registers that are always keyed in: three shapes, two of them by round. The others take a minute."""
every_shape = pytest.mark.skipif("ITATUI_EVERY_SHAPE" not in os.environ, reason="takes a minute: ITATUI_EVERY_SHAPE=1")
REGISTERS = [
    name if name in EACH_DAY else pytest.param(name, marks=every_shape) for name in dict.fromkeys(NAMES.values())
]


@pytest.fixture(autouse=True)
def _in_home(own_home: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def paths_of(fields: tuple[OwnField, ...]) -> set[str]:
    return {"result", *(field.name for field in fields)}


@pytest.mark.parametrize("name", REGISTERS)
async def test_a_register_is_keyed_in_on_the_screen_and_printed_by_its_forms(name: str) -> None:
    told = told_registers()[name]
    shapes = {shape: words_of_shape(shape) for shape, register in NAMES.items() if register == name}
    app = ItatuiApp(None, today=TODAY, environment=Environment(shelf=RecentRegisters()))
    desk = Desk(app, data_folder() / "register_2570.json")
    async with app.run_test(size=MIDDLE):
        await desk.pilot.pause()
        typist = Typist(desk)
        await typist.begin(told["agency"])
        await typist.make_shape(told, {form: path for form, path, _round in shapes.values()})
        await desk.saved()
        known, keys = paths_of(desk.on_disk().fields), []
        for measure in told["measures"]:
            own = {path: text for path, text in measure["own"].items() if path.split(".")[0] in known}
            keys.append(await typist.add_measure(measure, own))
        assert max(keys) <= MOST_KEYS
        await desk.saved()
        for shape, (form, _path, for_round) in shapes.items():
            for width in (100, 160):
                golden = Path(FOLDER / "golden" / f"{shape}-{width}.txt").read_text(encoding="utf-8")
                printed = await typist.printed(form, for_round.name if for_round else "", width)
                assert printed == "\n".join(line.rstrip() for line in golden.splitlines()).rstrip()
        await desk.keys_done()
