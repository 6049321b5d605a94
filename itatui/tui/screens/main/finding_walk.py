"""The way from a finding of the publish check to the next, while they are mended in turn. Pure."""

from collections.abc import Sequence

from itatui.domain.check.facts import Finding
from itatui.domain.fields import id_of, kind_of

_Key = tuple[str, str, str, str]
"""Rule, kind and id of the record, and field."""


class FindingWalk:
    """A list of findings as it was, and the place in it."""

    def __init__(self, finding: Finding, findings: Sequence[Finding]) -> None:
        """Begin at a finding."""
        self._keys = [_key(each) for each in findings]
        self._here = _key(finding)

    def next(self, findings: Sequence[Finding]) -> Finding | None:
        """Return the next finding of those that are left; None behind the last."""
        at = self._keys.index(self._here) if self._here in self._keys else -1
        left = {_key(each): each for each in reversed(findings)}
        return next((left[key] for key in self._keys[at + 1 :] if key in left and key != self._here), None)


def _key(finding: Finding) -> _Key:
    return finding.rule.name, kind_of(finding.record), id_of(finding.record), finding.field
