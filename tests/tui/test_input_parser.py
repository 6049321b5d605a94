"""Input of the terminal: keys of all terminals, pastes, and nothing else."""

import pytest
from textual import events
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.messages import TerminalSupportsSynchronizedOutput

from itatui.tui.terminal import input_parser
from itatui.tui.terminal.input_parser import InputGate, InputParser
from tests.support.input_stream import InputStream, keys_of

PASTE, PASTE_END = "\x1b[200~", "\x1b[201~"
MIXED = f"\x1b[A{PASTE}ก\x1b[3~ข\x1b[20{PASTE_END}ง\x1b[B\x1b[>0;1c{PASTE}\x1b{PASTE_END}\x1b]0;x\ax\x1bก"
MIXED_KEYS, MIXED_PASTES = ["up", "ง", "down", "x", "escape", "ก"], ["ก\x1a[3~ข\x1a[20", "\x1a"]


@pytest.mark.parametrize("cut", range(len(MIXED)))
def test_input_may_be_cut_anywhere(cut: int) -> None:
    stream = InputStream()
    stream.send(MIXED[:cut] or "x", MIXED[cut:])
    assert (stream.keys, stream.pastes) == (["x"] * (not cut) + MIXED_KEYS, MIXED_PASTES)


def test_input_may_come_byte_by_byte() -> None:
    stream = InputStream()
    stream.send(*MIXED)
    assert (stream.keys, stream.pastes) == (MIXED_KEYS, MIXED_PASTES)


def test_invalid_bytes_and_cut_letters_become_characters() -> None:
    decode = input_parser._decoder("utf-8")().decode
    assert [decode(data) for data in (b"\xe0\xb8", b"\x81\xff", b"\xe0")] == ["", "ก\ufffd", ""]
    assert decode(b"", final=True) == "\ufffd"


def test_textual_uses_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("getincrementaldecoder", "XTermParser")
    for name in names:
        monkeypatch.setitem(vars(linux_driver), name, None)
    input_parser.install(InputGate())
    assert {*names, "feed", "tick"} <= set(LinuxDriver.run_input_thread.__code__.co_names)
    assert isinstance(vars(linux_driver)["XTermParser"](debug=False), InputParser)
    assert vars(linux_driver)["getincrementaldecoder"]("utf-8")().decode(b"\xff") == "\ufffd"
    for name in names:
        with monkeypatch.context() as patch:
            patch.delitem(vars(linux_driver), name)
            with pytest.raises(RuntimeError):
                input_parser.install(InputGate())


FUNCTION_KEYS = {
    **{f"\x1b[{number}~": f"f{at}" for at, number in enumerate((11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24), 1)},
    **{f"\x1bO{letter}": f"f{at}" for at, letter in enumerate("PQRSTUVWXYZ[", 1)},
    **{f"\x1b[[{letter}": f"f{at}" for at, letter in enumerate("ABCDE", 1)},
    **{f"\x1b[{letter}": f"f{at}" for at, letter in enumerate("PQRS", 1)},
}
"""Sequences of PuTTY and rxvt, of xterm and PuTTY's VT100+, of the Linux console, and of kitty."""
OTHER_KEYS = {
    **dict.fromkeys(["\x1b[1~", "\x1b[7~", "\x1b[H", "\x1bOH"], "home"),
    **dict.fromkeys(["\x1b[4~", "\x1b[8~", "\x1b[F", "\x1bOF"], "end"),
    **dict.fromkeys(["\x1b[A", "\x1bOA"], "up"),
    **dict.fromkeys(["\x7f", "\x08", "\x1b[127u", "\x1b[127;2u", "\x1b[27;2;127~", "\x1b[27;2;8~"], "backspace"),
    **dict.fromkeys(["\r", "\x1bOM", "\x1b[13u", "\x1b[13;2u", "\x1b[27;2;13~", "\x1b[13;5u", "\x1b[57414u"], "enter"),
    **dict.fromkeys([" ", "\x1b[32u", "\x1b[32;2u", "\x1b[32;2;32u", "\x1b[27;2;32~", "\x1b[32;5u"], "space"),
    **dict.fromkeys(["\x1b[3~", "\x1b[3;2~", "\x1b[3$", "\x1b[3;129~"], "delete"),
    **dict.fromkeys(["\t", "\x1b[9u", "\x1b[9;65u"], "tab"),
    **dict.fromkeys(["\x1b[Z", "\x1b[9;2u", "\x1b[27;2;9~"], "shift+tab"),
    **dict.fromkeys(["\x1b", "\x1b[27u", "\x1b[27;2u", "\x1b[27;129u"], "escape"),
    **dict.fromkeys(["\x1b[D", "\x1b[1;1:1D", "\x1b[1;1:2D", "\x1b[1;65D", "\x1b[1;193D"], "left"),
    **dict.fromkeys(["a", "\x1b[97u", "\x1b[97;;97u", "\x1b[97:65u", "\x1b[97::98u", "\x1b[97;129u"], "a"),
    **dict.fromkeys(["A", "\x1b[97;2;65u", "\x1b[97:65;2u", "\x1b[97;2u", "\x1b[27;2;65~"], "A"),
    **dict.fromkeys(["ก", "\x1b[3585u", "\x1b[3585;;3585u", "\x1b[100;;3585u"], "ก"),
    **dict.fromkeys(["\x1b[97;3;229u", "å"], "å"),
    **dict.fromkeys(["7", "\x1bOw", "\x1b[57406u", "\x1b[57406;;55u"], "7"),
    **dict.fromkeys(["\x13", "\x1b[115;5u", "\x1b[115;69u", "\x1b[27;5;115~"], "ctrl+s"),
    "\x1b[3585;5u": "ctrl+ก",
    "\x1b[2~": "insert",
    "\x1b[5~": "pageup",
    "\x1b[6~": "pagedown",
    "\x1b[1;2D": "shift+left",
    "\x1b[7$": "shift+home",
    "\x1b[3;5~": "ctrl+delete",
    "\x1b[127;5u": "ctrl+backspace",
    "\x1b[1;3A": "alt+up",
    "\x1b[1;3B": "alt+down",
    "\x11": "ctrl+q",
    "\x1a": "ctrl+z",
    "\x19": "ctrl+y",
    "\x0e": "ctrl+n",
    "\x0f": "ctrl+o",
}
ALL_KEYS = [*FUNCTION_KEYS.items(), *OTHER_KEYS.items()]


