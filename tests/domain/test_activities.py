"""Activities in a pasted text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itatui.domain.activities import activities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("จัดอบรม", ("จัดอบรม",)),
        ("1. จัดอบรม", ("1. จัดอบรม",)),
        ("จัดอบรม\n\n  \nจัดประชุม\n", ("จัดอบรม", "จัดประชุม")),
        ("1.จัดอบรม\n2. จัดประชุม", ("จัดอบรม", "จัดประชุม")),
        ("9) ก\n10) ข", ("ก", "ข")),
        ("1.1 ก\n1.2 ข\n2.1 ค", ("ก", "ข", "ค")),
        ("๑. ก\n(๒) ข", ("ก", "ข")),
        ("- ก\n•\tข", ("ก", "ข")),
        ("1. ก\nข", ("1. ก", "ข")),
        ("2.5 ล้านบาท\n3.5 ล้านบาท", ("2.5 ล้านบาท", "3.5 ล้านบาท")),
        ("5 โครงการ\n6 กิจกรรม", ("5 โครงการ", "6 กิจกรรม")),
        ("อบรม\tสำนักปลัด\nประชุม\tกองคลัง", ("อบรม สำนักปลัด", "ประชุม กองคลัง")),
    ],
)
def test_each_line_is_an_activity_without_the_number_of_a_list(text: str, found: tuple[str, ...]) -> None:
    assert activities(text) == found


@given(st.lists(st.text("กขค 12.-•()", max_size=8)))
def test_no_line_is_lost(lines: list[str]) -> None:
    assert len(activities("\n".join(lines))) == len([line for line in lines if line.strip()])
