"""Style differences render like full styles."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from itatui.tui.terminal.sgr import SgrWriter

SYSTEMS = st.sampled_from([ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR])
COLOURS = st.sampled_from([None, "red", "bright_blue", "color(120)", "#7cc4ff", "#10151a", "default"])
FLAGS = st.sampled_from([None, True, False])
STYLES = st.builds(
    Style,
    color=COLOURS,
    bgcolor=COLOURS,
    bold=FLAGS,
    dim=FLAGS,
    italic=FLAGS,
    underline=FLAGS,
    reverse=FLAGS,
    strike=FLAGS,
)
PARTS = st.lists(st.tuples(st.sampled_from(["ที่", "x", " ", "น้ำ"]), st.one_of(st.none(), STYLES)), max_size=8)
RESETS = {"22": {"1", "2"}, "23": {"3"}, "24": {"4"}, "27": {"7"}, "29": {"9"}}


def rendered(sent: str) -> list[tuple[str, frozenset[str], str, str]]:
    """Return each letter with its attributes and its two colours, as a terminal reads them; of a space what is seen."""
    on: set[str] = set()
    ink, ground = "39", "49"
    letters: list[tuple[str, frozenset[str], str, str]] = []
    for codes, letter in re.findall(r"\x1b\[([\d;]*)m|(.)", sent):
        if letter == " " and on.isdisjoint({"4", "7", "9"}):
            letters.append((letter, frozenset(), "", ground))
        elif letter:
            letters.append((letter, frozenset(on), ink, ground))
            continue
        for code in re.findall(r"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+|\d+", codes):
            if code == "0":
                on, ink, ground = set(), "39", "49"
            elif code in RESETS:
                on -= RESETS[code]
            elif re.match(r"3[0-9]|9[0-7]", code) and code[:1] in "39" and code != "9":
                ink = code
            elif re.match(r"4[0-9]|10[0-7]", code):
                ground = code
            else:
                on.add(code)
    return letters


@given(PARTS, SYSTEMS)
def test_differences_render_like_full_styles(parts: list[tuple[str, Style | None]], system: ColorSystem) -> None:
    writer = SgrWriter(system)
    sent = "".join([*(writer.write(text, style) for text, style in parts), writer.reset(), "."])
    full = "".join((style or Style()).render(text, color_system=system) for text, style in parts) + "."
    assert rendered(sent) == rendered(full)
    assert len(sent) <= len(full)


def test_unchanged_attributes_are_not_repeated() -> None:
    writer = SgrWriter(ColorSystem.TRUECOLOR)
    text, title = Style.parse("#e8e8e8 on #10151a"), Style.parse("bold #7cc4ff on #10151a")
    assert writer.write("ก", text) == "\x1b[38;2;232;232;232;48;2;16;21;26mก"
    assert writer.write("ข", text) == "ข"
    assert writer.write("ค", title) == "\x1b[1;38;2;124;196;255mค"
    assert writer.write("ง", text) == "\x1b[22;38;2;232;232;232mง"
    assert writer.reset() == "\x1b[0m"
    assert writer.reset() == ""


def test_a_link_encloses_its_text() -> None:
    sent = SgrWriter(ColorSystem.TRUECOLOR).write("หลักฐาน", Style(link="https://example.go.th"))
    assert re.fullmatch(r"\x1b\]8;id=\d+;https://example\.go\.th\x1b\\หลักฐาน\x1b\]8;;\x1b\\", sent)


def test_a_space_needs_no_colour_of_letters() -> None:
    writer = SgrWriter(ColorSystem.TRUECOLOR)
    text, title = Style.parse("#e8e8e8 on #10151a"), Style.parse("bold #7cc4ff on #10151a")
    assert writer.write("ก", text).endswith("mก")
    assert writer.write("  ", title) == "  "
    assert writer.write("ข", text) == "ข"
    assert writer.write(" ", title + Style(underline=True)) == "\x1b[1;4;38;2;124;196;255m "