@pytest.mark.parametrize(("sent", "key"), ALL_KEYS, ids=ascii)
def test_key_sequences_of_terminals(sent: str, key: str) -> None:
    assert keys_of(sent) == keys_of(*sent) == [key]
    assert keys_of(sent + "\x1b[B") == [key, "down"]


@pytest.mark.parametrize("sent", ["\x1b[32;2u", "\x1b[57406u", "\x1b[57406;;55u", "\x1b[97:65;2u", "\x1b[100;;3585u"])
def test_keys_of_the_new_protocols_write_their_sign(sent: str) -> None:
    stream = InputStream()
    stream.send(sent)
    assert stream.written in (" ", "7", "A", "ก")


@pytest.mark.parametrize("sign", ["1", "x", "ก", "O", "f", "b", "=", " "])
def test_alt_with_a_sign_is_esc_and_the_sign(sign: str) -> None:
    code = ord(sign)
    for sent in (f"\x1b{sign}", f"\x1b[{code};3u", f"\x1b[27;3;{code}~"):
        stream = InputStream()
        stream.send(sent)
        stream.wait(0.2)
        assert stream.written == f"\x1b{sign}", sent


def test_esc_comes_after_the_usual_delay_or_with_the_next_key() -> None:
    stream = InputStream()
    stream.send("\x1b")
    stream.wait(0.05)
    assert stream.keys == []
    stream.wait(0.06)
    assert stream.keys == ["escape"]
    stream.send("\x1b")
    stream.wait(0.03)
    stream.send("4")
    assert stream.keys == ["escape", "escape", "4"]


def test_escape_then_arrow_is_not_alt_arrow() -> None:
    """Alt+Up moves a measure; Esc and Up typed quickly must not."""
    assert keys_of("\x1b\x1b[A") == keys_of("\x1b", "\x1b[A") == ["escape", "up"]


def test_rest_of_an_answer_whose_esc_was_taken_for_the_key_is_dropped() -> None:
    for rest in ("[>0;276;0c", "]11;rgb:00/00/00\a", "P1$r0m\x1b\\"):
        stream = InputStream()
        stream.send("\x1b")
        stream.wait(0.3)
        stream.send(rest, "4")
        assert stream.keys == ["escape", "4"], rest


def test_bracket_after_esc_is_a_key() -> None:
    stream = InputStream()
    stream.send("\x1b")
    stream.wait(0.3)
    stream.send("[", "]", "4")
    assert stream.keys == ["escape", "left_square_bracket", "right_square_bracket", "4"]


