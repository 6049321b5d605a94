"""New measures that are pasted."""

from tests.support.desk import Desk


async def paste_measure(desk: Desk, text: str) -> str:
    """Paste the text of a new measure, accept it, and return its activity as it is saved."""
    await desk.press("ctrl+n")
    await desk.paste(text)
    return await accept(desk)


async def accept(desk: Desk) -> str:
    """Accept the question for a new measure, and return its activity as it is saved."""
    await desk.press("enter")
    await desk.saved()
    return desk.on_disk().measures[1].activity
