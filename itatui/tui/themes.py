"""The colours of the meeting's screen: for a room with a projector, dark and light. Data; who uses them says when.

Every text on them has a contrast of 7:1 at least (WCAG 2.2, 1.4.6), which a test works out look by look.
"""

from textual.theme import Theme

ROOM_DARK = Theme(
    name="itatui-room-dark",
    primary="#9fdcff",
    secondary="#c4ced6",
    accent="#ffd75e",
    foreground="#ffffff",
    background="#000000",
    surface="#121212",
    panel="#121212",
    success="#8dffb4",
    warning="#ffd75e",
    error="#ffb3ab",
    dark=True,
)
"""Light signs on black: for a dark room."""

ROOM_LIGHT = Theme(
    name="itatui-room-light",
    primary="#003a70",
    secondary="#3b3b3b",
    accent="#5a3200",
    foreground="#000000",
    background="#ffffff",
    surface="#f2f2f2",
    panel="#f2f2f2",
    success="#004a1c",
    warning="#5a3200",
    error="#840000",
    dark=False,
)
"""Black signs on white: for a room with the lights on."""

ROOM = (ROOM_DARK, ROOM_LIGHT)
"""The themes of the room; the first is the one that a meeting begins in."""
