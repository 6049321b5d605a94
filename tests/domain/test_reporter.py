"""Which measure's result reports on a measure."""

from hypothesis import given

from itatui.domain.edits import remove_measure
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from tests.support.samples import measure_in, reference, register_of
from tests.support.strategies import after, registers, taken_back


def linked(*pairs: tuple[str, str], track: str = "OIT") -> Register:
    """A register of measures, each named with the one that it is reported with."""
    places = enumerate(pairs)
    return register_of(*(Measure(name, track, at, "", reported_with=to) for at, (name, to) in places))


def reporters(register: Register) -> dict[str, str]:
    return {measure.id: register.reporter(measure).id for measure in register.measures}


def test_the_reference_report_reports_on_two_with_one() -> None:
    told = {name: reporter for name, reporter in reporters(reference()).items() if name != reporter}
    assert told == {"oit2": "oit1"}


def test_a_measure_without_a_link_reports_on_itself() -> None:
    assert reporters(linked(("a", ""), ("b", "a"))) == {"a": "a", "b": "a"}


def test_a_link_to_a_measure_that_is_gone_counts_as_none() -> None:
    assert reporters(linked(("a", "gone"))) == {"a": "a"}


def test_a_link_to_another_track_counts_as_none() -> None:
    register = register_of(Measure("a", "IIT", 1.0, ""), Measure("b", "EIT", 1.0, "", reported_with="a"))
    assert reporters(register) == {"a": "a", "b": "b"}


def test_a_chain_stops_at_its_first_link() -> None:
    assert reporters(linked(("a", ""), ("b", "a"), ("c", "b"))) == {"a": "a", "b": "a", "c": "c"}


def test_links_in_a_circle_count_as_none() -> None:
    assert reporters(linked(("a", "b"), ("b", "a"), ("c", "c"))) == {"a": "a", "b": "b", "c": "c"}


def test_a_measure_whose_own_link_counts_as_none_can_be_reported_with() -> None:
    assert reporters(linked(("a", "gone"), ("b", "a"))) == {"a": "a", "b": "a"}


def test_those_reported_with_a_removed_measure_stand_alone_until_it_is_back() -> None:
    register = linked(("a", ""), ("b", "a"))
    removal = remove_measure(measure_in(register, "a"))
    without = after(register, removal)
    assert reporters(without) == {"b": "b"}
    assert reporters(after(without, taken_back(removal))) == {"a": "a", "b": "a"}


@given(registers())
def test_a_reporter_is_of_the_same_track_and_reports_on_itself(register: Register) -> None:
    for measure in register.measures:
        reporter = register.reporter(measure)
        assert reporter.track == measure.track
        assert register.reporter(reporter) is reporter
        assert reporter.id in (measure.id, measure.reported_with)
