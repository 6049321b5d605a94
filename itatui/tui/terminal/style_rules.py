"""Style rules that are read once. Textual reads every style sheet again for each new kind of screen and each theme.

That takes 30 ms in which no key is handled, most of it for texts that were read before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from types import ModuleType

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.dom import DOMNode

Source = tuple[str, CSSLocation, bool, int, str]
"""A text of rules, with everything but the colours that its rules depend on."""
ClassRules = tuple[CSSLocation, str, int, str]
"""The rules of a class of widgets: their place, text, tie breaker and scope."""
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

    def read_ahead(
        self, paths: Iterable[PurePath], variables: dict[str, str], classes: Iterable[ClassRules] = ()
    ) -> None:
        """Read style sheets, rules of classes, and all that are in use, in these colours: their use then takes no time.

        For a thread: it changes nothing but the rules that are kept.
        """
        ahead = StyleRules(variables, self._kept)
        ahead.source = dict(self.source)
        ahead.read_all(list(paths))
        for place, css, tie_breaker, scope in classes:
            ahead.add_source(css, place, is_default_css=True, tie_breaker=tie_breaker, scope=scope)
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
            rules = self._known[source] = (
                super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
                if tie_breaker == 1
                else self._with_tie_breaker(tie_breaker, self._parse_rules(css, read_from, is_default_rules, 1, scope))
            )
        return rules

    def _with_tie_breaker(self, tie_breaker: int, rules: Iterable[RuleSet]) -> list[RuleSet]:
        """Return rules as a class that inherits them has them: those of nested rules are multiples of its own."""
        return [replace(rule, tie_breaker=rule.tie_breaker * tie_breaker) for rule in rules]


def rules_of_classes(modules: Iterable[ModuleType]) -> Iterator[ClassRules]:
    """Yield the rules of the widgets that modules use, which Textual reads when one of them is shown."""
    named = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    for kind in sorted(named, key=lambda each: each.__qualname__):
        if issubclass(kind, DOMNode):
            yield from kind.__new__(kind)._get_default_css()
