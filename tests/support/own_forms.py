"""Forms of a register's own."""

from itatui.domain.forms import DEFAULT, shipped_text
from itatui.domain.own_form import OwnForm
from itatui.store.format.old_headings import with_headings

OWN_PLAN = """
name = "own-plan"
label_th = "แผนปฏิบัติการ"

[[fields]]
name = "indicator"
kind = "line"
heading_th = "ตัวชี้วัด"

[[columns]]
heading = "กิจกรรม"
holds = "activity"

[[columns]]
heading = "ตัวชี้วัด"
holds = "indicator"
"""
"""A form that brings a field of its own."""


def own_report(*headings: str) -> OwnForm:
    """Return the form of the report with five other headings; with one, all five are the same."""
    five = headings if len(headings) == 5 else headings * 5
    return OwnForm(DEFAULT, with_headings(shipped_text(DEFAULT), list(five)))
