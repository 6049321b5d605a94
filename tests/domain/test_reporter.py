"""The measure whose result covers a measure."""

from hypothesis import given

from itatui.domain.edits import remove_measure
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from tests.support.samples import measure_in, reference, register_of
from tests.support.strategies import after, registers, taken_back


def linked(*pairs: tuple[str, str], track: str = "OIT") -> Register:
    """Return a register of measures, given as pairs of id and `reported_with`."""
    places = enumerate(pairs)
    return register_of(*(Measure(name, track, at, "", reported_with=to) for at, (name, to) in places))


def reporters(register: Register) -> dict[str, str]:
    return {measure.id: register.reporter(measure).id for measure in register.measures}


def test_shared_result_of_the_reference_report() -> None:
    told = {name: reporter for name, reporter in reporters(reference()).items() if name != reporter}
    assert told == {"oit2": "oit1"}


def test_a_measure_without_a_link_is_its_own_reporter() -> None:
    assert reporters(linked(("a", ""), ("b", "a"))) == {"a": "a", "b": "a"}


def test_a_link_to_a_missing_measure_is_ignored() -> None:
    assert reporters(linked(("a", "gone"))) == {"a": "a"}


def test_a_link_to_another_track_is_ignored() -> None:
    register = register_of(Measure("a", "IIT", 1.0, ""), Measure("b", "EIT", 1.0, "", reported_with="a"))
    assert reporters(register) == {"a": "a", "b": "b"}


def test_a_chain_of_links_stops_at_the_first() -> None:
    assert reporters(linked(("a", ""), ("b", "a"), ("c", "b"))) == {"a": "a", "b": "a", "c": "c"}


def test_links_in_a_circle_are_ignored() -> None:
    assert reporters(linked(("a", "b"), ("b", "a"), ("c", "c"))) == {"a": "a", "b": "b", "c": "c"}


def test_a_measure_with_an_ignored_link_can_be_a_reporter() -> None:
    assert reporters(linked(("a", "gone"), ("b", "a"))) == {"a": "a", "b": "a"}


def test_removal_of_a_reporter_and_its_undo() -> None:
    register = linked(("a", ""), ("b", "a"))
    removal = remove_measure(measure_in(register, "a"))
    without = after(register, removal)
    assert reporters(without) == {"b": "b"}
    assert reporters(after(without, taken_back(removal))) == {"a": "a", "b": "a"}


@given(registers())
def test_a_reporter_is_in_the_track_and_its_own_reporter(register: Register) -> None:
    for measure in register.measures:
        reporter = register.reporter(measure)
        assert reporter.track == measure.track
        assert register.reporter(reporter) is reporter
        assert reporter.id in (measure.id, measure.reported_with)
