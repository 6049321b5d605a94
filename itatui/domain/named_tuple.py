"""Frozen values with named fields, as `typing.NamedTuple` makes them: of fifty classes few are used in one command.

Importing `typing` takes 3 ms, and each of its classes compiles a constructor; here that is compiled when the first
value is made with it. Records of a file are made without it, by `_make`.
"""

TYPE_CHECKING = False  # type checkers treat this name as true
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter

    class _Named(tuple):
        """What all values have; the names are those of `collections.namedtuple`."""

        __slots__ = ()

        def __new__(cls, *values, **named):
            owner = next(each for each in cls.__mro__ if "_fields" in each.__dict__)
            names = ", ".join(owner._fields)
            source = f"lambda _cls, {names}: _new(_cls, ({names},))"
            made = eval(source, {"_new": tuple.__new__, "__builtins__": {}, "__name__": owner.__module__})
            made.__name__, made.__qualname__ = "__new__", f"{owner.__qualname__}.__new__"
            made.__defaults__ = tuple(owner._field_defaults.values())
            owner.__new__ = staticmethod(made)
            return made(cls, *values, **named)

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
            return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in zip(self._fields, self, strict=True))})"

    class _Maker(type):
        """Makes a class of values from the annotations in the body of a class."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body["__annotations__"])
            defaults = {field: body[field] for field in fields if field in body}
            body |= {field: _tuplegetter(at, field) for at, field in enumerate(fields)}
            body |= {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return type.__new__(type, name, (_Named,), body)

    class NamedTuple(metaclass=_Maker):
        """The base of a class whose annotated names are its fields."""
