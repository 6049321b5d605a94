"""`itatui track`: list, add, change, move and remove tracks."""

import argparse
from typing import Any

from itatui.cli.field_args import field_edits
from itatui.cli.output import print_answer, print_json
from itatui.cli.question import agreed
from itatui.cli.refs import find_track
from itatui.cli.shape_change import ShapeCommand, new_position
from itatui.domain.apply import apply, apply_all
from itatui.domain.change import Edit
from itatui.domain.register import Register
from itatui.domain.track import Track, label_phrase
from itatui.domain.track_edits import add_track, move_track, remove_track, rename_track
from itatui.errors import UsageError
from itatui.locale import N_, _, ngettext
from itatui.thai import clean, numerals, quote, repair_text

EXAMPLE = "itatui track add ITA name_th='มิติที่ 1 การสร้างวัฒนธรรมสุจริต'"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `track`."""
    _COMMAND.add_action(parser, N_("list, add, set, move or remove (default: list)"))
    parser.add_argument("track", metavar="TRACK", nargs="?", help=N_("the track, such as IIT"))
    fields = N_("fields of the track, such as name_th='…'; code=NEW gives it another code; for move: its new position")
    parser.add_argument("fields", metavar="FIELD=VALUE", nargs="*", help=fields)
    parser.add_argument(
        "--position", type=int, default=0, metavar="N", help=N_("add: its place among the tracks (default: last)")
    )
    parser.add_argument(
        "--with-measures", action="store_true", help=N_("remove: remove its measures too, without asking")
    )
    parser.add_argument("--json", action="store_true", help=N_("output JSON"))


def run(arguments: argparse.Namespace) -> int:
    """List the tracks, or make the change and print the code of the track."""
    return _COMMAND.run(arguments)


def _list(register: Register, arguments: argparse.Namespace) -> None:
    tracks = [find_track(register, arguments.track)] if arguments.track else register.tracks
    if arguments.json:
        print_json([_json_view(register, track) for track in tracks])
        return
    for track in tracks:
        count = len(register.measures_of(track.code))
        words = ngettext("{count} measure", "{count} measures", count).format(count=count)
        print_answer(f"{track.code:<8} {numerals(words)}  {numerals(' '.join(label_phrase(track).split()))}")


def _json_view(register: Register, track: Track) -> dict[str, Any]:
    names = {"name_th": track.name_th, "name_en": track.name_en, "label": label_phrase(track)}
    return {"code": track.code, **names, "measures": len(register.measures_of(track.code))}


def _add(register: Register, arguments: argparse.Namespace) -> tuple[str, list[Edit]]:
    code = _code(arguments.track)
    *spread, added = add_track(register, Track(code, ""), arguments.position)
    changed = apply(register, added)
    changed = apply_all(changed, field_edits(changed, find_track(changed, code), arguments.fields))
    track = find_track(changed, code)
    if not track.name_th.strip() and not track.label.strip():
        raise UsageError(_("enter the name of the track: name_th='…'"))
    return code, [*spread, added._replace(after=track)]  # one edit adds the track with all its fields


def _set(register: Register, arguments: argparse.Namespace) -> tuple[str, list[Edit]]:
    track = find_track(register, arguments.track)
    codes = [pair for pair in arguments.fields if pair.startswith("code=")]
    edits = field_edits(register, track, [pair for pair in arguments.fields if pair not in codes])
    edits = list({edit[:3]: edit for edit in edits}.values())  # the last value of a field wins
    if not codes:
        return track.code, edits
    code = _code(codes[-1].removeprefix("code="))
    changed = apply_all(register, edits)
    renamed = rename_track(changed, find_track(changed, track.code), code)
    return code, [*edits, *renamed]


def _move(register: Register, arguments: argparse.Namespace) -> tuple[str, list[Edit]]:
    track = find_track(register, arguments.track)
    refusal = _("name the new position: itatui track move TRACK 1")
    position = new_position(arguments.fields, arguments.position, refusal)
    return track.code, list(move_track(register, track, position))


def _remove(register: Register, arguments: argparse.Namespace) -> tuple[str, list[Edit]]:
    track = find_track(register, arguments.track)
    if (count := len(register.measures_of(track.code))) and not arguments.with_measures:
        words = ngettext("{track} holds {count} measure.", "{track} holds {count} measures.", count)
        words = words.format(track=quote(track.code), count=count)
        if not agreed(f"{words} {_('Remove them too?')}"):
            message = ngettext(
                "{track} holds {count} measure; to remove it too: itatui track remove {track} --with-measures",
                "{track} holds {count} measures; to remove them too: itatui track remove {track} --with-measures",
                count,
            )
            raise UsageError(message.format(track=quote(track.code), count=count))
    return track.code, list(remove_track(register, track))


def _code(text: str) -> str:
    """Return a typed code with its marks in order."""
    return repair_text(clean(text.strip())[0])[0]


_COMMAND = ShapeCommand(
    "track",
    _list,
    {"add": _add, "set": _set, "move": _move, "remove": _remove},
    N_("name the track: itatui track {action} TRACK"),
)
