"""`NamedTuple`, the base of frozen values with named fields, as that of `typing`, but faster to import.

Importing `typing` takes 3 ms, and each of its classes compiles a constructor. Here that waits for the first value that
is made with it: a command uses few of fifty classes, and makes the records of a file by `_make`.
"""

TYPE_CHECKING = False  # type checkers treat this name as true
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter, namedtuple

    class _Named(tuple):
        """The methods of all values, under the names that `collections.namedtuple` gives them."""

        __slots__ = ()

        def __new__(cls, *values, **named):
            owner = next(each for each in cls.__mro__ if "_fields" in each.__dict__)
            compiled = namedtuple(owner.__name__, owner._fields, defaults=owner._field_defaults.values())
            owner.__new__ = compiled.__new__
            return owner.__new__(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **named):
            made = self._make(map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"Got unexpected field names: {list(named)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in self._asdict().items())})"

    class _Class(type):
        """Turns a class whose base is `NamedTuple` into one of named values."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            made = type(name, (_Named,), {"__slots__": (), **body})
            made._fields = made.__match_args__ = tuple(made.__annotations__)
            made._field_defaults = {field: body[field] for field in made._fields if field in body}
            for place, field in enumerate(made._fields):
                setattr(made, field, _tuplegetter(place, field))
            return made

    class NamedTuple(metaclass=_Class):
        """The base of a class whose annotated names are its fields."""
