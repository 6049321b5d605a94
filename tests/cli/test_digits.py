"""Thai digits by configuration: in every text for people, never in JSON or in numbers to be typed."""

import re
from pathlib import Path

import pytest

from itatui.store.config import config_path
from tests.support.command_line import Run, by_hand, second

LINK = "https://example.go.th/2567/1.pdf"
LATIN = re.compile("[0-9]+")


@pytest.fixture
def thai_digits_configured(path: Path) -> None:
    """Configure Thai digits; give IIT-2 numbers and a link."""
    config_path().parent.mkdir(parents=True)
    config_path().write_text('digits = "thai"\n', "utf-8")
    evidence = [{"label": "คำสั่ง 15/2567", "target": LINK}]
    by_hand(path, activity=f"อบรม 45 คน ตาม {LINK}", result="ครั้งที่ 1 วันที่ 15", evidence=evidence)


@pytest.mark.usefixtures("thai_digits_configured")
def test_list_and_show_print_thai_digits(run: Run) -> None:
    assert run("list", "--find", "45").output() == f"IIT-2    ● ● ● ●  อบรม ๔๕ คน ตาม {LINK}\n"
    shown = run("show", "IIT-2").output()
    assert "quarters ๑ – ๔" in shown and "ครั้งที่ ๑ วันที่ ๑๕" in shown
    assert f"  Evidence: คำสั่ง ๑๕/๒๕๖๗ {LINK}\n" in shown
    assert set(LATIN.findall(shown.replace(LINK, ""))) == {"2"}  # the 2 of IIT-2
    assert "fiscal year ๒๕๖๗" in run("show").output()


@pytest.mark.usefixtures("thai_digits_configured")
def test_report_follows_configuration_and_options(run: Run) -> None:
    printed = run("report", "--width", "200").output()
    assert "ปีงบประมาณ ๒๕๖๗" in printed and not LATIN.findall(printed.replace(LINK, ""))
    assert LINK in printed
    assert run("report", "--width", "200", "--thai-digits").output() == printed
    arabic = run("report", "--width", "200", "--arabic-digits").output()
    assert "ปีงบประมาณ 2567" in arabic and "๒" not in arabic
    run("report", "--thai-digits", "--arabic-digits").error_line(2)


@pytest.mark.usefixtures("thai_digits_configured")
def test_history_and_restore_print_thai_digits_except_their_numbers(run: Run) -> None:
    run("set", "IIT-2", "--untick", "3").output()
    line = run("history").output()
    assert re.match(r" +1  [๐-๙]+ \w+ [๐-๙]{4} [๐-๙]{2}:[๐-๙]{2}  ", line) and "IIT-2" in line and "๓" in line
    assert re.match(r" +1  [๐-๙]+ ", run("restore").output())


@pytest.mark.usefixtures("thai_digits_configured")
def test_json_keeps_arabic_digits(run: Run) -> None:
    assert "๔๕" not in run("list", "--json").output()
    assert "ครั้งที่ 1" in run("show", "--json").output()


@pytest.mark.usefixtures("thai_digits_configured")
def test_refs_and_quarters_can_be_typed_in_thai_digits(path: Path, run: Run) -> None:
    assert run("show", "IIT-๒").output() == run("show", "IIT-2").output()
    run("set", "IIT-๒", "--untick", "๓").output()
    assert second(path)["done"] == [1, 2, 4]
