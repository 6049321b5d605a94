"""Evidence in words."""

from itatui.domain.evidence_sheet import Item, Proof, Verdict
from itatui.locale import _, language
from itatui.locale.dates import day


def item_name(item: Item) -> str:
    """Return number and name of an item in the current language."""
    return f"{item.number} {item.en if language() == 'en' else item.th}"


def explanation(proof: Proof) -> str:
    """Return what a piece of evidence shows: its label, and the activity of its measure."""
    activity = " ".join(proof.measure.activity.split())
    return f"{proof.label} – {activity}" if proof.label.strip() else activity


def verdict_words(verdict: Verdict) -> str:
    """Tell what a look at a target showed."""
    if verdict.is_link:
        return _("link, not looked at")
    if not verdict.is_found:
        return _("! no such file")
    return _("file of {day}").format(day=day(verdict.day.isoformat())) if verdict.day else _("file")
