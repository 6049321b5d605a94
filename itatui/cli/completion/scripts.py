"""Completion scripts for the shells, written by shtab from the parsers of all commands.

shtab knows commands, options and fixed choices. Words of the register come from `itatui completion --words`, which the
functions below call when the completion key is pressed.
"""

import argparse

from itatui.cli.completion.register_words import WORDS
from itatui.cli.parser import actions_of, whole_parser
from itatui.domain.filter import Sort
from itatui.domain.quarters import NUMBERS
from itatui.domain.status import STATUS_LABELS

_CHOICES = {
    "STATUS": [str(status.value).replace(" ", "-") for status in STATUS_LABELS],
    "ORDER": [order.value for order in Sort],
    "Q": [str(number) for number in NUMBERS],
}
"""Metavars with fixed values."""

_FILES = ("FILE", "FOLDER")
"""Metavars of arguments that are files or folders."""

VALUES = {*_CHOICES, *_FILES, *WORDS}
"""Metavars whose values are completed."""

FREE = {"ACTION", "COMMAND", "HEADING=FIELD", "MEETING", "N", "NAME", "NAME=VALUE", "POSITION", "TEXT", "YEAR"}
"""Metavars whose values cannot be listed."""

_BASH = """
_itatui_words() {
    local word description
    while IFS=$'\\t' read -r word description; do
        [[ $word != "$2"* ]] || printf '%q\\n' "$word"
    done < <(itatui completion --words "$1" --line="${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}
_itatui_file() {
    compgen -f -- "$1"
}
"""

_BASH_END = """
# bash splits words at "=". The script above takes an option's value as the next word, and FIELD=VALUE as a single word.
_itatui() {
    local typed=("${COMP_WORDS[@]:0:COMP_CWORD+1}") joined=("${COMP_WORDS[0]}") at
    for ((at = 1; at <= COMP_CWORD; at++)); do
        if [[ ${typed[at]} != = ]]; then
            joined+=("${typed[at]}")
        elif [[ ${typed[at - 1]} != --* ]]; then
            joined[-1]+="=${typed[++at]-}"
        elif ((at == COMP_CWORD)); then
            joined+=("")
        fi
    done
    local COMP_WORDS=("${joined[@]}") COMP_CWORD=$((${#joined[@]} - 1))
    COMPREPLY=()
    [[ ${COMP_WORDS[COMP_CWORD]} != [!-]*=* ]] || return 0
    _shtab_itatui
    [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace 2>/dev/null
}
complete -F _itatui itatui
"""

_ZSH = """
_itatui_words() {
  local line tab=$'\\t'
  local -a found
  for line in "${(@f)$(itatui completion --words $1 --line="$LBUFFER" 2>/dev/null)}"; do
    [[ -z $line ]] || found+=("${${line%%$tab*}//:/\\\\:}:${line#*$tab}")
  done
  if [[ $1 == *=* ]]; then
    _describe -t words $1 found -S ''
  else
    _describe -t words $1 found
  fi
}
"""

_FISH = """
function _itatui_words
    type -q itatui; and itatui completion --words $argv[1] --line=(commandline -cp | string collect) 2>/dev/null
end
"""


def script(shell: str) -> str:
    """Return the completion script for a shell, with descriptions in the current language."""
    import shtab  # lazy: only this command needs it, and it takes 60 ms

    parser, commands = whole_parser()
    for action in (action for each in (parser, *commands.values()) for action in actions_of(each)):
        _set_values(action)
    functions = {"bash": _BASH + _functions('"$1"'), "zsh": _ZSH + _functions(""), "fish": _FISH}
    written: str = shtab.complete(parser, shell, preamble=functions[shell].strip("\n"))
    lines = [line.rstrip() for line in written.splitlines()]
    if shell == "bash":
        lines = [*lines[:-1], *_BASH_END.splitlines()]  # the last line registers shtab's function
    elif shell == "zsh":
        lines = [_zsh_line(line) for line in lines]
    return "\n".join(lines) + "\n"


def _zsh_line(line: str) -> str:
    """Return a line of zsh that takes `--option=VALUE` too, any number of FIELD=VALUE, and `source` besides `eval`."""
    option, bracket, rest = line.partition("[")
    if option.lstrip(' "*').startswith("--") and "]:" in rest:
        return f"{option}={bracket}{rest}"
    return line.replace('"(*)::', '"*:').replace("[-1] == eval ]]", "[-1] == (eval|file) ]]")


def _set_values(action: argparse.Action) -> None:
    """Tell shtab how to complete the value of an argument."""
    metavar = action.metavar
    if metavar in _CHOICES:
        action.choices = _CHOICES[metavar]
    elif metavar in _FILES:
        vars(action)["complete"] = {
            "bash": "_itatui_file",
            "zsh": "_files",
            "fish": "(__fish_complete_path (commandline -ct))",
        }
    elif metavar in WORDS:
        name = _function(metavar)
        vars(action)["complete"] = {"bash": name, "zsh": name, "fish": f"(_itatui_words {metavar})"}


def _functions(word: str) -> str:
    """Return a shell function for each kind of word, since shtab takes only names of functions."""
    lines = (f"{_function(metavar)}() {{ _itatui_words {metavar} {word}".rstrip() + "; }" for metavar in WORDS)
    return "\n".join(lines)


def _function(metavar: str) -> str:
    return f"_itatui_{metavar.partition('=')[0].lower()}"
