"""The shipped register is the reference report, word for word."""

from itatui.domain.measure import Measure, responsible_phrase
from itatui.domain.quarters import phrase
from itatui.domain.track import label_phrase
from itatui.resources import resource
from itatui.store import SAMPLE, sample
from itatui.store.format.documents import tables_of
from itatui.store.format.json_writer import dumps
from tests import reference


def test_it_is_the_reference_register() -> None:
    assert sample() == reference.register()


def test_it_is_as_this_itatui_would_write_it() -> None:
    assert resource("data", SAMPLE).read_bytes() == dumps(tables_of(reference.register()))


def test_its_tracks_are_worded_as_the_report_words_them() -> None:
    told = reference.reference()["tracks"]
    assert [label_phrase(track) for track in sample().tracks] == [track["label"] for track in told]
    assert [track.outcome for track in sample().tracks] == [track["outcome"] for track in told]


def test_its_measures_are_worded_as_the_report_words_them() -> None:
    for track in reference.reference()["tracks"]:
        measures = sample().measures_of(track["code"])
        assert [measure.activity for measure in measures] == track["measures"]
        assert {responsible_phrase(measure) for measure in measures} == {track["responsible_text"]}
        assert {f"ดำเนินการไตรมาส {phrase(m.planned)} ปีงบประมาณ 2567" for m in measures} == {track["period_text"]}


def test_its_results_are_the_bullets() -> None:
    for track in reference.reference()["tracks"]:
        own: list[Measure] = [measure for measure in sample().measures_of(track["code"]) if measure.result]
        assert [measure.result for measure in own] == [bullet["text"] for bullet in track["results"]]
    numbers = {m.id: sample().number(sample().reporter(m)) for m in sample().measures_of("OIT")}
    assert list(numbers.values()) == [1, 1, 3]


def test_its_head_is_the_reports() -> None:
    told = reference.reference()
    for name in ("title", "subtitle", "agency", "agency_short", "fiscal_year"):
        assert getattr(sample(), name) == told[name]
    assert sample().headings._asdict() == told["columns"]
