"""The test card: a small table of Thai that only a person can judge. How it is sent to the terminal: not here."""

from itatui.thai import pad

WIDTH = 30
"""Cells between the borders."""
LINES = (
    "ทำ น้ำ กำลัง จำนวน คำสั่ง",
    "ที่ เพื่อ ก็ ป่า ผู้ เรื่อง",
    "ญู ฎุ ฐาน ปั๋ว ฝี่ ฟ้า",
    "ๆ ฯ ๑๒๓ ๒๕๖๗ อบต.",
    "● ● ! ○ ▇▇▁ … – “ก”",
)
"""ำ with and without a tone mark; marks one over the other; letters that change their foot or make room; signs."""


def card() -> list[str]:
    """The lines of the card, each as wide as the others."""
    beam = "─" * (WIDTH + 2)
    rows = (f"│ {pad(line, WIDTH)} │ {number} │" for number, line in enumerate(LINES, 1))
    return [f"┌{beam}┬───┐", *rows, f"└{beam}┴───┘"]
