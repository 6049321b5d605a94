"""The lines below the titles of printed tables, in words."""

from itatui.domain.register import Register
from itatui.locale import _


def agency_and_year(register: Register) -> str:
    """Name the agency of a register and its fiscal year."""
    return _("{agency}, fiscal year {year}").format(agency=register.agency, year=register.fiscal_year)
