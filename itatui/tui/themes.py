"""The colours of the meeting's screen: for a room with a projector, dark and light. Data; who uses them says when.

Every text on them has a contrast of 7:1 at least (WCAG 2.2, 1.4.6), which a test works out look by look. Each
colour is one of the 256 that xterm names: a terminal that knows no others shows the same ones, not their neighbours.
"""

from textual.theme import Theme

ROOM_DARK = Theme(
    name="itatui-room-dark",
    primary="#afd7ff",
    secondary="#d0d0d0",
    accent="#ffd75f",
    foreground="#ffffff",
    background="#000000",
    surface="#121212",
    panel="#121212",
    success="#87ffaf",
    warning="#ffd75f",
    error="#ffafaf",
    dark=True,
)
"""Light signs on black: for a dark room."""

ROOM_LIGHT = Theme(
    name="itatui-room-light",
    primary="#0000af",
    secondary="#3a3a3a",
    accent="#5f005f",
    foreground="#000000",
    background="#ffffff",
    surface="#eeeeee",
    panel="#eeeeee",
    success="#005f00",
    warning="#5f005f",
    error="#870000",
    dark=False,
)
"""Black signs on white: for a room with the lights on."""

ROOM = (ROOM_DARK, ROOM_LIGHT)
"""The themes of the room; the first is the one that a meeting begins in."""
