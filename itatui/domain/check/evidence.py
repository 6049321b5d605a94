"""Rules on evidence: targets that are no link and no file, and front pages of sites."""

from collections.abc import Iterator

from itatui.domain.check.facts import Checked, Facts, Found, Test, holders
from itatui.domain.check.rules import Rule
from itatui.domain.field_text import parse_link
from itatui.domain.fields import edited_fields
from itatui.domain.kinds import Kind
from itatui.domain.links import address_of, is_found

_FRONT_PAGES = ("", "index.html", "index.htm", "index.php", "home", "main.php", "default.aspx")


def evidence_target(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield targets that are no link, nor a file where files are looked up."""
    for record, field, target in _targets(facts):
        known = bool(target) if facts.folder is None else is_found(target, facts.folder)
        if not known:
            yield Found(record, field, (("target", target or "–"),))


def front_page(facts: Facts, _rule: Rule) -> Iterator[Found]:
    """Yield links to the front page of a site."""
    for record, field, target in _targets(facts):
        address = address_of(target)
        scheme, _slashes, rest = address.partition("://")
        host, _slash, path = rest.partition("/")
        if scheme in ("http", "https") and host and path.rstrip("/#?").lower() in _FRONT_PAGES:
            yield Found(record, field, (("target", target),))


def _targets(facts: Facts) -> Iterator[tuple[Checked, str, str]]:
    """Yield the record, the field and the target of each link, own fields of links too."""
    for measure in facts.register.measures:
        yield from ((measure, "evidence", link.target) for link in measure.evidence)
    if not any(field.kind == "links" for field in facts.register.fields):
        return
    for record in holders(facts.register):
        for name, field in edited_fields(record, facts.register).items():
            if field.kind is Kind.ADDRESSES:
                lines = record.more.get(name).splitlines()
                yield from ((record, name, parse_link(line).target) for line in lines if line.strip())


TESTS: dict[str, Test] = {"evidence-target": evidence_target, "front-page": front_page}
