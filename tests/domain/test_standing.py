"""What can be said of a measure, and who is responsible for how much."""

import pytest
from hypothesis import given

from itatui.domain.measure import Evidence, Measure
from itatui.domain.quarters import quarters
from itatui.domain.register import Register
from itatui.domain.standing import Standing, standings, units
from tests.support.samples import register_of
from tests.support.strategies import registers

FIRST = quarters({1})
FULL = Measure("m", "IIT", 1.0, "ก", result="ข", outcome="ค", evidence=(Evidence("", "x"),), planned=FIRST, done=FIRST)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, {Standing.DONE}),
        ({"done": quarters(())}, {Standing.LATE}),
        ({"planned": quarters({1, 3})}, {Standing.UNDER_WAY}),
        ({"planned": quarters({3}), "done": quarters(())}, {Standing.NOT_STARTED}),
        ({"planned": quarters(())}, {Standing.UNPLANNED}),
        ({"result": ""}, {Standing.DONE, Standing.NO_RESULT}),
        ({"outcome": ""}, {Standing.DONE, Standing.NO_OUTCOME}),
        ({"evidence": ()}, {Standing.DONE, Standing.NO_EVIDENCE}),
    ],
)
def test_what_is_said_of_a_measure(changed: dict[str, object], said: set[Standing]) -> None:
    measure = FULL._replace(**changed)  # type: ignore[arg-type]
    register = register_of(measure)
    register = register._replace(tracks=tuple(track._replace(outcome="") for track in register.tracks))
    assert standings(register, measure, FIRST) == said


def test_a_track_s_outcome_and_another_s_result_count() -> None:
    with_it = Measure("n", "IIT", 2.0, "ก", reported_with="m", evidence=FULL.evidence, planned=FIRST, done=FIRST)
    register = register_of(FULL, with_it)
    tracks = tuple(track._replace(outcome="มีผล") for track in register.tracks)
    assert standings(register._replace(tracks=tracks), with_it, FIRST) == {Standing.DONE}


@given(registers())
def test_one_status_is_said_of_each(register: Register) -> None:
    statuses = set(list(Standing)[:5])
    for measure in register.measures:
        assert len(standings(register, measure, FIRST) & statuses) == 1


@given(registers())
def test_every_unit_is_counted_once_a_measure(register: Register) -> None:
    counted = dict(units(register.measures))
    assert counted == {
        unit: sum(unit in measure.responsible for measure in register.measures)
        for measure in register.measures
        for unit in measure.responsible
    }
