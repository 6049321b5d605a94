"""Text in the Thai code page: the same answers as those of the text itself."""

from hypothesis import given

from itatui.thai import coded, folded_case
from tests.support.thai_texts import texts


def test_every_character_of_the_page_folds_as_in_a_text() -> None:
    page = bytes(range(256)).decode("cp874", "ignore")
    assert {"A", "ก", "๙", "…", "–", "”", "\u00a0"} <= set(page)
    assert folded_case(page, coded(page)) == page.casefold()


@given(texts)
def test_case_is_folded_whatever_the_page_lacks(text: str) -> None:
    for each in (text, f"{text}Straße İ"):
        assert folded_case(each, coded(each)) == each.casefold()
