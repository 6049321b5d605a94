"""The keys of the Latin layout and what the same keys send with the Thai layout on.

Source: Kedmanee, the layout of TIS 820-2538. A terminal that tells of keys exactly (the protocol of kitty, which foot,
WezTerm and others speak too) sends Ctrl with the Thai letter; the others send the same control character on both.
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
"""What each key sends with the Thai layout on, by what it sends with the Latin one."""
SHIFTED = dict(zip("QWERTYUIOPASDFGHJKLZXCVBNM?", '๐"ฎฑธํ๊ณฯญฤฆฏโฌ็๋ษศ()ฉฮฺ์?ฦ', strict=True))
"""The same with Shift, or with Caps Lock on: the letters, and the key of the question mark."""

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
    """Every name, in Textual, of what a key sends that stands for a command: on both layouts.

    A letter is also the capital on its key, for Caps Lock may be on; a digit is also the Thai number that it means.
    """
    if key.startswith("ctrl+") and key[5:] in KEDMANEE:
        return key, f"ctrl+{key_name(KEDMANEE[key[5:]])}"
    sign = "?" if key == "question_mark" else key
    found = [sign, KEDMANEE.get(sign, ""), _thai(SHIFTED.get(sign, "")), _THAI_NUMBERS.get(sign, "")]
    if sign.isalpha() and len(sign) == 1:
        found += [sign.upper(), _thai(SHIFTED.get(sign.upper(), ""))]
    return tuple(dict.fromkeys(key_name(each) if len(each) == 1 else each for each in found if each))


def bound(*keys: str) -> str:
    """Keys as a `Binding` takes them, each on both layouts."""
    return ",".join(dict.fromkeys(name for key in keys for name in both_layouts(key)))


def thai_sign(key: str) -> str:
    """What is printed on a key of the Thai layout, by its Textual name on the Latin one; empty where it is the same."""
    return KEDMANEE.get(key) or _thai(SHIFTED.get("?" if key == "question_mark" else key, ""))


def _thai(sign: str) -> str:
    """A sign if it is a Thai one: the others stand on another key of the Latin layout, and mean that one."""
    return sign if sign >= "\u0e00" else ""


def shown(key: str) -> str:
    """A key as people read it: `F2`, `^Z`, `Alt+↑`."""
    if key.startswith("ctrl+"):
        return "^" + key[5:].upper()
    if key.startswith("alt+"):
        return "Alt+" + {"up": "↑", "down": "↓"}.get(key[4:], key[4:])
    if key.startswith("shift+"):
        return f"⇧{shown(key[6:])}"
    return _SHOWN.get(key, key.upper() if len(key) <= 3 else key)
