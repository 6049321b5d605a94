"""Replacements of Textual's input and output, and the table of every private name that itatui depends on.

Private names of Textual and Rich are used only in `itatui.tui.terminal`, `itatui.tui.text_input`, `itatui.tui.app` and
`itatui.tui.startup`; those of argparse are not used. Textual is pinned to the tested minor version. A test compares
this table with the code and checks each name against the installed libraries.
"""

from typing import NamedTuple


class PrivateName(NamedTuple):
    """A name of a library that is private, or not made to be replaced or overridden."""

    name: str
    """Dotted name, with module and class."""
    used_in: str
    """Module below `itatui`."""
    use: str
    """`import`, `read`, `call`, `override`, `replace` (assigned by us) or `stand-in` (a stub during the import)."""
    purpose: str
    risk: str
    """Effect of a move or a change of the name."""


_TEXT_AREA = "textual.widgets.TextArea."
_HISTORY = "textual.widgets.text_area.EditHistory."
_COMPOSITOR = "textual._compositor."
_CURSOR, _AREA, _LINE = "tui.text_input.cursor", "tui.text_input.text_area", "tui.text_input.line_input"
_EDITOR, _UNDO = "tui.text_input.field_editor", "tui.text_input.undo"
_PARSER, _KEYS = "tui.terminal.input_parser", "tui.terminal.key_sequences"
_BREAKING, _DIFF = "tui.terminal.line_breaker", "tui.terminal.screen_diff"
_SCREEN, _LAYOUT = "textual.screen.Screen.", "tui.terminal.screen_layout"
_DIMMED, _WIDGET = "tui.terminal.dimmed_screen", "textual.widget.Widget."
_DRIVER, _LINUX = "tui.terminal.driver", "textual.drivers.linux_driver.LinuxDriver."

_NO_START = "the program refuses to start, and names what is missing"
_UNFILTERED = "the terminal's answers to other programs act as keys"
_WRONG_PICTURE = "the screen shows a wrong picture, or an exception ends the program"
_CURSOR_IN_CLUSTER = "the cursor can stand inside a cluster"
_STOCK_KEYS = "the key does what it does in Textual: by code point, not by cluster or Thai word"
_NOT_TAKEN_BACK = "after a stop of the program the screen is garbled"
_UNSAVED_FAULT = "a fault of the program loses the text of a dialog, and prints texts of the register"
_NO_END = "a fault leaves the program running"
_WRONG_UNDO = "undo in a text takes back too much or too little"

