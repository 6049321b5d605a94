"""Finding texts again in what a reader of PDF gives back."""

from tools.documents.readback import Found, find


def test_breaks_are_told_and_spaces_that_the_reader_drops_are_counted() -> None:
    assert find("กข คง", ["x\nกข\nคง\n"]) == Found((2,), 1)
    assert find("กข คง", ["กข \nคง"]) == Found((3,), 0)
    assert find("กขคง", ["ก\nขค\nง"]) == Found((1, 3), 0)


def test_text_goes_on_at_the_beginning_of_a_line_of_the_next_page() -> None:
    assert find("กข คง", ["กข\nอื่น ๆ", "หัว\nคง"]) == Found((2,), 1)
    assert find("กขคง", ["กข\n", "xคง"]) is None


def test_another_text_is_not_found() -> None:
    assert find("กขค", ["กคข", "ขค"]) is None
