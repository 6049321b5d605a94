"""Keys in the sequences of all terminals: xterm, rxvt, PuTTY, the protocol of kitty, and xterm's modifyOtherKeys.

Textual has tables of the keys; its own reader of the newer forms stops the program at numbers that are no character.
"""

from typing import NamedTuple
from unicodedata import category

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual.keys import Keys

from itatui.tui.keyboard import key_name
from itatui.tui.terminal.input_sequences import ESC

_SHIFT, _ALT, _CTRL = 1, 2, 4
_MODIFIERS = {"alt": _ALT, "ctrl": _CTRL, "hyper": 16, "meta": 32, "shift": _SHIFT, "super": 8}
"""Bits of the modifiers by Textual's names, in Textual's order."""
_ALL = 63
"""All modifiers but Caps Lock and Num Lock."""
_RELEASED = 3
"""Kind of event of a key that goes up."""
_SIGNS = {"enter": "\r", "tab": "\t", "backspace": "\x7f", "space": " "}
"""Keys that send a character of their own."""
_IGNORED_MODIFIERS = {
    "enter": _SHIFT | _CTRL,
    "space": _SHIFT | _CTRL,
    "backspace": _SHIFT,
    "escape": _SHIFT | _CTRL,
    "delete": _SHIFT,
}
"""Modifiers without effect: who types Thai holds Shift for many letters, and old terminals do not send these either."""
_KEYPAD, _KEYPAD_SIGNS = 57399, "0123456789./*-+\r=,"
"""First code of the keypad in the protocol of kitty, and what its keys send."""
_LOCKS, _MEDIA_AND_MODIFIERS = range(57358, 57361), range(57428, 57455)
"""Codes of keys that do nothing in itatui: Caps Lock and the like, and a Shift pressed alone."""
_BACKSPACES = (8, 127)
_HIGHEST = 0x10FFFF
_VT100_PLUS = {f"\x1bO{letter}": f"f{number}" for number, letter in enumerate("PQRSTUVWXYZ[", 1)}
"""Function keys of PuTTY's setting "VT100+"."""
_MODIFY_OTHER_KEYS = 27
_LONGEST_NUMBER = 7


class KeyPress(NamedTuple):
    """Keys of a sequence: first those with names, then characters."""

    names: tuple[str, ...] = ()
    """Textual's names."""
    text: str = ""


_NONE = KeyPress()


def read_keys(sequence: str) -> KeyPress:
    """Return the keys of a sequence; nothing if it is no key, or has numbers out of range."""
    if sequence == ESC:
        return KeyPress(("escape",))
    if sequence.startswith("\x1b["):
        return _extended_key(sequence) or _listed_key(sequence)
    if sequence in _VT100_PLUS:
        return KeyPress((_VT100_PLUS[sequence],))
    if len(sequence) == 2 and sequence not in ("\x1b\t", "\x1b\x7f"):
        return _alt(sequence[1])
    return _listed_key(sequence)


def _alt(sign: str) -> KeyPress:
    """Esc and a sign typed in quick succession look like Alt and the sign, which itatui does not use."""
    return _NONE if sign == "\\" else KeyPress(("escape",), sign)  # ESC \ ends an answer that was given up


def _listed_key(sequence: str) -> KeyPress:
    """Look the sequence up in Textual's table."""
    found = ANSI_SEQUENCES_KEYS.get(sequence)
    if isinstance(found, str):
        return KeyPress(text=found)
    if isinstance(found, tuple):
        return KeyPress(tuple("delete" if key is Keys.ShiftDelete else key.value for key in found))
    return _NONE


def _extended_key(sequence: str) -> KeyPress | None:
    """Read `CSI code:shifted ; modifiers:event ; text` with its final letter; None if it is not of this form."""
    final = sequence[-1]
    groups = _numbers(sequence[2:-1])
    if groups is None or final not in "u~ABCDEFHPQRS":
        return None
    codes, modifiers, text = groups
    bits = (modifiers[0] if modifiers[0] is not None else 1) - 1
    event = modifiers[1] if len(modifiers) > 1 and modifiers[1] is not None else 1
    if not 0 <= bits <= 255 or not 1 <= event <= _RELEASED:
        return _NONE
    bits &= _ALL
    if final == "u":
        press = _character_key(codes, bits, text)
    elif final == "~" and codes[0] == _MODIFY_OTHER_KEYS:
        press = _character_key(text, bits, [None])
    else:
        code = 1 if codes[0] is None and final != "~" else codes[0]
        name = FUNCTIONAL_KEYS.get(f"{code}{final}") if text == [None] else None
        press = None if name is None else KeyPress((_with_modifiers(name, bits),))
    return _NONE if press is not None and event == _RELEASED else press


def _numbers(parameters: str) -> list[list[int | None]] | None:
    """Return three groups of numbers, None for each that is left out; None if there is anything else."""
    groups = [group.split(":") for group in parameters.split(";")]
    numbers = [number for group in groups for number in group if number]
    if len(groups) > 3 or any(not each.isdecimal() or len(each) > _LONGEST_NUMBER for each in numbers):
        return None
    read: list[list[int | None]] = [[int(number) if number else None for number in group] for group in groups]
    read += [[None]] * (3 - len(read))
    return read


def _character_key(codes: list[int | None], bits: int, text: list[int | None]) -> KeyPress | None:
    """Return the key of a code point with modifiers; `text` has the code points that it types, if any are sent."""
    code = codes[0]
    if code is None or code in _LOCKS or code in _MEDIA_AND_MODIFIERS:
        return _NONE
    code = _BACKSPACES[-1] if code in _BACKSPACES else code
    if 0 <= code - _KEYPAD < len(_KEYPAD_SIGNS):
        code = ord(_KEYPAD_SIGNS[code - _KEYPAD])
    name = "space" if code == ord(" ") else FUNCTIONAL_KEYS.get(f"{code}u")
    if name is not None:
        return _named_key(name, bits)
    typed = [] if text == [None] else text
    if not all(map(_is_sign, [code, *typed])):
        return None
    return _sign_key(codes, code, bits, "".join(chr(each) for each in typed if each))


def _named_key(name: str, bits: int) -> KeyPress:
    bits &= ~_IGNORED_MODIFIERS.get(name, 0)
    if name in _SIGNS and not bits:
        return KeyPress(text=_SIGNS[name])
    return _alt(_SIGNS[name]) if name == "space" and bits == _ALT else KeyPress((_with_modifiers(name, bits),))


def _sign_key(codes: list[int | None], code: int, bits: int, typed: str) -> KeyPress:
    if bits & ~(_SHIFT | _ALT):
        sign = chr(code).lower()
        return KeyPress((_with_modifiers(key_name(sign), bits),)) if sign.isprintable() and len(sign) == 1 else _NONE
    if typed:  # with AltGr and the like too
        return KeyPress(text=typed)
    sign = chr(code)
    if bits & _SHIFT:
        shifted = codes[1] if len(codes) > 1 else None
        upper = chr(shifted) if shifted and _is_sign(shifted) else sign.upper()
        sign = upper if len(upper) == 1 else sign
    return _alt(sign) if bits & _ALT else KeyPress(text=sign)


def _is_sign(code: int | None) -> bool:
    """Return True for the code point of a character that can be typed."""
    return code is not None and code <= _HIGHEST and category(chr(code)) not in ("Cc", "Cs", "Co", "Cn")


def _with_modifiers(name: str, bits: int) -> str:
    bits &= ~_IGNORED_MODIFIERS.get(name, 0)
    return "+".join([*(modifier for modifier, bit in _MODIFIERS.items() if bits & bit), name])
