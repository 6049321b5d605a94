"""Named values against those of `typing`, which they stand for."""

import pickle
import typing

import pytest

from itatui.domain.named_tuple import NamedTuple


class Value(NamedTuple):
    """A value."""

    name: str
    size: int = 1

    @property
    def twice(self) -> int:
        return 2 * self.size

    @classmethod
    def small(cls, name: str) -> "Value":
        return cls(name, 0)


class Special(Value):
    """A value with more methods."""


class Typed(typing.NamedTuple):
    name: str
    size: int = 1


def test_value_is_made_read_and_changed_as_one_of_typing() -> None:
    assert Value("a") == tuple(Typed("a")) == ("a", 1) and hash(Value("a")) == hash(("a", 1))
    assert Value(size=2, name="b") == Value("b", 2) == Value._make(["b", 2])
    assert Value("a")._replace(size=3)._asdict() == {"name": "a", "size": 3}
    assert (Value._fields, Value._field_defaults) == (Typed._fields, Typed._field_defaults)
    assert (Value("a").name, Value("a", 4).twice, Value.small("a").size) == ("a", 8, 0)
    assert repr(Value("a")) == "Value(name='a', size=1)" and Value.__doc__ == "A value."
    match Value("a", 5):
        case Value(_name, size):
            assert size == 5


def test_subclass_makes_values_of_its_own_kind() -> None:
    made = [
        Special("a"),
        Special._make(("a", 1)),
        Special("b")._replace(name="a"),
        pickle.loads(pickle.dumps(Special("a"))),
    ]
    assert {type(value) for value in made} == {Special} and set(made) == {("a", 1)}


@pytest.mark.parametrize("wrong", ["Value()", "Value('a', 1, 2)", "Value('a', colour=1)", "Value._make('abc')"])
def test_wrong_arguments_are_refused(wrong: str) -> None:
    with pytest.raises(TypeError):
        eval(wrong)
    with pytest.raises(ValueError, match="unexpected field names"):
        Value("a")._replace(colour=1)  # type: ignore[call-arg]
    assert not hasattr(Value("a"), "__dict__")
