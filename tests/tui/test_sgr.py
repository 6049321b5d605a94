"""A terminal told only what changes draws every part as it would have if it had been told all of it each time."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from itatui.tui.terminal.sgr import SgrWriter

SYSTEMS = st.sampled_from([ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR])
COLOURS = st.sampled_from([None, "red", "bright_blue", "color(120)", "#7cc4ff", "#10151a", "default"])
YES = st.sampled_from([None, True, False])
STYLES = st.builds(
    Style, color=COLOURS, bgcolor=COLOURS, bold=YES, dim=YES, italic=YES, underline=YES, reverse=YES, strike=YES
)
PARTS = st.lists(st.tuples(st.sampled_from(["ที่", "x", " ", "น้ำ"]), st.one_of(st.none(), STYLES)), max_size=8)
ENDS = {"22": {"1", "2"}, "23": {"3"}, "24": {"4"}, "27": {"7"}, "29": {"9"}}


def drawn(sent: str) -> list[tuple[str, frozenset[str], str, str]]:
    """Each letter that a terminal gets, with the attributes and the two colours that it then has."""
    on: set[str] = set()
    ink, ground = "39", "49"
    found = []
    for codes, letter in re.findall(r"\x1b\[([\d;]*)m|(.)", sent):
        if letter:
            found.append((letter, frozenset(on), ink, ground))
            continue
        for code in re.findall(r"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+|\d+", codes):
            if code == "0":
                on, ink, ground = set(), "39", "49"
            elif code in ENDS:
                on -= ENDS[code]
            elif re.match(r"3[0-9]|9[0-7]", code) and code[:1] in "39" and code != "9":
                ink = code
            elif re.match(r"4[0-9]|10[0-7]", code):
                ground = code
            else:
                on.add(code)
    return found


@given(PARTS, SYSTEMS)
def test_each_part_looks_as_if_it_had_been_told_all(parts: list[tuple[str, Style | None]], system: ColorSystem) -> None:
    writer = SgrWriter(system)
    sent = "".join([*(writer.write(text, style) for text, style in parts), writer.reset(), "."])
    told_all = "".join((style or Style()).render(text, color_system=system) for text, style in parts) + "."
    assert drawn(sent) == drawn(told_all)
    assert len(sent) <= len(told_all)


def test_what_stays_is_not_told_again() -> None:
    writer = SgrWriter(ColorSystem.TRUECOLOR)
    text, title = Style.parse("#e8e8e8 on #10151a"), Style.parse("bold #7cc4ff on #10151a")
    assert writer.write("ก", text) == "\x1b[38;2;232;232;232;48;2;16;21;26mก"
    assert writer.write("ข", text) == "ข"
    assert writer.write("ค", title) == "\x1b[1;38;2;124;196;255mค"
    assert writer.write("ง", text) == "\x1b[22;38;2;232;232;232mง"
    assert writer.reset() == "\x1b[0m"
    assert writer.reset() == ""


def test_a_link_goes_where_its_text_goes() -> None:
    sent = SgrWriter(ColorSystem.TRUECOLOR).write("หลักฐาน", Style(link="https://example.go.th"))
    assert re.fullmatch(r"\x1b\]8;id=\d+;https://example\.go\.th\x1b\\หลักฐาน\x1b\]8;;\x1b\\", sent)
