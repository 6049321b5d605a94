"""The shipped sample register is the reference report, word for word."""

from itatui.domain.forms import form_of
from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.quarters import phrase
from itatui.domain.track import label_phrase
from itatui.resources import resource
from itatui.store import SAMPLE, sample
from itatui.store.format.documents import tables_of
from itatui.store.format.json_writer import dumps
from tests import reference


def test_sample_is_the_reference_register() -> None:
    assert sample() == reference.register()


def test_sample_has_current_format() -> None:
    assert resource("data", SAMPLE).read_bytes() == dumps(tables_of(reference.register()))


def test_tracks_have_the_wording_of_the_report() -> None:
    tracks = reference.reference()["tracks"]
    assert [label_phrase(track) for track in sample().tracks] == [track["label"] for track in tracks]
    assert [track.outcome for track in sample().tracks] == [track["outcome"] for track in tracks]


def test_measures_have_the_wording_of_the_report() -> None:
    for track in reference.reference()["tracks"]:
        measures = sample().measures_of(track["code"])
        assert [measure.activity for measure in measures] == track["measures"]
        assert {responsible_phrase(measure) for measure in measures} == {track["responsible_text"]}
        assert {f"ดำเนินการไตรมาส {phrase(m.planned)} ปีงบประมาณ 2567" for m in measures} == {track["period_text"]}


def test_results_are_the_bullets_of_the_report() -> None:
    for track in reference.reference()["tracks"]:
        reported: list[Measure] = [measure for measure in sample().measures_of(track["code"]) if measure.result]
        assert [measure.result for measure in reported] == [bullet["text"] for bullet in track["results"]]
    numbers = {m.id: sample().number(sample().reporter(m)) for m in sample().measures_of("OIT")}
    assert list(numbers.values()) == [1, 1, 3]


def test_head_is_that_of_the_report() -> None:
    report = reference.reference()
    for name in ("title", "subtitle", "agency", "agency_short", "fiscal_year"):
        assert getattr(sample(), name) == report[name]
    assert [column.heading for column in form_of(sample()).columns] == list(report["columns"].values())
