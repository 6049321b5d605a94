"""Write the files of `share/` from the parsers of the commands: `python -m tools.share`.

The wheel installs them where shells and `man` look. The descriptions in completion are in the first language of itatui.
"""

from pathlib import Path

from itatui.cli.completion.scripts import script
from itatui.locale import LANGUAGES, speak
from tools.share.manual import manual

SHARE = Path(__file__).parents[2] / "share"
SCRIPTS = {
    "bash": "bash-completion/completions/itatui",
    "zsh": "zsh/site-functions/_itatui",
    "fish": "fish/vendor_completions.d/itatui.fish",
}
MANUALS = {"en": "man/man1/itatui.1", "th": "man/th/man1/itatui.1"}


def contents() -> dict[str, str]:
    """Return the text of each file by its path in `share/`."""
    speak(LANGUAGES[0])
    found = {path: script(shell) for shell, path in SCRIPTS.items()}
    for language, path in MANUALS.items():
        speak(language)
        found[path] = manual()
    return found


def main() -> None:
    """Write all files."""
    for path, text in contents().items():
        (SHARE / path).parent.mkdir(parents=True, exist_ok=True)
        (SHARE / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
