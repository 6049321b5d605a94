"""Those who sign the tables of a register, by their role in the signature block."""

from itatui.domain.named_tuple import NamedTuple
from itatui.errors import UsageError
from itatui.locale import _
from itatui.thai import one_line, quote


class Signatory(NamedTuple):
    """Somebody who signs."""

    role: str
    """As the signature block names it: `ผู้รายงาน`."""
    name: str = ""
    position: str = ""


def signatory(signatories: tuple[Signatory, ...], role: str) -> Signatory:
    """Return the signatory of a role; without a name if the register has none."""
    return next((each for each in signatories if each.role == role.strip()), Signatory(role.strip()))


def parse_signatories(text: str) -> tuple[Signatory, ...]:
    """Return the signatories of typed lines such as `ผู้รายงาน: name, position`; a semicolon ends a line too.

    `UsageError` if a line has no role, or another line has the same.
    """
    found: list[Signatory] = []
    for line in filter(None, (one_line(part).strip() for part in text.replace(";", "\n").splitlines())):
        role, colon, rest = line.partition(":")
        name, _comma, position = rest.partition(",")
        if not colon or not role.strip():
            message = _("write a signatory as role: name, position – not {line}")
            raise UsageError(message.format(line=quote(line)))
        if role.strip() in [each.role for each in found]:
            raise UsageError(_("there are two signatories {role}").format(role=quote(role.strip())))
        found.append(Signatory(role.strip(), name.strip(), position.strip()))
    return tuple(found)


def format_signatories(signatories: tuple[Signatory, ...]) -> str:
    """Return the text of signatories, a line each. `parse_signatories` returns the signatories again."""
    return "\n".join(_line(each) for each in signatories)


def _line(each: Signatory) -> str:
    named = ", ".join([each.name, each.position] if each.position else filter(None, [each.name]))
    return f"{each.role}: {named}".rstrip() if named.strip() else f"{each.role}:"
