"""Due dates in words, for a mail and for a calendar."""

from datetime import date

from itatui.domain.due_dates import DueDate
from itatui.domain.measure import responsible_phrase
from itatui.locale import _, ngettext
from itatui.locale.dates import day


def due_subject(due_date: DueDate) -> str:
    """Name the work of a due date: `IIT-2 quarter 3`, or the decision."""
    if due_date.decision is None:
        return _("{ref} quarter {quarter}").format(ref=due_date.ref, quarter=due_date.quarter)
    text = " ".join(due_date.decision.text.split())
    return _("{ref}, decision “{text}”").format(ref=due_date.ref, text=text)


def due_day(due_date: DueDate, today: date) -> str:
    """Tell the last day of a due date, and how far away it is."""
    left = due_date.days_left(today)
    count = abs(left)
    if left < 0:
        words = ngettext("{day}, {count} day over", "{day}, {count} days over", count)
    elif left:
        words = ngettext("{day}, in {count} day", "{day}, in {count} days", count)
    else:
        words = _("{day}, today")
    return words.format(day=day(due_date.day.isoformat()), count=count)


def due_who(due_date: DueDate) -> str:
    """Name who has to act: the person or unit of a decision, else the units of the measure."""
    who = due_date.decision.who if due_date.decision else ""
    return who.strip() or responsible_phrase(due_date.measure) or _("(none yet)")


def due_activity(due_date: DueDate) -> str:
    """Return the activity of the measure in a line."""
    return " ".join(due_date.measure.activity.split())


def due_units(due_date: DueDate) -> tuple[str, ...]:
    """Return those who have to act, each by itself: the person or unit of a decision, else the units of the measure."""
    who = due_date.decision.who.strip() if due_date.decision else ""
    units = tuple(filter(None, map(str.strip, due_date.measure.responsible)))
    return (who,) if who else units or (_("(none yet)"),)
