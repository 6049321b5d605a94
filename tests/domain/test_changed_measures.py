"""Measures that differ between two registers."""

from itatui.domain.apply import apply
from itatui.domain.edits import add_measure, remove_measure, set_field
from itatui.domain.register_diff import changed_measures
from tests import reference


def test_new_and_edited_measures_are_changed() -> None:
    before = reference.register()
    first, second, third, *_others = before.measures
    after = apply(before, set_field(first, "done.1", 1 not in first.done))
    for edit in (*remove_measure(second), *add_measure(after, third._replace(id="new"))):
        after = apply(after, edit)
    assert changed_measures(before, after) == {first.id, "new"}
    assert changed_measures(before, before) == frozenset()
    equal = before._replace(measures=tuple(measure._replace() for measure in before.measures))
    assert changed_measures(before, equal) == frozenset()
