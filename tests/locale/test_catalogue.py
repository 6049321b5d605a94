"""The Thai catalogue has exactly the messages of the code; `python -m tools.locale` updates it."""

from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest

from itatui.domain.fields import MEASURE_FIELDS, REGISTER_FIELDS, TRACK_FIELDS
from itatui.locale import LANGUAGES, _, language, ngettext, speak
from itatui.locale.catalogue import Catalogue
from itatui.thai import cells, clean, repair_text
from itatui.tui.commands import COMMANDS, Command
from tests.support.fixtures import language_restored as language_restored
from tools.locale.catalogue import MO, PO, extracted, messages, mo_bytes, po_bytes, said_in, stored, thai_of, unfinished

FOOTER_CELLS = 12
"""Maximum width of a command's title in the footer."""
PAIRS = [(text, thai_of(message)) for text, message in messages(stored()).items()]
every_message = pytest.mark.parametrize(("english", "thai"), PAIRS, ids=[english for english, _thai in PAIRS])


def test_no_message_of_the_code_is_missing() -> None:
    assert messages(extracted()).keys() - messages(stored()).keys() == set()


def test_no_message_is_obsolete() -> None:
    assert messages(stored()).keys() - messages(extracted()).keys() == set()


def test_no_message_is_untranslated_or_fuzzy() -> None:
    assert unfinished(stored()) == {}


def test_catalogue_has_canonical_format() -> None:
    assert PO.read_bytes() == po_bytes(stored())


def test_compiled_catalogue_is_current() -> None:
    assert MO.read_bytes() == mo_bytes(stored())


def _placeholders(text: str) -> set[tuple[str, str | None, str | None]]:
    return {(name, form, conversion) for _text, name, form, conversion in Formatter().parse(text) if name is not None}


@every_message
def test_thai_has_the_placeholders_of_the_english(english: str, thai: str) -> None:
    assert _placeholders(thai) == _placeholders(english)


@every_message
def test_thai_has_canonical_spelling(english: str, thai: str) -> None:
    assert clean(thai) == (thai, 0)
    assert repair_text(thai) == (thai, 0)  # no misordered marks, split ำ or แ, or invisible characters
    assert thai == thai.strip() or english.startswith(",")  # a continuation may start with a space


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.action)
def test_command_titles_fit_the_footer(command: Command) -> None:
    speak("th")
    assert 0 < cells(_(command.title)) <= FOOTER_CELLS


def test_commands_and_fields_have_thai_names() -> None:
    fields = (*MEASURE_FIELDS.values(), *TRACK_FIELDS.values(), *REGISTER_FIELDS.values())
    names = {label for field in fields for label in (field.label, field.long_label) if label}
    names |= {command.help for command in COMMANDS}
    names |= {command.title for command in COMMANDS if not command.title.isdigit()}
    assert names - messages(stored()).keys() == set()


def test_language_can_change_at_run_time() -> None:
    seen = []
    for each in ("th", "en", "th"):
        speak(each)
        seen.append((language(), _("Help"), _("saved {time}")))
    assert seen == [
        ("th", "วิธีใช้", "บันทึกแล้ว {time}"),
        ("en", "Help", "saved {time}"),
        ("th", "วิธีใช้", "บันทึกแล้ว {time}"),
    ]
    assert set(LANGUAGES) == {"th", "en"}


def test_messages_are_extracted_from_all_positions() -> None:
    source = "_('one') + N_(\"two\")\nf\"{path}: {_('three')}\"\n_('in ' 'pieces')\n_(name)\nsay('not one')\n_('')\n"
    assert sorted(said_in(source)) == ["in pieces", "one", "three", "two"]
    assert list(said_in("ngettext('{count} day', '{count} days', count)")) == [("{count} day", "{count} days")]


@pytest.mark.parametrize(("count", "english"), [(0, "0 measures"), (1, "1 measure"), (2, "2 measures")])
def test_numbers_agree_in_english_and_thai_has_no_plural(count: int, english: str) -> None:
    words = {}
    for each in LANGUAGES:
        speak(each)
        words[each] = ngettext("{count} measure", "{count} measures", count).format(count=count)
    assert words == {"en": english, "th": f"{count} มาตรการ"}


def test_messages_are_those_that_gettext_reads() -> None:
    with MO.open("rb") as file:
        read = GNUTranslations(file)
    with MO.open("rb") as file:
        found = Catalogue(file)
    for message in stored():
        if isinstance(message.id, str):
            assert found.gettext(message.id) == read.gettext(message.id) or not message.id
        else:
            one, several = message.id
            assert [found.ngettext(one, several, count) for count in (0, 1, 2)] == [read.ngettext(one, several, 2)] * 3
    assert (found.gettext("no message"), found.ngettext("one", "several", 1), found.ngettext("one", "several", 2)) == (
        "no message",
        "one",
        "several",
    )


def test_file_that_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    (tmp_path / "it.mo").write_bytes(b"\0" * 40)
    with (tmp_path / "it.mo").open("rb") as file, pytest.raises(OSError, match="magic"):
        Catalogue(file)
