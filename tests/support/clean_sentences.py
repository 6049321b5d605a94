"""Clean sentences: the reference report, the segmented lines, and generated sentences, always the same.

Generated sentences follow the word pairs of the segmented lines (a Markov chain), so that they resemble the prose of
this field, with occasional words of the shipped list, numbers and abbreviations.
"""

import random
from functools import cache
from itertools import pairwise

from itatui.thai.build_dictionary import general_words
from itatui.thai.dictionary import spelling
from tests.support.thai_texts import divided, reference_texts

_BEGIN, _END = "<", ">"


def clean_sentences(count: int) -> list[str]:
    """Return `count` sentences, real ones first."""
    lines = divided("gold.txt") + divided("sentences.txt")
    real = list(dict.fromkeys([*reference_texts(), *("".join(line) for line in lines)]))
    follows: dict[str, list[str]] = {}
    for line in lines:
        for word, after in pairwise([_BEGIN, *line, _END]):
            follows.setdefault(word, []).append(after)
    chance = random.Random(2567)
    generated = (_generate(follows, _long_words(), chance) for _ in range(2 * count))
    return [*real, *generated][:count]


@cache
def _long_words() -> list[str]:
    return sorted(word for word in general_words(spelling()) if len(word) > 3)


def _generate(follows: dict[str, list[str]], general: list[str], chance: random.Random) -> str:
    words: list[str] = []
    word = chance.choice(follows[_BEGIN])
    while word != _END and len(words) < 60:
        words.append(word)
        if word == " " and chance.random() < 0.2:
            words.append(chance.choice([*general, "พ.ศ. ๒๕๖๗", "(ITA)", "1 – 4", "อบต.", "ต่าง ๆ", "ฯลฯ"]) + " ")
        word = chance.choice(follows[word])
    return "".join(words).strip()
