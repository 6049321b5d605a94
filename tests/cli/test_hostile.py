"""Hostile texts: cleaned on input, printed harmlessly, and never interpreted."""

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
}


@pytest.mark.parametrize("text", HARMLESS)
def test_markup_and_formulas_are_stored_and_printed_unchanged(path: Path, run: Run, text: str) -> None:
    run("set", "IIT-2", f"activity={text}", f"result={text}", f"responsible={text}").output()
    assert run("set", "IIT-2", f"evidence={text}").code == 0
    assert second(path)["activity"] == text
    assert run("list").output().splitlines()[1].endswith(f"  {text}")
    assert run("show", "IIT-2").output().count(text) == 4
    assert text in run("report", "--width", "200").output()
    assert json.loads(run("show", "IIT-2", "--json").output())["result"] == text


@pytest.mark.parametrize("name", HOSTILE)
def test_control_characters_are_dropped_on_input_with_a_note(path: Path, run: Run, name: str) -> None:
    text = HOSTILE[name]
    cleaned_text, count = RAW.subn("", text)
    answer = run("set", "IIT-2", f"activity={text}")
    assert answer == (0, "", f"itatui: control characters removed from activity: {count}\n")
    assert second(path)["activity"] == cleaned_text
    answer = run("add", "EIT", f"activity={text}")
    assert (answer.code, answer.out) == (0, "EIT-4\n") and answer.err.endswith(f"activity: {count}\n")
    assert tables(path)["measures"]["10"]["activity"] == cleaned_text
    assert not RAW.search(json.dumps(tables(path), ensure_ascii=False))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\u2029", "\x85"], ids=["LF", "CR LF", "LS", "PS", "NEL"])
def test_line_ends_stay_in_long_texts_and_are_spaces_in_short_ones(path: Path, run: Run, end: str) -> None:
    text = f"ประชุม{end}อบรม"
    assert run("set", "IIT-2", f"result={text}", f"responsible_text={text}") == (0, "", "")
    assert second(path)["result"] == "ประชุม\nอบรม"
    assert second(path)["responsible_text"] == "ประชุม อบรม"


def append_to_texts(found: Any, text: str) -> Any:
    """Return the value with `text` appended to every text that a user may have written."""
    if isinstance(found, dict):
        unchanged = ("id", "track", "reported_with", "kind", "field", "closed")
        return {name: value if name in unchanged else append_to_texts(value, text) for name, value in found.items()}
    if isinstance(found, list):
        return [append_to_texts(value, text) for value in found]
    return found + text if isinstance(found, str) else found


def all_answers(run: Run) -> list[Answer]:
    """Return the answers of all commands that print the register's content."""
    lines = [
        *(["list"], ["show"], ["show", "IIT-2"], ["show", "IIT"], ["history"], ["where"]),
        *(["report"], ["report", "--ascii", "--thai-digits", "--width", "60"], ["report", "--find", "ก"]),
        *(["show", "--json"], ["history", "--json"], ["list", "--json"]),
    ]
    return [run(*words) for words in lines]


def answers_about_the_year(path: Path, run: Run) -> list[Answer]:
    """Return the answers of the commands of the year, some of which exit with 1 because there is something to do."""
    lines = [
        *(["check"], ["check", "--json"], ["due", "--days", "3000"], ["due", "--json"], ["coverage"], ["evidence"]),
        *(["evidence", "--csv"], ["evidence", "--verify"], ["compare", str(path)], ["compare", str(path), "--json"]),
        *(["rollup", str(path)], ["rollup", str(path), "--csv"], ["rollup", str(path), "--json", "--by", "unit"]),
    ]
    return [run(*words) for words in lines]


@pytest.mark.parametrize("name", HOSTILE)
def test_control_characters_of_a_file_are_printed_harmlessly(path: Path, run: Run, name: str) -> None:
    text = HOSTILE[name]
    run("set", "IIT-2", "evidence=ก | ข", "outcome=ค", "--untick", "4")
    run("remove", "EIT-3")
    found = tables(path)
    for document in found["tracks"].values():
        document["label"] = document["name_th"]
    for table in found.values():
        table.update({number: append_to_texts(document, text) for number, document in table.items()})
    for track in found["tracks"].values():
        track["code"] = track["code"].removesuffix(text)
    path.write_text(json.dumps(found), "utf-8")
    for answer in all_answers(run):
        assert answer.code == 0 and answer.out
        assert not RAW.search(answer.out + answer.err)
    for document in found["measures"].values():  # nothing is asked of a measure that cannot be done
        document["dropped"] = ""
    path.write_text(json.dumps(found), "utf-8")
    for answer in answers_about_the_year(path, run):
        assert answer.code in (0, 1) and answer.out
        assert not RAW.search(answer.out.replace("\ufeff", "").replace("\r\n", "\n") + answer.err)
    assert json.loads(run("show", "IIT-2", "--json").output())["result"] == found["measures"]["2"]["result"]
    assert json.loads(run("history", "--json").output())[0]["who"] == found["history"]["1"]["who"]
    answer = run("undo", "2")
    assert answer.code == 0 and not RAW.search(answer.err)


def test_lone_surrogate_of_a_file_is_printed_harmlessly_and_kept(path: Path, run: Run) -> None:
    found = tables(path)
    found["measures"]["2"] |= {"activity": "ก\ud800ข", "result": "\udcff"}
    path.write_text(json.dumps(found), "utf-8")
    for answer in all_answers(run):
        assert answer.code == 0 and not RAW.search(answer.out)
    assert json.loads(run("show", "IIT-2", "--json").output())["activity"] == "ก\ud800ข"
    run("set", "IIT-2", "outcome=ก").output()
    assert second(path)["activity"] == "ก\ud800ข"


@pytest.mark.parametrize("name", HOSTILE)
def test_control_characters_of_a_track_code_are_printed_harmlessly(path: Path, run: Run, name: str) -> None:
    code = "".join(HOSTILE[name].split())
    path.write_text(json.dumps(json.loads(path.read_text("utf-8").replace('"IIT"', '"HERE"'))), "utf-8")
    path.write_text(path.read_text("utf-8").replace('"HERE"', json.dumps(code)), "utf-8")
    assert all(answer.code == 1 or not RAW.search(answer.out + answer.err) for answer in all_answers(run))
    for words in (["list"], ["show"], ["report"], ["add", code, "activity=ก"], ["history"]):
        answer = run(*words)
        assert answer.code == 0 and not RAW.search(answer.out + answer.err)
    for words in (["show", "nothing"], ["remove", code], ["list", "--track", "nothing"], ["show", f"{code}-9"]):
        run(*words).error_line()


@pytest.mark.parametrize("name", [*HOSTILE, "line"])
def test_control_characters_of_arguments_are_printed_harmlessly(path: Path, run: Run, name: str) -> None:
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
        *notes, last = answer.err.splitlines()
        assert all("control characters" in line for line in notes)
        assert answer.err.endswith("\n") and last.isprintable() and not RAW.search(answer.err)
