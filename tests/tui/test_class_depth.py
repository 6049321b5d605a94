"""Inheritance in the interface stays shallow."""

import importlib

from tests.support.sources import PACKAGE_FILES, ROOT, module_name

MAX_ANCESTORS = 3


def test_no_class_has_more_than_three_ancestors_of_ours() -> None:
    deep: dict[str, list[str]] = {}
    for path in PACKAGE_FILES:
        if path.relative_to(ROOT).parts[1] != "tui":
            continue
        module = importlib.import_module(module_name(path))
        for cls in vars(module).values():
            if isinstance(cls, type) and cls.__module__ == module.__name__:
                ancestors = [base.__name__ for base in cls.__mro__[1:] if base.__module__.startswith("itatui.")]
                if len(ancestors) > MAX_ANCESTORS:
                    deep[cls.__name__] = ancestors
    assert deep == {}
