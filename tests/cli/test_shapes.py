"""The tables that agencies really publish, keyed in and printed by commands alone."""

from pathlib import Path
from typing import Any

import pytest

from itatui.cli import report_options
from tests.support.command_line import Run
from tests.support.form_shapes import FOLDER, NAMES, TODAY, told_registers, words_of_shape

REGISTERS = told_registers()
ROUNDS = "3 เดือน = 1; 6 เดือน = 1-2; 12 เดือน = 1-4"


def key_in(run: Run, told: dict[str, Any], form: str) -> None:
    """Make a register with these tracks, measures and values, for a form."""
    run("new", "2570", "--agency", told["agency"], "--register", "r.json")
    for code in ("IIT", "EIT", "OIT"):
        run("track", "remove", code)
    for code, name in told["tracks"].items():
        run("track", "add", code, f"name_th={name}").output()
    run("set", "register", f"rounds={ROUNDS}", f"signatories=ผู้อนุมัติแผน: , นายก{told['agency']}").output()
    assert run("form", "add", form, "--yes").code == 0
    fields = {line.split()[0] for line in run("field").out.splitlines()}
    for each in told["measures"]:
        words = [f"{key}={each.get(key, '')}" for key in ("activity", "result", "dropped")]
        words += [f"responsible={each['unit']}", "evidence=" + "\n".join(each.get("evidence", ()))]
        words += [f"{path}={text}" for path, text in each["own"].items() if path.split(".")[0] in {*fields, "result"}]
        for option, quarters in (("--plan", each["planned"]), ("--tick", each.get("done", ()))):
            words += [option, ",".join(map(str, quarters))] if quarters else []
        run("add", each["track"], *words).output()


@pytest.mark.parametrize("name", NAMES)
def test_a_shape_is_keyed_in_and_printed_by_commands(run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("ITATUI_REGISTER", "r.json")
    monkeypatch.setattr(report_options, "today", lambda: TODAY)
    form, file, for_round = words_of_shape(name)
    key_in(run, REGISTERS[NAMES[name]], str(file or form))
    options = ["--form", form, *(["--round", for_round.name] if for_round else [])]
    for width in (100, 160):
        golden = Path(FOLDER / "golden" / f"{name}-{width}.txt").read_text(encoding="utf-8")
        assert run("report", *options, "--width", str(width)).output() == golden
