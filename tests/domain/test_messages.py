"""The domain leaves sentences to `itatui.wording`: it imports the catalogue for error messages and labels only."""

import ast
from pathlib import Path

from itatui import domain

MESSAGES = {
    "agenda",
    "apply",
    "dates",
    "edits",
    "evidence_sheet",
    "field_text",
    "fields",
    "fiscal_year",
    "form_templates",
    "form_text",
    "forms",
    "indicators",
    "quarters",
    "register",
    "register_diff",
    "numbers",
    "own_field_edits",
    "rounds",
    "scores",
    "sheet_text",
    "signatories",
    "track_edits",
}
"""Modules that translate: the messages of their errors and, in `fields`, the labels."""
LABELS = {"comparison", "fields", "status"}
"""Modules that mark labels for translation by others."""


def names_imported_from_locale(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == "itatui.locale"]
    return {alias.name for node in imports for alias in node.names}


def test_modules_that_import_the_catalogue() -> None:
    (folder,) = domain.__path__
    found = {path.stem: names_imported_from_locale(path) for path in Path(folder).glob("*.py")}
    assert {name for name, names in found.items() if "_" in names} == MESSAGES
    assert {name for name, names in found.items() if "N_" in names} == LABELS
