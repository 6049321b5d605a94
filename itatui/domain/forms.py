"""The forms of a register: its own, and those that ship with itatui. A form is read where it is printed."""

from functools import lru_cache

from itatui.domain.form import Form
from itatui.domain.own_field import OwnField
from itatui.domain.own_form import OwnForm
from itatui.domain.register import Register
from itatui.domain.rounds import Round
from itatui.errors import UsageError
from itatui.locale import _, language
from itatui.resources import location
from itatui.thai import quote

SHIPPED = ("report", "plan", "follow-up", "calendar", "e-plan")
"""Names of the forms in `data/forms/`; the first is the default."""
DEFAULT = SHIPPED[0]


def shipped_text(name: str) -> str:
    """Return the text of a form of `SHIPPED`."""
    with open(location("data", f"forms/{name}.toml"), encoding="utf-8") as file:  # noqa: PTH123 (pathlib is slow)
        return file.read()


def form_names(register: Register) -> tuple[str, ...]:
    """Return the names of all forms: the register's own in their order, then those that ship with itatui."""
    own = tuple(form.name for form in register.forms)
    return (*own, *(name for name in SHIPPED if name not in own))


def own_form(register: Register, name: str) -> OwnForm | None:
    """Return the register's own form of a name; None if there is none, or it only ships with itatui."""
    return next((form for form in register.forms if form.name == name), None)


def find_form_name(register: Register, name: str) -> str:
    """Return the name of a form as typed, or the only one that begins with it. `UsageError` lists the names."""
    wanted, names = name.strip().casefold(), form_names(register)
    found = [each for each in names if wanted and each.startswith(wanted)]
    if wanted in names or len(found) == 1:
        return wanted if wanted in names else found[0]
    message = _("there is no form {word}; choose from: {known}")
    raise UsageError(message.format(word=quote(name), known=quote(", ".join(names), 400)))


def form_text(register: Register, name: str) -> str:
    """Return the text of the form of this name, one of `form_names`: the register's own, else that of itatui."""
    own = own_form(register, name)
    return shipped_text(name) if own is None else own.text


def form_of(register: Register, name: str = DEFAULT) -> Form:
    """Return the form of this name, or the only one whose name begins with it: the register's own, else that of itatui.

    `UsageError` lists the names, or names the place where the text of the form is wrong.
    """
    found = find_form_name(register, name)
    if found == DEFAULT and own_form(register, found) is None:
        from itatui.domain.report_form import REPORT  # lazy: see there

        return REPORT
    return _parsed(form_text(register, found), found, register.fields, register.rounds, language())


def form_label(form: Form) -> str:
    """Return the label of a form in the current language; in Thai where it has none in English."""
    return (form.label_en.strip() if language() == "en" else "") or form.label_th


@lru_cache(16)
def _parsed(text: str, name: str, fields: tuple[OwnField, ...], rounds: tuple[Round, ...], _spoken: str) -> Form:
    """Return the form of a text. Its errors are in the language that is spoken."""
    from itatui.domain.form_text import FormError, Source, parse_form  # lazy: most commands read no form

    place = _("form {name}").format(name=quote(name))
    form = parse_form(text, place, Source(fields, rounds))
    if form.name != name:  # written by hand
        raise FormError(f"{place}: name: {_('its text names it {name}').format(name=form.name)}")
    return form
