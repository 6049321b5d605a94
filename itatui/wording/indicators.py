"""Indicators in words."""

from itatui.domain.indicators import Indicator
from itatui.locale import language


def indicator_name(indicator: Indicator) -> str:
    """Return code and name of an indicator in the current language."""
    return f"{indicator.code} {indicator.en if language() == 'en' else indicator.th}"
