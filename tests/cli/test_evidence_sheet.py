"""`itatui evidence`: the evidence of all measures by item."""

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import Run


@pytest.fixture
def office(path: Path, run: Run) -> Path:
    """Return the reference register with a link, a file, a missing file and a measure that cannot be done."""
    (path.parent / "คำสั่ง.pdf").write_bytes(b"%PDF")
    os.utime(path.parent / "คำสั่ง.pdf", (1_704_067_200, 1_704_067_200))
    run("set", "IIT-1", "evidence=ภาพกิจกรรม | https://example.go.th/a.jpg\nคำสั่ง | คำสั่ง.pdf")
    run("set", "EIT-1", "evidence=สูญหาย | missing.pdf")
    run("set", "OIT-3", "dropped=งบประมาณไม่เพียงพอ")
    return path


def rows_of(run: Run, *words: str, code: int = 0) -> list[dict[str, Any]]:
    found = run("evidence", "--json", *words)
    assert (found.code, found.err) == (code, "")
    rows: list[dict[str, Any]] = json.loads(found.out)
    return rows


def test_each_piece_of_evidence_has_a_row_and_each_measure_without_any(office: Path, run: Run) -> None:
    rows = rows_of(run)
    assert [(row["ref"], row["link"]) for row in rows][:3] == [
        ("IIT-1", "https://example.go.th/a.jpg"),
        ("IIT-1", "คำสั่ง.pdf"),
        ("IIT-2", ""),
    ]
    assert len(rows) == 9 and {row["item"] for row in rows} == {"O35"} and "OIT-3" not in {row["ref"] for row in rows}
    assert rows[1]["explanation"].startswith("คำสั่ง – จัดทำ แผนผัง")
    assert "found" not in rows[0]
    out = run("evidence", "--width", "120").output()
    assert "O35 Report on the measures" in out and "Measures without evidence: 6" in out
    assert "Numbers of the items: those of the assessment of 2567" in out


def test_files_are_looked_at_and_links_are_not(office: Path, run: Run) -> None:
    rows = rows_of(run, "--verify", code=1)
    found = {row["link"]: (row["found"], row["day"]) for row in rows if row["link"]}
    assert found == {
        "https://example.go.th/a.jpg": (None, None),
        "คำสั่ง.pdf": (True, "2024-01-01"),
        "missing.pdf": (False, None),
    }
    out = run("evidence", "--verify", "--width", "600").out
    assert "! no such file" in out and "file of 1 Jan 2024" in out and "link, not looked at" in out
    run("set", "EIT-1", "evidence=")
    assert run("evidence", "--verify").code == 0


def test_csv_has_a_row_for_each_and_no_formula(office: Path, run: Run) -> None:
    run("set", "IIT-2", "evidence==HYPERLINK | https://example.go.th/=1")
    text = run("evidence", "--csv").output()
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == 9 and rows[2]["explanation"].startswith("'=HYPERLINK")
    assert set(rows[0]) == {"item", "ref", "link", "explanation"}


def test_items_are_data_of_the_agency(office: Path, run: Run, tmp_path: Path) -> None:
    own = tmp_path / "config" / "itatui" / "itas.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(
        '[[item]]\nnumber = "O1"\nth = "ก"\ntracks = ["oit"]\n\n[[item]]\nnumber = "O2"\nen = "b"\n', "utf-8"
    )
    assert [(row["item"], row["ref"][:3]) for row in rows_of(run)] == [("O1", "OIT")] * 2 + [("O2", "IIT")] * 4 + [
        ("O2", "EIT")
    ] * 3
    assert "Numbers of the items" not in run("evidence").output()
    own.write_text('year = 2570\n[[item]]\nnumber = "O3"\nth = "ก"\n', "utf-8")
    assert "Numbers of the items: those of the assessment of 2570" in run("evidence").output()
    for text in (
        "",
        'year = "2570"\n[[item]]\nnumber = "O1"\nth = "ก"\n',
        "[[item]]\n",
        "item = 1\n",
        '[[item]]\nnumber = 1\nth = "ก"\n',
    ):
        own.write_text(text, "utf-8")
        assert (run("evidence").code == 0) == (text == "")


def test_evidence_is_not_changed_by_looking(office: Path, run: Run) -> None:
    before = office.read_bytes(), sorted(office.parent.iterdir())
    run("evidence", "--verify")
    assert (office.read_bytes(), sorted(office.parent.iterdir())) == before
