"""Wrapping of many pseudo-random texts (`python -m tools.thai` tries more), and detection of each kind of fault."""

from itertools import pairwise

from itatui.thai import wrap_offsets
from tests.support.generated_texts import generated
from tests.support.wrap_faults import Faults, faults
from tools.thai.__main__ import count_faults
from tools.thai.first_wrap import first_wraps


def test_generated_texts_wrap_without_faults() -> None:
    assert count_faults(2_500, 2567) == Faults()


def test_generated_texts_depend_only_on_the_seed() -> None:
    assert list(generated(1, 20)) == list(generated(1, 20)) != list(generated(2, 20))


def _faulty_wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Cut every `width` code points, and drop the last of each line."""
    return [(start, end - 1) for start, end in pairwise([*range(0, len(text), width), len(text)])] or [(0, 0)]


def test_each_kind_of_fault_is_detected() -> None:
    total = Faults()
    for text, width in generated(3, 200):
        total = total.plus(faults(text, width, _faulty_wrap))
    assert total.lost and total.cut and total.signs
    assert faults("ประชาชน", 4, lambda text, width: [(0, len(text))]) == Faults(wide=1, unsteady=1)
    assert faults("ผู้มาติดต่อ", 7, wrap_offsets) == Faults()


def test_first_wrap_needs_less_than_12_mb_over_a_bare_interpreter() -> None:
    assert 0 < first_wraps(2).memory < 12
