"""The mass of made texts in short (`python -m tools.thai` is the long form), and that faults would be found."""

from itertools import pairwise

from itatui.thai import wrap_offsets
from tests.support.generated_texts import generated
from tests.support.wrap_faults import Faults, faults
from tools.thai.__main__ import count_faults
from tools.thai.first_wrap import first_wraps


def test_no_fault_in_a_mass_of_made_texts() -> None:
    assert count_faults(2_500, 2567) == Faults()


def test_the_same_seed_makes_the_same_texts_and_another_others() -> None:
    assert list(generated(1, 20)) == list(generated(1, 20)) != list(generated(2, 20))


def _anywhere(text: str, width: int) -> list[tuple[int, int]]:
    """Lines of so many code points, by one who knows no Thai and drops what is at the ends."""
    return [(start, end - 1) for start, end in pairwise([*range(0, len(text), width), len(text)])] or [(0, 0)]


def test_each_kind_of_fault_is_seen_where_it_is() -> None:
    total = Faults()
    for text, width in generated(3, 200):
        total = total.plus(faults(text, width, _anywhere))
    assert total.lost and total.cut and total.signs
    assert faults("ประชาชน", 4, lambda text, width: [(0, len(text))]) == Faults(wide=1, unsteady=1)
    assert faults("ผู้มาติดต่อ", 7, wrap_offsets) == Faults()


def test_the_start_of_a_first_wrap_is_measured_beside_a_bare_interpreter() -> None:
    found = first_wraps(2)
    assert found.cpu > 0
    assert 0 < found.memory < 12