@pytest.mark.parametrize("begin", ["\x1b[", "\x1b[1;", "\x1b]11;rgb:", "\x1bP1$", "\x1b_G", "\x1b[<0;1"])
def test_unfinished_sequence_is_dropped_after_a_second(begin: str) -> None:
    stream = InputStream()
    stream.send(begin)
    stream.wait(1.1)
    stream.send("4", "x")
    assert stream.keys == ["4", "x"]
    slow = InputStream()
    slow.send(begin)
    slow.wait(0.9)
    slow.send("\x1b[B")
    assert slow.keys == ["down"]


def test_answer_that_comes_slowly_but_steadily_is_dropped() -> None:
    stream = InputStream()
    for character in "\x1b]11;rgb:1c1c/2424/2e2e/0000/1234/5678\a":
        stream.send(character)
        stream.wait(0.04)
    stream.send("4")
    assert stream.keys == ["4"]


def test_paste_without_an_end_does_not_hold_keys_for_ever() -> None:
    stream = InputStream()
    stream.send(f"{PASTE}กข")
    stream.wait(5.5)
    stream.send("4")
    assert (stream.pastes, stream.keys) == (["กข"], ["4"])


@pytest.mark.parametrize("letter", "MNOPQRSTUVWX")
def test_function_key_of_sco_does_not_take_the_next_keys(letter: str) -> None:
    stream = InputStream()
    stream.send(f"\x1b[{letter}")
    stream.wait(0.2)
    before = len(stream.keys)
    stream.send("abc4")
    assert stream.keys[before:] == [*"abc4"]


def test_mouse_report_of_an_old_terminal_is_dropped_however_it_is_cut() -> None:
    report = "\x1b[M +5"
    assert keys_of(report, "4") == keys_of(*report, "4") == keys_of(report + "4") == ["4"]


def test_reports_that_were_asked_for_pass() -> None:
    stream = InputStream()
    stream.send("\x1b[I\x1b[O\x1b[<0;3;4M\x1b[2;3R\x1b[?2026;2$y\x1b[?2048;1$y\x1b[48;36;120;720;1200t")
    kinds = [type(event) for event in stream.events]
    assert kinds[:5] == [
        events.AppFocus,
        events.AppBlur,
        events.MouseDown,
        events.CursorPosition,
        TerminalSupportsSynchronizedOutput,
    ]
    assert kinds[-1] is events.Resize


@pytest.mark.parametrize("pixels", ["720;1200", "0;0"])
def test_mouse_can_be_read_after_a_new_size(pixels: str) -> None:
    """Some terminals do not know their size in pixels, and send 0."""
    stream = InputStream()
    stream.send(f"\x1b[?2048;1$y\x1b[48;36;120;{pixels}t\x1b[<0;3;4M")
    assert [type(event) for event in stream.events[-2:]] == [events.Resize, events.MouseDown]


def test_rest_that_waited_while_the_program_was_busy_belongs_to_its_sequence() -> None:
    stream = InputStream()
    stream.send("\x1b")
    stream.now += 0.5
    stream.send("[>0;276;0c", "4")
    assert stream.keys == ["4"]


def test_size_that_was_not_asked_for_is_dropped() -> None:
    stream = InputStream()
    stream.send("\x1b[48;36;120;720;1200t")
    assert stream.events == []


# Before the first picture ----------------------------------------------------------------------


def test_keys_before_the_first_picture_are_thrown_away() -> None:
    gate = InputGate()
    stream = InputStream(gate)
    stream.send("4", "\x1bOQabc", "\r", f"{PASTE}ก{PASTE_END}", "text\ttext\r", "\x1b[<0;3;4M", "\x1b")
    stream.wait(0.2)
    assert stream.events == []
    gate.is_open = True
    stream.send("4")
    assert stream.keys == ["4"]


def test_reports_before_the_first_picture_count() -> None:
    stream = InputStream(InputGate())
    stream.send("\x1b[?2026;2$y", "\x1b[I")
    assert len(stream.events) == 2


@pytest.mark.parametrize("sent", ["\x1b[B", "\x1bOQ", "\x1b]11;rgb:0/0/0\a", f"{PASTE}ก{PASTE_END}", "\x1b4"])
def test_sequence_that_began_before_the_first_picture_is_thrown_away_whole(sent: str) -> None:
    for cut in range(1, len(sent)):
        gate = InputGate()
        stream = InputStream(gate)
        stream.send(sent[:cut])
        gate.is_open = True
        stream.send(sent[cut:], "4")
        assert (stream.keys, stream.pastes) == (["4"], []), cut
