"""The rules of the publish check: data that an agency can change and add to."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from itatui.domain.named_tuple import NamedTuple
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.thai import quote


class Severity(Enum):
    """Weight of a finding, the heaviest first."""

    MUST = "must"
    """The register cannot be published like that."""
    SHOULD = "should"
    """Somebody ought to look at it."""


SEVERITY_LABELS = {Severity.MUST: N_("To fix before publishing"), Severity.SHOULD: N_("Worth checking")}


class Rule(NamedTuple):
    """A rule."""

    name: str
    """As typed by users and as kept in the reasons of a record: small letters, digits and hyphens."""
    severity: Severity
    th: str
    """Words of a finding in Thai; `{name}` is filled in."""
    en: str
    """Words of a finding in English."""
    on: bool = True
    words: tuple[str, ...] = ()
    """Texts that must not stand in any text; only for rules without a test of their own."""
    terms: Mapping[str, tuple[str, ...]] = {}
    """Words that the test looks for, by their role."""


_KINDS: dict[str, type] = {"severity": str, "th": str, "en": str, "on": bool, "words": list, "terms": dict}
"""Types of the entries of a rule, besides its name."""


def rules_of(table: Mapping[str, Any], known: Sequence[Rule] = ()) -> tuple[Rule, ...]:
    """Return the rules of a TOML table over those that are known: entries of the same name change them.

    `UsageError` if a rule is not valid.
    """
    rules = {rule.name: rule for rule in known}
    entries = table.get("rule", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UsageError(_("rules are written as [[rule]]"))
    for entry in entries:
        name = entry.get("name")
        if not (isinstance(name, str) and name.replace("-", "").isalnum() and name.isascii() and name.islower()):
            raise UsageError(_("a rule needs a name of small letters, digits and hyphens"))
        rules[name] = _rule(name, entry, rules.get(name))
    return tuple(rules.values())


def _rule(name: str, entry: Mapping[str, Any], known: Rule | None) -> Rule:
    for key, kind in _KINDS.items():
        if key in entry and not isinstance(entry[key], kind):
            raise UsageError(_("rule {name}: {field} has the wrong type").format(name=quote(name), field=key))
    given = {key: entry[key] for key in ("th", "en", "on") if key in entry}
    if "severity" in entry:
        known_words = [severity.value for severity in Severity]
        if entry["severity"] not in known_words:
            message = _("rule {name}: severity is one of {known}")
            raise UsageError(message.format(name=quote(name), known=", ".join(known_words)))
        given["severity"] = Severity(entry["severity"])
    if "words" in entry:
        given["words"] = _texts(name, "words", entry["words"])
    if "terms" in entry:
        given["terms"] = {role: _texts(name, role, words) for role, words in entry["terms"].items()}
    if known is not None:
        return known._replace(**given)
    told = given.get("th") or given.get("en")
    if not told:
        raise UsageError(_("rule {name} needs words for its findings: th or en").format(name=quote(name)))
    return Rule(**{"name": name, "severity": Severity.SHOULD, "th": told, "en": told, **given})


def _texts(name: str, field: str, words: Any) -> tuple[str, ...]:
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise UsageError(_("rule {name}: {field} is a list of quoted texts").format(name=quote(name), field=field))
    return tuple(words)


def find_rule(rules: Sequence[Rule], name: str) -> Rule:
    """Return the rule of a typed name. `UsageError` lists the names."""
    wanted = name.strip().casefold()
    for rule in rules:
        if rule.name == wanted:
            return rule
    known = ", ".join(rule.name for rule in rules)
    raise UsageError(_("there is no rule {name}; choose from: {known}").format(name=quote(name), known=known))
