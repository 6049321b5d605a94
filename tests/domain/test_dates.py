"""Dates as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui import locale
from itatui.domain.dates import parse_day
from itatui.domain.fiscal_year import BUDDHIST_ERA, fiscal_year_of, quarter_dates
from itatui.errors import UsageError
from itatui.locale.dates import day, long_day, weekday_and_day
from itatui.thai import thai_digits
from tests.support.fixtures import language_restored as language_restored

TODAY = date(2025, 5, 14)  # a Wednesday in quarter 3 of fiscal year 2568

TYPED = {
    "20 พ.ค. 68": "2025-05-20",
    "20พค68": "2025-05-20",
    "๒๐ พฤษภาคม ๒๕๖๘": "2025-05-20",
    "วันอังคารที่ 20 พฤษภาคม พ.ศ. 2568": "2025-05-20",
    "วันที่ 20 เดือนพฤษภาคม 2568": "2025-05-20",
    "20/5/2568": "2025-05-20",
    "20.5.68": "2025-05-20",
    "20/5/25": "2025-05-20",
    "20 5 2568": "2025-05-20",
    "20 May 2025": "2025-05-20",
    "May 20th, 2025": "2025-05-20",
    "Tue 20 May 25": "2025-05-20",
    "2025-05-20": "2025-05-20",
    "2568/5/20": "2025-05-20",
    "20 พ.ค.": "2025-05-20",
    "20/5": "2025-05-20",
    "13 พ.ค.": "2026-05-13",
    "14 May": "2025-05-14",
    "29 ก.พ.": "2028-02-29",
    "วันนี้": "2025-05-14",
    "พรุ่งนี้": "2025-05-15",
    "พร\u0e48\u0e38งนี้": "2025-05-15",  # the marks in another order, as a keyboard may send them
    "tomorrow": "2025-05-15",
    "มะรืนนี้": "2025-05-16",
    "+14": "2025-05-28",
    "+๑๔": "2025-05-28",
    "+ 14 วัน": "2025-05-28",
    "อีก 14 วัน": "2025-05-28",
    "ภายใน 2 สัปดาห์": "2025-05-28",
    "in 2 weeks": "2025-05-28",
    "30 days": "2025-06-13",
    "+1 เดือน": "2025-06-14",
    "วันศุกร์": "2025-05-16",
    "ศุกร์นี้": "2025-05-16",
    "Friday": "2025-05-16",
    "Wed": "2025-05-21",
    "สิ้นเดือน": "2025-05-31",
    "ภายในสิ้นเดือนนี้": "2025-05-31",
    "สิ้นเดือนหน้า": "2025-06-30",
    "สิ้นเดือน พ.ค.": "2025-05-31",
    "สิ้นเดือนมีนาคม": "2026-03-31",
    "สิ้น ก.ย. 68": "2025-09-30",
    "end of month": "2025-05-31",
    "end of the month": "2025-05-31",
    "end of next month": "2025-06-30",
    "by the end of June": "2025-06-30",
    "end of Feb 2028": "2028-02-29",
    "สิ้นไตรมาส": "2025-06-30",
    "สิ้นไตรมาส 3": "2025-06-30",
    "สิ้นไตรมาสที่ ๔": "2025-09-30",
    "สิ้นไตรมาส 1": "2025-12-31",
    "สิ้นไตรมาส 1/2568": "2024-12-31",
    "สิ้นไตรมาส 2 ปีงบประมาณ พ.ศ. 2569": "2026-03-31",
    "สิ้นไตรมาสหน้า": "2025-09-30",
    "ไตรมาส 3": "2025-06-30",
    "end of Q3": "2025-06-30",
    "Q1": "2025-12-31",
    "end of quarter 4": "2025-09-30",
    "end of this quarter": "2025-06-30",
    "end of next quarter": "2025-09-30",
    "สิ้นปีงบประมาณ": "2025-09-30",
    "สิ้นปีงบ 2569": "2026-09-30",
    "end of the fiscal year": "2025-09-30",
}


@pytest.mark.parametrize(("text", "expected"), TYPED.items())
def test_a_date_is_understood_in_the_forms_that_people_use(text: str, expected: str) -> None:
    assert str(parse_day(text, TODAY)) == expected
    assert str(parse_day(f"  {text.upper()} ", TODAY)) == expected


@pytest.mark.parametrize(
    "text",
    ["x", "14", "31/2/2568", "20/13/68", "5/20/2025", "30 ก.พ.", "1/2/3/4", "1/2/3", "15/1/99999", "15//2568",
     "20 พ.ค. 568", "ไตรมาส 5", "สิ้น", "สิ้นเดือนนั้น",
     "+99999", "+", "-3", "/", "ที่", "20 พ.ค. 2568 และ 21", "²/1/68", "เดือน", "สิ้นปี", "+9999 เดือน 1"],
)  # fmt: skip
def test_other_texts_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="15/1/2568") as error:
        parse_day(text, TODAY)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("text", ["+14", "พรุ่งนี้", "สิ้นเดือน", "20 พ.ค.", "Q3"])
def test_without_a_today_only_whole_dates_are_dates(text: str) -> None:
    with pytest.raises(UsageError):
        parse_day(text)


WHOLE = """15/1/2568|15-01-2568|2568-01-15|15 ม.ค. 2568|15 มกราคม พ.ศ. 2568|๑๕/๑/๒๕๖๘|15/1/68|2568/1/15|15 ม.ค.68
15/1/2025|2025-01-15|15 Jan 2025|15 january 2025| 15  มค 2568 """


@pytest.mark.parametrize("text", WHOLE.replace("\n", "|").split("|"))
def test_a_whole_date_needs_no_today(text: str) -> None:
    assert parse_day(text) == date(2025, 1, 15)


def test_no_text_is_no_date() -> None:
    assert parse_day(" \n", TODAY) is None


days = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(st.dates(date(1958, 1, 1), date(2100, 12, 31)), days, st.sampled_from(locale.LANGUAGES))
def test_each_way_of_writing_a_date_is_understood_as_that_date(when: date, today: date, language: str) -> None:
    locale.speak(language)
    year = when.year + BUDDHIST_ERA
    written = [day(when.isoformat()), day(when.isoformat(), full=True), long_day(when), weekday_and_day(when)]
    written += [f"{when.day}/{when.month}/{year}", when.isoformat(), f"{when.day}.{when.month}.{when.year}"]
    for text in [*written, *map(thai_digits, written)]:
        assert parse_day(text, today) == parse_day(text) == when


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)), st.integers(-20, 20))
def test_a_year_of_two_digits_is_that_of_either_era_near_today(when: date, years: int) -> None:
    today = date(when.year + years, 7, 1)
    for year in (when.year, when.year + BUDDHIST_ERA):
        assert parse_day(f"{when.day}/{when.month}/{year % 100:02}", today) == when


@given(days, st.integers(0, 9999))
def test_days_are_counted_from_today(today: date, count: int) -> None:
    assert parse_day(f"+{count}", today) == today + timedelta(days=count)


@given(days, st.integers(1, 4))
def test_the_end_of_a_quarter_is_the_next_that_is_not_past(today: date, quarter: int) -> None:
    end = parse_day(f"สิ้นไตรมาส {quarter}", today)
    assert end is not None
    assert timedelta(0) <= end - today < timedelta(days=366)
    assert quarter_dates(fiscal_year_of(end), quarter)[1] == end


@given(days, days)
def test_a_day_without_a_year_is_the_next(today: date, when: date) -> None:
    coming = parse_day(f"{when.day}/{when.month}", today)
    assert coming is not None
    assert coming >= today
    assert (coming.day, coming.month) == (when.day, when.month)


@given(st.text(max_size=30), days)
def test_any_text_is_a_date_or_refused(text: str, today: date) -> None:
    try:
        parse_day(text, today)
    except UsageError as error:
        assert "\n" not in str(error)


@given(st.text(st.sampled_from("0123456789๐๕ ./-+,สิ้นเดือไตรมาพคqend"), max_size=14), days)
def test_nearly_dates_are_dates_or_refused(text: str, today: date) -> None:
    try:
        parse_day(text, today)
    except UsageError as error:
        assert "15/1/2568" in str(error) or "15 ม.ค. 2568" in str(error)
