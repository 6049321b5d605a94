"""The templates of a form: `{responsible}` in the text of a column, `{year}` in a line above the table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from itatui.domain.form import DERIVED, LINE_WORDS, Content, Part
from itatui.domain.named_tuple import NamedTuple
from itatui.domain.own_field import OwnField
from itatui.domain.quarters import NUMBERS
from itatui.domain.rounds import Round, find_round
from itatui.domain.status import Status
from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import quote

MEASURE_SOURCES = (
    "activity",
    "result",
    "outcome",
    "responsible",
    "planned",
    "done",
    "evidence",
    "reported_with",
    "dropped",
    *DERIVED["measure"],
)
"""Values of a measure that a form can print, besides own fields."""
TRACK_SOURCES = ("label", "name_th", "name_en", "code", "outcome", *DERIVED["track"])
"""Values of a track that a form can print, besides own fields."""
_TRACK_NAMES = {"track": "label", "track_name": "name_th", "track_code": "code"}
_BY_QUARTER = ("result", "planned", "done")
"""Built-in fields with a value, or a mark, by quarter."""
_NUMBER_KINDS = ("number", "money")


class Scope(NamedTuple):
    """The names that the templates of a form may use."""

    fields: Mapping[str, OwnField]
    """Own fields by name."""
    rounds: tuple[Round, ...] | None = None
    """Rounds of the register; None: any name of a round will do."""


def content(text: str, scope: Scope) -> Content:
    """Return the content that a name such as `activity`, `track.outcome`, `quarter:1` or `round:6.result` means.

    `UsageError` if there is no such value.
    """
    name = text.strip()
    if name.startswith("round:"):
        spoken, _dot, rest = name.removeprefix("round:").rpartition(".")
        if not spoken.strip():
            message = _("write it as {example}, not {word}")
            raise UsageError(message.format(example="round:6.result", word=quote(name)))
        if scope.rounds is not None:
            spoken = find_round(scope.rounds, spoken).name
        found = content(rest, scope)
        if not _is_by_round(found, scope):
            raise _not_by_quarter(rest)
        return found._replace(round=spoken.strip())
    if name in _TRACK_NAMES:
        return Content(_TRACK_NAMES[name], "track")
    of, dot, rest = name.partition(".")
    if of == "track" and dot:
        return _of_track(rest, scope)
    source, mark, quarter = name.replace(":", ".").partition(".")
    if mark or source == "quarter":
        return _by_quarter(source, quarter, scope)
    own = scope.fields.get(name)
    if own is not None:
        return Content(name, own.of)
    if name in MEASURE_SOURCES:
        return Content(name)
    if name in DERIVED["page"]:
        return Content(name, "page")
    raise unknown(name, known_contents(scope))


def _of_track(name: str, scope: Scope) -> Content:
    source, _dot, quarter = name.partition(".")
    own = scope.fields.get(source)
    if own is not None and own.of == "track":
        return _by_quarter(source, quarter, scope) if quarter else Content(name, "track")
    if name not in TRACK_SOURCES:
        names = [*TRACK_SOURCES, *(field.name for field in scope.fields.values() if field.of == "track")]
        raise unknown(f"track.{name}", [f"track.{each}" for each in names])
    return Content(name, "track")


def _by_quarter(source: str, quarter: str, scope: Scope) -> Content:
    own = scope.fields.get(source)
    if own is None and source not in (*_BY_QUARTER, "quarter"):
        raise _not_by_quarter(source) if source in MEASURE_SOURCES else unknown(source, known_contents(scope))
    if own is not None and not own.by_round:
        raise _not_by_quarter(source)
    if quarter not in map(str, NUMBERS):
        message = _("name a quarter from 1 to 4, such as {example}, not {word}")
        example = "quarter:1" if source == "quarter" else f"{source}.1"
        raise UsageError(message.format(example=example, word=quote(quarter) or "–"))
    return Content(source, own.of if own else "measure", int(quarter))


def _is_by_round(found: Content, scope: Scope) -> bool:
    own = scope.fields.get(found.source)
    return not found.quarter and (own.by_round if own else found == Content(source="result"))


def _not_by_quarter(name: str) -> UsageError:
    return UsageError(_("{name} has no values by quarter").format(name=quote(name)))


def known_contents(scope: Scope) -> list[str]:
    """Return the names of contents, without those of quarters and rounds."""
    tracks = [f"track.{name}" for name in TRACK_SOURCES if name not in ("label", "name_th", "code")]
    return [*scope.fields, *MEASURE_SOURCES, *_TRACK_NAMES, *tracks, *DERIVED["page"]]


def tick(text: str, scope: Scope) -> Content:
    """Return the content of a column that ticks a value, such as `way=ลด` or `status=done`. `UsageError`."""
    name, equals, value = (part.strip() for part in text.partition("="))
    if not name or (equals and not value):
        message = _("write it as {example}, not {word}")
        raise UsageError(message.format(example="status=done", word=quote(text)))
    found = content(name, scope)
    own = scope.fields.get(found.source)
    if found == Content(source="status"):
        known: tuple[str, ...] = tuple(status.value for status in Status)
    elif own is not None and own.kind == "choice" and own.of == "measure":
        known = own.choices
    else:
        message = _("only status and choices of measures are ticked, not {name}")
        raise UsageError(message.format(name=quote(name)))
    if value not in known:
        message = _("write it as {example}, not {word}; choose from: {known}")
        names = quote(", ".join(known), 400)
        raise UsageError(message.format(example=quote(f"{name}={''.join(known[:1])}"), word=quote(text), known=names))
    return found._replace(equals=value)


def template(text: str, scope: Scope) -> tuple[Part, ...]:
    """Return the parts of a text such as `{responsible}\\n{period}`. `UsageError` names what is wrong in it."""
    parts = [Part(before, content(name, scope) if name else None) for before, name in pieces(text)]
    if not any(part.content for part in parts):
        raise UsageError(_("name a value in braces, such as {example}").format(example="{activity}"))
    return tuple(parts)


def is_summed(parts: Iterable[Part], scope: Scope) -> bool:
    """Return whether parts are a number alone, of which there is a sum."""
    (first, *rest) = parts
    own = scope.fields.get(first.content.source) if first.content and not first.content.equals else None
    return not rest and own is not None and own.kind in _NUMBER_KINDS


def check_line(text: str, known: Sequence[str] = LINE_WORDS) -> None:
    """Raise `UsageError` if a line has an unknown placeholder."""
    for _before, name in pieces(text):
        if name and name not in known:
            raise unknown(name, known)


def fill(text: str, words: Mapping[str, str]) -> str:
    """Return a line with its placeholders replaced by words."""
    return "".join(before + (words[name] if name else "") for before, name in pieces(text))


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words before each placeholder with its name; last, words without one. `{{` is a brace.

    `UsageError` if a brace has no partner.
    """
    before, rest = "", text
    while at := min((rest.find(brace) + 1 for brace in "{}" if brace in rest), default=0):
        before, brace, rest = before + rest[: at - 1], rest[at - 1], rest[at:]
        if rest.startswith(brace):
            before, rest = before + brace, rest[1:]
            continue
        name, closing, rest = rest.partition("}")
        if brace == "}" or not closing or not name.strip() or "{" in name:
            raise UsageError(_("a brace has no partner in {text}; write {{{{ for a brace").format(text=quote(text)))
        yield before, name.strip()
        before = ""
    if before + rest:
        yield before + rest, ""


def unknown(word: str, known: Iterable[str]) -> UsageError:
    """Return the error for a word that is none of those known, with the nearest of them."""
    from difflib import get_close_matches  # lazy: only for an error

    names = list(known)
    if nearest := get_close_matches(word, names, 1):
        message = _("there is no {word}; did you mean {nearest}?")
        return UsageError(message.format(word=quote(word), nearest=quote(nearest[0])))
    message = _("there is no {word}; choose from: {known}")
    return UsageError(message.format(word=quote(word), known=quote(", ".join(names), 400)))