PRIVATE_NAMES = (
    # Input and output
    PrivateName("textual.content.divide_line", _BREAKING, "replace", "Thai line breaks in labels", _NO_START),
    PrivateName("rich.segment.Segment.split_cells", _BREAKING, "replace", "overlays cut at clusters", _NO_START),
    PrivateName("textual.document._wrapped_document", _BREAKING, "import", "module of the next name", _NO_START),
    PrivateName(
        "textual.document._wrapped_document.compute_wrap_offsets",
        _BREAKING,
        "replace",
        "Thai line breaks in text areas",
        "the first editor fails to open, and names what is missing",
    ),
    PrivateName(
        "textual.drivers.linux_driver.getincrementaldecoder",
        _PARSER,
        "replace",
        "invalid UTF-8 in the input",
        _NO_START,
    ),
    PrivateName(
        _LINUX + "_file", _DRIVER, "replace", "draw on standard output", "the screen is drawn on standard error"
    ),
    PrivateName(_LINUX + "_size", _DRIVER, "replace", "size of the first picture", "`COLUMNS` fixes the first size"),
    PrivateName(_LINUX + "_get_terminal_size", _DRIVER, "override", "size of standard output", "`COLUMNS` fixes it"),
    PrivateName(_LINUX + "_sigcont_application", _DRIVER, "override", "take the terminal back", _NOT_TAKEN_BACK),
    PrivateName(_LINUX + "_must_signal_resume", _DRIVER, "replace", "redraw after a stop", _NOT_TAKEN_BACK),
    PrivateName(
        "textual.drivers.linux_driver.XTermParser", _PARSER, "replace", "only keys and reports pass", _NO_START
    ),
    PrivateName("textual._xterm_parser.XTermParser", _PARSER, "import", "base of our parser", _UNFILTERED),
    PrivateName("textual._ansi_sequences.ANSI_SEQUENCES_KEYS", _KEYS, "import", "table of keys", _NO_START),
    PrivateName("textual._keyboard_protocol.FUNCTIONAL_KEYS", _KEYS, "import", "table of keys", _NO_START),
    PrivateName(_COMPOSITOR + "CompositorUpdate", _DIFF, "import", "base of our updates", _NO_START),
    PrivateName(_COMPOSITOR + "LayoutUpdate", _DIFF, "import", "lines of a full update", _WRONG_PICTURE),
    PrivateName(_COMPOSITOR + "ChopsUpdate", _DIFF, "import", "parts of a partial update", _WRONG_PICTURE),
    PrivateName(_COMPOSITOR + "LayoutUpdate", "tui.app", "import", "kind of an update", _NO_START),
    PrivateName(_COMPOSITOR + "ChopsUpdate", "tui.app", "import", "kind of an update", _NO_START),
    PrivateName("textual.app.App._display", "tui.app", "override", "send differences only", "updates are sent whole"),
    PrivateName(
        "textual.app.App._filters",
        "tui.app",
        "read",
        "few colours, reverse without colours; no look for the terminal's own colours, which no theme has",
        _NO_START,
    ),
    PrivateName("textual.app.App._driver", "tui.app", "read", "probe of ำ", "an exception at the first picture"),
    PrivateName("textual.app.App._running", "tui.app", "read", "probe of ำ", "an exception at the first picture"),
    PrivateName(
        "textual.app.App._handle_exception", "tui.app", "override", "save and report after a fault", _UNSAVED_FAULT
    ),
    PrivateName("textual.app.App._fatal_error", "tui.app", "override", "no variables in a traceback", _UNSAVED_FAULT),
    PrivateName(
        "textual.message_pump.MessagePump._close_messages_no_wait", "tui.app", "call", "end after a fault", _NO_END
    ),
    PrivateName(
        "textual.screen.Screen._result_callbacks", "tui.app", "read", "open another register", "opening it fails"
    ),
    PrivateName(
        "textual.screen.Screen._push_result_callback", "tui.app", "call", "open another register", "opening it fails"
    ),
    PrivateName(
        "textual.command", "tui.startup", "stand-in", "start without the palette's widgets", "an import error at start"
    ),
    PrivateName("ssl", "tui.startup", "stand-in", "start without ssl, for asyncio", "an import error at start"),
    *(
        PrivateName(name, "tui.startup", "stand-in", "start without what is called later", "an import error at start")
        for name in ("asyncio.sslproto", "pickle", "platformdirs", "rich.table", "textual.canvas")
    ),
    PrivateName(
        "textual.css.stylesheet.Stylesheet._parse_rules",
        "tui.terminal.style_rules",
        "override",
        "keep the rules of style sheets",
        "a new kind of screen, or another theme, holds up the keys for 30 ms more",
    ),
    PrivateName(
        "textual.dom.DOMNode._get_default_css",
        "tui.terminal.style_rules",
        "call",
        "read the rules of widgets before they are shown",
        "no command runs for the first time",
    ),
    PrivateName("textual.widgets._toast.ToastRack", _LAYOUT, "import", "place of messages", _NO_START),
    PrivateName("textual.app.App._batch_count", _LAYOUT, "read", "whether a layout was drawn", "no screen opens"),
    PrivateName(
        "textual.widget.Widget._exchange_repaint_regions", _LAYOUT, "call", "draw a screen once", "no screen opens"
    ),
    PrivateName(_SCREEN + "_dirty_widgets", _LAYOUT, "read", "draw a screen once", "no screen opens"),
    PrivateName(_COMPOSITOR + "Compositor._dirty_regions", _LAYOUT, "read", "draw a screen once", "no screen opens"),
    PrivateName("textual.widgets._toast.ToastRack.show", _LAYOUT, "replace", "one layout of a new screen", _NO_START),
    PrivateName("textual.screen.BackgroundScreen", _DIMMED, "replace", "dialogs open sooner", _NO_START),
    PrivateName(_SCREEN + "_compositor", _DIMMED, "read", "lines of the screen behind a dialog", "no dialog opens"),
    PrivateName(_SCREEN + "_compose", _LAYOUT, "replace", "classes of its size for a new screen", _NO_START),
    PrivateName(_SCREEN + "_get_breakpoint_classes", _LAYOUT, "call", "classes of its size", "no screen opens"),
    PrivateName(_SCREEN + "_screen_resized", _LAYOUT, "replace", "one layout for a size", _NO_START),
    PrivateName(_SCREEN + "_on_screen_resume", _LAYOUT, "replace", "one layout of a new screen", _NO_START),
    PrivateName(_SCREEN + "_compositor", _LAYOUT, "read", "size of the latest layout", "no screen opens"),
    # Editing
    PrivateName(_TEXT_AREA + "_validate_selection", _CURSOR, "override", "keep out of clusters", _CURSOR_IN_CLUSTER),
    PrivateName(_TEXT_AREA + "_recompute_cursor_offset", _CURSOR, "override", "scroll to the cursor", _WRONG_PICTURE),
    PrivateName(_TEXT_AREA + "_cursor_offset", _CURSOR, "read", "scroll to the cursor", _WRONG_PICTURE),
    PrivateName(_TEXT_AREA + "_delete_via_keyboard", _CURSOR, "call", "delete by cluster", "deleting fails"),
    PrivateName(_TEXT_AREA + "_draw_cursor", _AREA, "read", "draw the cursor", "no text can be drawn"),
    PrivateName(_TEXT_AREA + "_on_key", _AREA, "override", "Ctrl+J breaks a line", "Ctrl+J does nothing"),
    PrivateName(_TEXT_AREA + "_replace_via_keyboard", _AREA, "call", "Ctrl+J breaks a line", "Ctrl+J fails"),
    PrivateName(_TEXT_AREA + "_on_key", _EDITOR, "override", "Enter ends a one-line field", "a line break gets in"),
    PrivateName(_TEXT_AREA + "_on_paste", _EDITOR, "override", "clean and repair a paste", "a paste is not cleaned"),
    PrivateName(_TEXT_AREA + "_on_key", _LINE, "override", "Enter submits", "a line break gets in"),
    PrivateName(_TEXT_AREA + "_on_paste", _LINE, "override", "clean a paste", "a paste is not cleaned"),
    PrivateName(_TEXT_AREA + "_replace_via_keyboard", _LINE, "override", "one line only", "a line break gets in"),
    PrivateName(
        "textual.widgets.text_area.WrappedDocument._offset_to_line_info",
        _CURSOR,
        "read",
        "lines on the screen",
        "no text can be drawn",
    ),
    PrivateName(_HISTORY + "_pop_undo", _UNDO, "override", "undo by word", _WRONG_UNDO),
    PrivateName(_HISTORY + "_undo_stack", _UNDO, "read", "undo by word", _WRONG_UNDO),
    PrivateName(_HISTORY + "_redo_stack", _UNDO, "read", "undo by word", _WRONG_UNDO),
    PrivateName(_HISTORY + "_force_end_batch", _UNDO, "read", "undo by word", _WRONG_UNDO),
    PrivateName("textual.widgets.text_area.Edit._edit_result", _UNDO, "read", "replaced text", _WRONG_UNDO),
    # Public methods of TextArea that its own code must go on calling
    *(
        PrivateName(_TEXT_AREA + name, _CURSOR, "override", "move and delete by cluster and Thai word", _STOCK_KEYS)
        for name in (
            "record_cursor_width",
            "find_matching_bracket",
            "get_target_document_location",
            "get_cursor_left_location",
            "get_cursor_right_location",
            "get_cursor_up_location",
            "get_cursor_down_location",
            "get_cursor_word_left_location",
            "get_cursor_word_right_location",
            "get_cursor_line_start_location",
            "get_cursor_line_end_location",
            "action_cursor_page_up",
            "action_cursor_page_down",
            "action_delete_left",
            "action_delete_word_right",
        )
    ),
    PrivateName(_HISTORY + "record", _UNDO, "override", "undo by word", _WRONG_UNDO),
)
