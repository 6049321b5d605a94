"""Texts that are out to harm: cleaned on the way in, made visible on the way out, and only ever texts."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import RAW, Answer, Run, second, tables

HARMLESS = ["[/] [red] $accent [a-1]", "=1+1", "@SUM(A1)", "{x} %s %(prog)s", "\\x1b[31m", '"\\', "[link=file:///]x"]
HOSTILE = {
    "ESC": "ก\x1b[31mข",
    "OSC 52": "ก\x1b]52;c;QUJD\x07ข",
    "C1": "ก\x9b2J\x9d0;x\x9cข",
    "bidi": "ก\u202eข\u2066\u200f",
    "NUL and DEL": "ก\x00\x7f\x08ข",
    "lines": "ก\u2028\u2029ข",
}


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_only_odd_is_stored_and_shown_as_it_is(path: Path, run: Run, text: str) -> None:
    run("set", "IIT-2", f"activity={text}", f"result={text}", f"responsible={text}", f"evidence={text}").output()
    assert second(path)["activity"] == text
    assert run("list").output().splitlines()[1].endswith(f"  {text}")
    assert run("show", "IIT-2").output().count(text) == 4
    assert text in run("report", "--width", "200").output()
    assert json.loads(run("show", "IIT-2", "--json").output())["result"] == text


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_cleaned_on_the_way_in_and_that_is_said(path: Path, run: Run, name: str) -> None:
    text = HOSTILE[name]
    kept, count = RAW.subn("", text)
    answer = run("set", "IIT-2", f"activity={text}")
    assert answer == (0, "", f"itatui: {count} control characters were left out of activity\n")
    assert second(path)["activity"] == kept
    answer = run("add", "EIT", f"activity={text}")
    assert (answer.code, answer.out) == (0, "EIT-4\n") and f"{count} control" in answer.err
    assert tables(path)["measures"]["10"]["activity"] == kept
    assert not RAW.search(json.dumps(tables(path), ensure_ascii=False))


def poison(found: Any, text: str) -> Any:
    """The same, with this text at the end of every text that a person may have written."""
    if isinstance(found, dict):
        kept = ("id", "track", "reported_with", "kind", "field")
        return {name: value if name in kept else poison(value, text) for name, value in found.items()}
    if isinstance(found, list):
        return [poison(value, text) for value in found]
    return found + text if isinstance(found, str) else found


def commands(run: Run) -> list[Answer]:
    """Every answer that shows what is in a register."""
    lines = [
        *(["list"], ["show"], ["show", "IIT-2"], ["show", "IIT"], ["history"], ["where"]),
        *(["report"], ["report", "--ascii", "--thai-digits", "--width", "60"], ["report", "--find", "ก"]),
        *(["show", "--json"], ["history", "--json"], ["list", "--json"]),
    ]
    return [run(*words) for words in lines]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_in_a_file_is_shown_and_not_obeyed(path: Path, run: Run, name: str) -> None:
    text = HOSTILE[name]
    run("set", "IIT-2", "evidence=ก | ข", "outcome=ค")
    run("remove", "EIT-3")
    found = tables(path)
    for document in found["tracks"].values():
        document["label"] = document["name_th"]
    for table in found.values():
        table.update({number: poison(document, text) for number, document in table.items()})
    for track in found["tracks"].values():
        track["code"] = track["code"].removesuffix(text)
    path.write_text(json.dumps(found), "utf-8")
    for answer in commands(run):
        assert answer.code == 0 and answer.out
        assert not RAW.search(answer.out + answer.err)
    assert json.loads(run("show", "IIT-2", "--json").output())["result"] == found["measures"]["2"]["result"]
    assert json.loads(run("history", "--json").output())[0]["who"] == found["history"]["1"]["who"]
    answer = run("undo", "2")
    assert answer.code == 0 and not RAW.search(answer.err)


def test_half_a_character_in_a_file(path: Path, run: Run) -> None:
    found = tables(path)
    found["measures"]["2"] |= {"activity": "ก\ud800ข", "result": "\udcff"}
    path.write_text(json.dumps(found), "utf-8")
    for answer in commands(run):
        assert answer.code == 0 and not RAW.search(answer.out)
    assert json.loads(run("show", "IIT-2", "--json").output())["activity"] == "ก\ud800ข"
    run("set", "IIT-2", "outcome=ก").output()
    assert second(path)["activity"] == "ก\ud800ข"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_tracks_hostile_code_is_shown_and_not_obeyed(path: Path, run: Run, name: str) -> None:
    code = "".join(HOSTILE[name].split())
    path.write_text(json.dumps(json.loads(path.read_text("utf-8").replace('"IIT"', '"HERE"'))), "utf-8")
    path.write_text(path.read_text("utf-8").replace('"HERE"', json.dumps(code)), "utf-8")
    assert all(answer.code == 1 or not RAW.search(answer.out + answer.err) for answer in commands(run))
    for words in (["list"], ["show"], ["report"], ["add", code, "activity=ก"], ["history"]):
        answer = run(*words)
        assert answer.code == 0 and not RAW.search(answer.out + answer.err)
    for words in (["show", "nothing"], ["remove", code], ["list", "--track", "nothing"], ["show", f"{code}-9"]):
        run(*words).error_line()


@pytest.mark.parametrize("name", [*HOSTILE, "line"])
def test_hostile_words_are_said_back_in_one_harmless_line(path: Path, run: Run, name: str) -> None:
    text = HOSTILE.get(name, "ก\nitatui: saved")
    for words in (["show", text], ["list", "--track", text], ["add", text, "activity=ก"], ["history", text]):
        run(*words).error_line(1)
    for words in (
        [text],
        ["set", "IIT-2", text],
        ["set", "IIT-2", f"{text}=1"],
        ["set", "IIT-2", f"done={text}"],
        ["set", "IIT-2", "--tick", text],
        ["set", "IIT-2", f"reported_with={text}"],
        ["set", "register", f"fiscal_year={text}"],
        ["new", text],
        ["move", "IIT-1", text],
        ["undo", text],
        ["list", f"--{text}"],
        ["list", "--lang", text],
    ):
        answer = run(*words)
        assert answer.code in (1, 2) and answer.out == ""
        *cleaned, last = answer.err.splitlines()
        assert all("control characters were left out" in line for line in cleaned)
        assert answer.err.endswith("\n") and last.isprintable() and not RAW.search(answer.err)
