"""The items of a list in a cell."""

from typing import NamedTuple

from itatui.domain.activities import list_item


class Items(NamedTuple):
    """The items of a list, without their numbers or bullets."""

    texts: tuple[str, ...]
    first: int = 0
    """Number of the first item; 0: bullets, or paragraphs without a sign."""
    has_signs: bool = True


def items_of(text: str) -> Items:
    """Return the items of a text: by its numbers if it begins with one, by its bullets, else by its paragraphs.

    A line without the next number, or without a bullet, belongs to the item before it.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    start = list_item(lines[0]) if lines else None
    if start is None:
        return Items(tuple(lines), has_signs=False)
    items: list[str] = []
    last = start.number - 1
    for line in lines:
        item = list_item(line)
        if item and item.number == (last + 1 if start.number else 0):
            items.append(line[item.end :])
            last += 1
        elif item and start.number and item.number and item.number > last and len(items) < item.number:
            items += [""] * (item.number - last - 1) + [line[item.end :]]
            last = item.number
        else:
            items[-1] = f"{items[-1]}\n{line}".strip("\n")
    return Items(tuple(items), start.number)


def without_sign(text: str, numbers: frozenset[int]) -> str:
    """Return a text without the bullet, or one of these numbers, at its start; unchanged if it is a longer list."""
    item = list_item(text)
    if item is None or (item.number and item.number not in numbers):
        return text
    return text if len(items_of(text).texts) > 1 else text[item.end :]
