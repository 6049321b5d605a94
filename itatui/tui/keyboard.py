"""Keys of the Latin layout, and the characters that they send with the Thai layout.

Source: Kedmanee, TIS 820-2538. A terminal with the keyboard protocol of kitty (foot, WezTerm and others) sends Ctrl
with the Thai letter; the others send the same control character on both layouts.
"""

import unicodedata

from textual.keys import KEY_NAME_REPLACEMENTS

KEDMANEE = dict(
    zip(
        "1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./",
        "ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฟหกดเ้่าสวงผปแอิืทมใฝ",
        strict=True,
    )
)
"""Character on the Thai layout, by the character on the Latin layout."""
SHIFTED = dict(zip("QWERTYUIOPASDFGHJKLZXCVBNM?", '๐"ฎฑธํ๊ณฯญฤฆฏโฌ็๋ษศ()ฉฮฺ์?ฦ', strict=True))
"""The same with Shift or Caps Lock: letters, and the key of the question mark."""

_THAI_NUMBERS = dict(zip("0123456789", "๐๑๒๓๔๕๖๗๘๙", strict=True))
_SHOWN = {
    "delete": "Del",
    "space": "Space",
    "insert": "Ins",
    "escape": "Esc",
    "question_mark": "?",
    "enter": "Enter",
    "tab": "Tab",
    "right": "→",
    "left": "←",
    "pagedown": "PgDn",
    "pageup": "PgUp",
}


def key_name(character: str) -> str:
    """Return Textual's name of the key that sends a character: the character itself, or its Unicode name."""
    name = character if character.isalnum() else unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def both_layouts(key: str) -> tuple[str, ...]:
    """Return Textual's names of a command key on both layouts.

    A letter includes its capital, since Caps Lock may be on; a digit includes the Thai digit.
    """
    if key.startswith("ctrl+") and key[5:] in KEDMANEE:
        return key, f"ctrl+{key_name(KEDMANEE[key[5:]])}"
    sign = "?" if key == "question_mark" else key
    characters = [sign, KEDMANEE.get(sign, ""), _thai(SHIFTED.get(sign, "")), _THAI_NUMBERS.get(sign, "")]
    if sign.isalpha() and len(sign) == 1:
        characters += [sign.upper(), _thai(SHIFTED.get(sign.upper(), ""))]
    return tuple(dict.fromkeys(key_name(each) if len(each) == 1 else each for each in characters if each))


def bound(*keys: str) -> str:
    """Return keys of both layouts in the form of a `Binding`."""
    return ",".join(dict.fromkeys(name for key in keys for name in both_layouts(key)))


def thai_sign(key: str) -> str:
    """Return the character on a key of the Thai layout, or an empty text if it is the same on both."""
    return KEDMANEE.get(key) or _thai(SHIFTED.get("?" if key == "question_mark" else key, ""))


def _thai(sign: str) -> str:
    """Return a Thai character unchanged, others empty: those are on another key of the Latin layout."""
    return sign if sign >= "\u0e00" else ""


def shown(key: str) -> str:
    """Return a key in print: `F2`, `^Z`, `Alt+↑`."""
    if key.startswith("ctrl+"):
        return "^" + key[5:].upper()
    if key.startswith("alt+"):
        return "Alt+" + {"up": "↑", "down": "↓"}.get(key[4:], key[4:])
    if key.startswith("shift+"):
        return f"⇧{shown(key[6:])}"
    return _SHOWN.get(key, key.upper() if len(key) <= 3 else key)
