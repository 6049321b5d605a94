"""Between what a field holds and the text that a person types for it: on the command line and on the screen."""

from itatui.domain.apply import value_of
from itatui.domain.change import Value
from itatui.domain.fields import Field, Kind
from itatui.domain.measure import Evidence, Measure
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import arabic_digits, safe


def written(register: Register, thing: Measure | Track | Register, field: Field) -> str:
    """The text that stands for what a field holds: `read_value` of it is the same value again."""
    return written_value(register, field, value_of(thing, field.name))


def written_value(register: Register, field: Field, value: Value) -> str:
    """The text that stands for a value that a field holds, or held once."""
    if isinstance(value, tuple) and field.kind is Kind.UNITS:
        return ", ".join(map(str, value))
    if isinstance(value, tuple) and field.kind is Kind.LINKS:
        links = [link for link in value if isinstance(link, Evidence)]
        return "\n".join(f"{link.label} | {link.target}" if link.label else link.target for link in links)
    if field.kind is Kind.REPORTER:
        other = register.measure(str(value))
        return register.ref(other) if other else ""
    return str(value)


def read_value(register: Register, thing: Measure | Track | Register, field: Field, text: str) -> Value:
    """What a field is to hold when this text is typed for it. `UsageError` when it can hold no such thing."""
    if field.kind is Kind.UNITS:
        return tuple(unit for part in text.replace("\n", ",").split(",") if (unit := part.strip()))
    if field.kind is Kind.LINKS:
        return tuple(_link(line) for line in text.splitlines() if line.strip())
    if field.kind is Kind.REPORTER:
        return _reporter(register, thing, text.strip())
    if field.kind is Kind.YEAR:
        digits = arabic_digits(text.strip())
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 4):
            raise UsageError(_("{word} is not a year").format(word=safe(text)))
        return int(digits)
    return text if field.kind is Kind.TEXT else " ".join(text.splitlines())


def _link(line: str) -> Evidence:
    label, bar, target = (part.strip() for part in line.rpartition("|"))
    return Evidence(label if bar else "", target)


def _reporter(register: Register, thing: Measure | Track | Register, text: str) -> str:
    if not text:
        return ""
    found = register.find(text)
    if not isinstance(thing, Measure) or not isinstance(found, Measure):
        raise UsageError(_("{word} is not a measure").format(word=safe(text)))
    if found.track != thing.track or found.id == thing.id or found.reported_with:
        raise UsageError(_("a measure is reported with another of its track that has a result of its own"))
    if any(other.reported_with == thing.id for other in register.measures_of(thing.track)):
        raise UsageError(_("other measures are reported with this one"))
    return found.id
