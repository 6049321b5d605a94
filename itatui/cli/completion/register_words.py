"""The words of a register that a shell completes: REFs, track codes, fields and units.

A shell asks for them at each press of the completion key, so nothing is written and little is imported.
"""

import os
from collections.abc import Callable, Sequence
from typing import TypeAlias

from itatui.cli.refs import Thing, find_thing
from itatui.domain.fields import edited_fields, fields_of
from itatui.domain.own_field import heading
from itatui.domain.register import REGISTER_REF, Register
from itatui.domain.status import units
from itatui.errors import ItatuiError, UsageError
from itatui.locale import _, language, ngettext
from itatui.store import RegisterFile, config, sample
from itatui.store.paths import choose_register, is_first_use
from itatui.thai import quote

Word: TypeAlias = tuple[str, str]
"""A word to complete, and its description."""

MEASURE_COMMANDS = ("remove", "move")
"""Commands whose REF is a measure, never a track or the register."""
NEW_MEASURE_COMMAND = "add"
"""The command whose fields are those of a measure that does not exist yet."""

_DESCRIPTION_CELLS = 50


def words(metavar: str, line: str, settings: config.Config) -> list[Word]:
    """Return the words for an argument with this metavar, given the command line before the cursor.

    Raise `UsageError` if no words are known for it.
    """
    if metavar not in WORDS:
        raise UsageError(
            _("there is no {word}; choose from: {known}").format(word=quote(metavar), known=", ".join(WORDS))
        )
    arguments = _arguments(line)
    choice = choose_register(_register_option(arguments), settings)
    register = sample() if is_first_use(choice) else RegisterFile(choice.path).load()
    found = WORDS[metavar](register, arguments)
    return [(word, quote(text, _DESCRIPTION_CELLS)) for word, text in found if word.isprintable()]


def _arguments(line: str) -> list[str]:
    """Return the arguments after the program, without the word under the cursor, with `~` and variables expanded."""
    import shlex

    before = line.rpartition(" ")[0]
    try:
        typed = shlex.split(before)
    except ValueError:  # a quotation mark is not closed yet
        typed = before.split()
    at = next((at for at in reversed(range(len(typed))) if os.path.basename(typed[at]) == "itatui"), 0)  # noqa: PTH119
    return [os.path.expanduser(os.path.expandvars(word)) for word in typed[at + 1 :]]  # noqa: PTH111


def _register_option(arguments: Sequence[str]) -> str | None:
    """Return the value of `--register`."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if word == "--register":
            return following or None
        if word.startswith("--register="):
            return word.partition("=")[2] or None
    return None


def _refs(register: Register, arguments: Sequence[str]) -> list[Word]:
    measures = [(register.ref(measure), measure.activity) for measure in register.measures]
    if not set(MEASURE_COMMANDS).isdisjoint(arguments):
        return measures
    return [*measures, *_tracks(register, arguments), (REGISTER_REF, register.title)]


def _tracks(register: Register, _arguments: Sequence[str]) -> list[Word]:
    return [(track.code, track.name_th) for track in register.tracks]


def _own_fields(register: Register, _arguments: Sequence[str]) -> list[Word]:
    return [(field.name, heading(field, language())) for field in register.fields]


def _forms(register: Register, arguments: Sequence[str]) -> list[Word]:
    from itatui.domain.forms import form_names  # lazy: no other word needs it

    own = [form.name for form in register.forms]
    names = [(name, _("own") if name in own else "") for name in form_names(register)]
    here = os.listdir() if "add" in arguments else []  # noqa: PTH208 (as in all of this module)
    return names + [(name, "") for name in sorted(here) if name.endswith(".toml")]


def _rounds(register: Register, _arguments: Sequence[str]) -> list[Word]:
    return [(each.name, "") for each in register.rounds]


def _units(register: Register, _arguments: Sequence[str]) -> list[Word]:
    return [
        (unit, ngettext("{count} measure", "{count} measures", count).format(count=count))
        for unit, count in units(register.measures)
    ]


def _fields(register: Register, arguments: Sequence[str]) -> list[Word]:
    """Return the fields of the record that a REF among the arguments names."""
    fields = {name: field for name, field in fields_of("measure", register).items() if field.edited}
    if NEW_MEASURE_COMMAND not in arguments and (thing := _thing(register, arguments)) is not None:
        fields = edited_fields(thing, register)
    return [(f"{name}=", _(field.label)) for name, field in fields.items()]


def _thing(register: Register, arguments: Sequence[str]) -> Thing | None:
    for word in arguments:
        try:
            return find_thing(register, word)
        except ItatuiError:
            continue
    return None


def _rules(_register: Register, _arguments: Sequence[str]) -> list[Word]:
    from itatui.wording.check import rule_words  # lazy: of all words, only these need the rules

    return [(rule.name, rule_words(rule)) for rule in config.rules(config.config_path())]


WORDS: dict[str, Callable[[Register, Sequence[str]], list[Word]]] = {
    "REF": _refs,
    "TRACK": _tracks,
    "PLACE": _tracks,
    "FIELD": _own_fields,
    "FORM": _forms,
    "ROUND": _rounds,
    "UNIT": _units,
    "FIELD=VALUE": _fields,
    "RULE": _rules,
}
"""The words for the metavar of an argument."""
