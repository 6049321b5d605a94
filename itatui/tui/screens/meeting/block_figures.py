"""Numbers in large figures, drawn with block characters."""

_FIGURES = {
    "0": "111 101 101 101 111",
    "1": "010 110 010 010 111",
    "2": "111 001 111 100 111",
    "3": "111 001 111 001 111",
    "4": "101 101 111 001 001",
    "5": "111 100 111 001 111",
    "6": "111 100 111 101 111",
    "7": "111 001 010 010 010",
    "8": "111 101 111 101 111",
    "9": "111 101 111 001 111",
}
"""Rows of three dots of each figure."""
_HALVES = {"00": " ", "10": "▀", "01": "▄", "11": "█"}
HALF_HEIGHT, FULL_HEIGHT = 3, 5
"""Lines of figures of half a line and of a line a dot."""


def block_figures(number: int, height: int) -> list[str]:
    """Return the lines of a number in figures of `HALF_HEIGHT` or `FULL_HEIGHT` lines; as it is for a single line."""
    rows = [_FIGURES[figure].split() for figure in str(number)]
    dots = [" ".join(row[at] for row in rows) for at in range(FULL_HEIGHT)]
    if height == 1:
        return [str(number)]
    if height == FULL_HEIGHT:
        return ["".join({"1": "██", "0": "  "}.get(dot, dot) for dot in line) for line in dots]
    dots.append("".join("0" if dot == "1" else dot for dot in dots[0]))
    pairs = zip(dots[::2], dots[1::2], strict=True)
    return ["".join(_HALVES.get(a + b, " ") for a, b in zip(upper, lower, strict=True)) for upper, lower in pairs]
