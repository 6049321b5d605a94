"""The register of the year before: found among those that the user has opened, or those beside them."""

from collections.abc import Iterable

from itatui.domain.protocols import Recent, RegisterList
from itatui.domain.register import Register
from itatui.errors import ItatuiError


def last_year(shelf: RegisterList, register: Register, among: Iterable[Recent]) -> tuple[str, Register] | None:
    """Return path and content of the first register of the year before that shares measures with this register.

    A measure carried into the next year keeps its id. Registers are read: call it in a thread.
    """
    ids = {measure.id for measure in register.measures}
    for path, _agency, year in among:
        if year != register.fiscal_year - 1:
            continue
        try:
            found = shelf.look(path)
        except ItatuiError:  # it is another's business
            continue
        if not ids.isdisjoint(measure.id for measure in found.measures):
            return path, found
    return None
