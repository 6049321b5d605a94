"""Style rules that are read once. Textual reads every style sheet again for each new kind of screen and each theme.

That takes 30 ms in which no key is handled, most of it for texts that were read before.
"""

from collections.abc import Iterable
from pathlib import PurePath

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

Source = tuple[str, CSSLocation, bool, int, str]
"""A text of rules, with everything but the colours that its rules depend on."""
Kept = dict[frozenset[tuple[str, str]], dict[Source, list[RuleSet]]]
"""Rules by the colours (the variables of a theme), then by source."""


class StyleRules(Stylesheet):
    """A style sheet that reads no source twice in the same colours."""

    def __init__(self, variables: dict[str, str], kept: Kept | None = None) -> None:
        super().__init__()
        self._kept: Kept = {} if kept is None else kept
        self.set_variables(variables)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other colours."""
        super().set_variables(variables)
        self._known = self._kept.setdefault(frozenset(variables.items()), {})

    def reparse(self) -> None:
        """Read what was not read in these colours before."""
        self.parse()

    def has_rules(self, paths: Iterable[PurePath], variables: dict[str, str]) -> bool:
        """Test whether these style sheets, and all that are in use, were read in these colours."""
        known = list(self._kept.get(frozenset(variables.items()), ()))  # a copy: a thread may be adding rules
        return {*self.source, *((str(path), "") for path in paths)} <= {source[1] for source in known}

    def read_ahead(self, paths: Iterable[PurePath], variables: dict[str, str]) -> None:
        """Read style sheets, and all that are in use, in these colours, so that their use takes no time.

        For a thread: it changes nothing but the rules that are kept.
        """
        ahead = StyleRules(variables, self._kept)
        ahead.source = dict(self.source)
        ahead.read_all(list(paths))
        ahead.parse()

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        source = (css, read_from, is_default_rules, tie_breaker, scope)
        if (rules := self._known.get(source)) is None:
            rules = super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
            self._known[source] = rules
        return rules
