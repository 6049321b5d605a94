"""Dates and times, short and in full."""

from datetime import date, datetime

import pytest

from itatui.domain.fiscal_year import quarter_dates
from itatui.domain.quarters import NUMBERS
from itatui.locale import speak
from itatui.locale.dates import day, long_day, long_moment, moment, quarter_end
from tests.support.fixtures import language_restored as language_restored


@pytest.mark.parametrize(
    ("chosen", "expected"), [("th", "15 มกราคม พ.ศ. 2567"), ("en", "15 January 2024")], ids=["th", "en"]
)
def test_long_day(chosen: str, expected: str) -> None:
    speak(chosen)
    assert long_day(date(2024, 1, 15)) == expected


@pytest.mark.parametrize("month", range(1, 13))
def test_months_have_distinct_names_in_both_languages(month: int) -> None:
    days = []
    for each in ("th", "en"):
        speak(each)
        days.append(long_day(date(2024, month, 1)))
        assert long_day(date(2024, month, 1)) != long_day(date(2024, month % 12 + 1, 1))
    assert days[0].endswith(" พ.ศ. 2567") and days[1].endswith(" 2024")


def test_moment_and_long_moment() -> None:
    iso = datetime(2024, 1, 15, 9, 5).astimezone().isoformat()
    speak("th")
    assert (moment(iso), long_moment(iso)) == ("15 ม.ค. 2567 09:05", "15 มกราคม พ.ศ. 2567 เวลา 09:05 น.")
    speak("en")
    assert (moment(iso), long_moment(iso)) == ("15 Jan 2024 09:05", "15 January 2024, 09:05")
    assert moment("?") == long_moment("?") == "?"


def test_quarter_end() -> None:
    for quarter in NUMBERS:
        day = quarter_dates(2567, quarter)[1]
        assert quarter_end(quarter).split()[0] == str(day.day)
        assert quarter_end(quarter).split()[1] == moment(f"{day}T12:00:00").split()[1]


@pytest.mark.parametrize(
    ("spoken", "short", "full"),
    [("th", "20 พ.ค. 2568", "20 พฤษภาคม 2568"), ("en", "20 May 2025", "20 May 2025")],
    ids=["th", "en"],
)
def test_day_of_a_document_has_the_month_in_full(spoken: str, short: str, full: str) -> None:
    speak(spoken)
    assert (day("2025-05-20"), day("2025-05-20", full=True)) == (short, full)
    assert day("?", full=True) == "?"
