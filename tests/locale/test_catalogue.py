"""The Thai catalogue says all that the code says, and nothing else; `python -m tools.locale` makes it so."""

from collections.abc import Iterator
from string import Formatter

import pytest

from itatui.domain.fields import MEASURE_FIELDS, REGISTER_FIELDS, TRACK_FIELDS
from itatui.locale import LANGUAGES, _, language, speak
from itatui.thai import cells, clean, fold
from itatui.tui.commands import COMMANDS, Command
from tools.locale.catalogue import MO, PO, extracted, messages, mo_bytes, po_bytes, said_in, stored, unfinished

FOOT = 10
"""Cells that a command's title may take in the foot line."""
PAIRS = [(text, str(message.string)) for text, message in messages(stored()).items()]
every_message = pytest.mark.parametrize(("english", "thai"), PAIRS, ids=[english for english, _thai in PAIRS])


@pytest.fixture(autouse=True)
def _spoken_before() -> Iterator[None]:
    before = language()
    yield
    speak(before)


def test_nothing_that_the_code_says_is_missing() -> None:
    assert messages(extracted()).keys() - messages(stored()).keys() == set()


def test_nothing_is_left_that_the_code_no_longer_says() -> None:
    assert messages(stored()).keys() - messages(extracted()).keys() == set()


def test_nothing_is_untranslated_or_doubtful() -> None:
    assert unfinished(stored()) == {}


def test_the_catalogue_is_written_as_it_is_always_written() -> None:
    assert PO.read_bytes() == po_bytes(stored())


def test_the_compiled_catalogue_is_the_catalogue() -> None:
    assert MO.read_bytes() == mo_bytes(stored())


def _placeholders(text: str) -> set[tuple[str, str | None, str | None]]:
    return {(name, form, conversion) for _text, name, form, conversion in Formatter().parse(text) if name is not None}


@every_message
def test_the_thai_has_the_placeholders_of_the_english(english: str, thai: str) -> None:
    assert _placeholders(thai) == _placeholders(english)


@every_message
def test_the_thai_is_spelt_as_it_is_typed(english: str, thai: str) -> None:
    assert clean(thai) == (thai, 0)
    assert fold(thai) == thai.casefold()  # no mark out of order, no ำ or แ in two pieces, nothing unseen
    assert thai == thai.strip() or english.startswith(",")  # what goes on after another message keeps its distance


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.action)
def test_the_foot_line_is_in_short_words(command: Command) -> None:
    speak("th")
    assert 0 < cells(_(command.title)) <= FOOT


def test_commands_and_fields_are_called_by_thai_names() -> None:
    fields = (*MEASURE_FIELDS.values(), *TRACK_FIELDS.values(), *REGISTER_FIELDS.values())
    said = {
        *(label for field in fields for label in (field.label, field.long_label) if label),
        *(command.help for command in COMMANDS),
    }
    said |= {command.title for command in COMMANDS if not command.title.isdigit()}
    assert said - messages(stored()).keys() == set()


def test_the_language_changes_while_the_program_runs() -> None:
    heard = []
    for each in ("th", "en", "th"):
        speak(each)
        heard.append((language(), _("Help"), _("saved {time}")))
    assert heard == [
        ("th", "ช่วยเหลือ", "บันทึกแล้ว {time}"),
        ("en", "Help", "saved {time}"),
        ("th", "ช่วยเหลือ", "บันทึกแล้ว {time}"),
    ]
    assert set(LANGUAGES) == {"th", "en"}


def test_messages_are_found_wherever_they_stand() -> None:
    source = "_('one') + N_(\"two\")\nf\"{path}: {_('three')}\"\n_('in ' 'pieces')\n_(name)\nsay('not one')\n_('')\n"
    assert sorted(said_in(source)) == ["in pieces", "one", "three", "two"]
