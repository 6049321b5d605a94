"""Sequences that terminals send without a key being pressed, right and malformed."""

from collections.abc import Callable
from random import Random

ESC, BEL, ST = "\x1b", "\a", "\x1b\\"
ANSWERS = (
    "\x1b[>0;276;0c",
    "\x1b[>41;390;0c",
    "\x1b[?6c",
    "\x1b[?64;1;2;6;22c",
    "\x1b[?1;2c",
    "\x1b[0n",
    "\x1b[?13n",
    "\x1b[3;1R",
    "\x1b[1;2R",
    "\x1b[?12;40R",
    "\x1b[2;1;1;112;112;1;0x",
    "\x1b[8;36;120t",
    "\x1b[4;720;1200t",
    "\x1b[1t",
    "\x1b[48;20;70;0;0t",
    "\x1b[?1049;1$y",
    "\x1b[4;2$y",
    "\x1b[?25u",
    "\x1b]11;rgb:1c1c/2424/2e2e\a",
    "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    "\x1b]4;1;rgb:cdcd/0000/0000\x1b\\",
    "\x1b]52;c;MTIzNA==\a",
    "\x1b]lแผน 1234\x1b\\",
    "\x1b]L1234\x1b\\",
    "\x1bP>|XTerm(390)\x1b\\",
    "\x1bP!|00000000\x1b\\",
    "\x1bP1$r0m\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b^1234\x1b\\",
    "\x1bX1234\x1b\\",
    "\x9b>0;276;0c",
    "\x9d11;rgb:1c1c/2424/2e2e\x9c",
    "\x901$r0m\x9c",
)
"""Answers to what other programs ask: attributes, state, colours, clipboard, titles, versions."""
ODD = (
    "\x1b[1;1:3D",
    "\x1b[27;5;1114112~",
    "\x1b[27;5;55296~",
    "\x1b[1114112u",
    "\x1b[55296u",
    "\x1b[97;0u",
    "\x1b[97;257u",
    "\x1b[97;2:9u",
    "\x1b[97;;1114112u",
    "\x1b[97;;97:55300u",
    "\x1b[" + "9" * 5_000 + "u",
    "\x1b[1;" + "9" * 5_000 + "D",
    "\x1b[" + "9" * 5_000 + ";1R",
    "\x1b[<0;" + "9" * 5_000 + ";1M",
    "\x1b[0;0R",
    "\x1b[::::u",
    "\x1b[;;;;~",
    "\x1b[57441;2u",
    "\x1b[M !!",
    "\x1b[32;40;40M",
    "\x1b[<0;0;0M",
    "\x1b[0;0;0;0;0t",
)
"""Sequences that no terminal should send, keys that go up, and mouse reports of old terminals."""

_PRINTABLE = [*map(chr, range(0x20, 0x7F)), *"กขภุำ่ 1234๑"]
_DIGITS = "0123456789"


def random_sequence(chance: Random) -> str:
    """Return a whole sequence that is no key, well-formed or not."""
    return chance.choice(_KINDS)(chance)


def _report(chance: Random) -> str:
    """Return a control sequence with a private mark."""
    marks = _begin(chance, "[") + chance.choice("=>?")
    return marks + _parameters(chance) + chance.choice(["", " ", "!", "$", "$'"]) + chance.choice("abcdhlmnpqrstuxz~`@")


def _numbers(chance: Random) -> str:
    """Return a control sequence of four numbers or more, as no key has."""
    numbers = ";".join(str(chance.randrange(10_000)) for _number in range(chance.randrange(4, 9)))
    return f"{_begin(chance, '[')}{numbers}{chance.choice('ABCDHRcnruvxyz~^@')}"


def _out_of_range(chance: Random) -> str:
    """Return a key with a number that no key has."""
    code = chance.choice(["0", "1", "5", "55296", "57343", "57344", "1114112", "9" * chance.randrange(7, 200)])
    extra = chance.choice(["", ";", ";1", ";2", ";9", ":65;2", "::97"])
    modified = f"27;{chance.randrange(1, 17)};{code}~"
    return ESC + "[" + chance.choice([f"{code}{extra}u", modified, f"97;{chance.randrange(257, 999)}u", "97;1;55300u"])


def _string(chance: Random) -> str:
    """Return a control string with any text, ended in one of four ways."""
    text = "".join(chance.choices(_PRINTABLE, k=chance.randrange(60)))
    return _begin(chance, chance.choice("]P_^X")) + text + chance.choice([BEL, ST, "\x9c", "\x18", "\x1a"])


def _broken(chance: Random) -> str:
    """Return the beginning of a sequence, ended by a whole one or cancelled."""
    begin = _begin(chance, "[") + _parameters(chance)
    return begin + chance.choice(["\x18", "\x1a", _string(chance), _report(chance)])


def _control(chance: Random) -> str:
    """Return 8-bit controls that begin nothing."""
    return "".join(chance.choices("\x80\x81\x84\x85\x88\x8d\x99\x9a\x9c", k=chance.randrange(1, 4)))


def _parameters(chance: Random) -> str:
    return "".join(chance.choices(_DIGITS + ";;:", k=chance.randrange(90)))


def _begin(chance: Random, letter: str) -> str:
    """Return the beginning with ESC, or now and then its 8-bit form."""
    return chr(ord(letter) + 0x40) if chance.random() < 0.1 else ESC + letter


_KINDS: tuple[Callable[[Random], str], ...] = (
    _report,
    _numbers,
    _out_of_range,
    _string,
    _broken,
    _control,
    lambda chance: chance.choice(ANSWERS),
    lambda chance: chance.choice(ODD),
)
