"""Random edits of a register's own shape: tracks, own fields and their values, forms, rounds, signatories."""

from random import Random

from itatui.domain.change import Edit
from itatui.domain.edits import set_field
from itatui.domain.field_text import parse_value
from itatui.domain.fields import fields_of
from itatui.domain.form import Form
from itatui.domain.form_edits import add_form, move_form, remove_form
from itatui.domain.measure import Measure
from itatui.domain.own_field import OwnField
from itatui.domain.own_field_edits import add_own_field, move_own_field, remove_own_field
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.domain.track_edits import add_track, move_to_track, move_track, remove_track, rename_track

CODES, FIELDS, FORMS = ("T1", "T2", "T3"), ("f1", "f2"), ("report", "plan", "x1")
"""Few names, so that users often collide."""
_TYPED = ("", "1", "2")


def shape_edit(chance: Random, register: Register) -> tuple[Edit, ...]:
    """Return a random edit of the register's own shape; none if it would change nothing."""
    return chance.choice((_track_edit, _field_edit, _form_edit, _value_edit, _measure_edit))(chance, register)


def _track_edit(chance: Random, register: Register) -> tuple[Edit, ...]:
    codes = {track.code for track in register.tracks}
    free = [code for code in CODES if code not in codes]
    track = chance.choice(register.tracks)
    operation = chance.randrange(4)
    if operation == 0 and free:
        return add_track(register, Track(chance.choice(free), "ก"), chance.randint(1, len(codes) + 1))
    if operation == 1 and free:
        return rename_track(register, track, chance.choice(free))
    if operation == 2 and len(codes) > 2:
        return remove_track(register, track)
    return move_track(register, track, chance.randint(1, len(codes)))


def _field_edit(chance: Random, register: Register) -> tuple[Edit, ...]:
    names = [field.name for field in register.fields]
    free = [name for name in FIELDS if name not in names]
    if free and (not names or chance.random() < 0.5):
        of = chance.choice(("measure", "measure", "track"))
        new = OwnField(chance.choice(free), of, "number", by_round=chance.random() < 0.5)
        return add_own_field(register, new, chance.randint(1, len(names) + 1))
    field = chance.choice(register.fields)
    operation = chance.randrange(3)
    if operation == 0:
        return remove_own_field(register, field)
    if operation == 1:
        return move_own_field(register, field, chance.randint(1, len(names)))
    return (set_field(field, "heading_th", chance.choice(("ก", "ข"))),)


def _form_edit(chance: Random, register: Register) -> tuple[Edit, ...]:
    if register.forms and chance.random() < 0.5:
        form = chance.choice(register.forms)
        place = chance.randint(0, len(register.forms))
        return move_form(register, form, place) if place else remove_form(form)
    return add_form(register, Form(chance.choice(FORMS), "ก"), chance.choice(("ก", "ข")))


def _value_edit(chance: Random, register: Register) -> tuple[Edit, ...]:
    """Return the edit of a value of an own field."""
    if not register.fields or not register.measures:
        return ()
    own = chance.choice(register.fields)
    records: tuple[Track | Measure, ...] = register.tracks if own.of == "track" else register.measures[:3]
    record = chance.choice(records)
    path = f"{own.name}.{chance.randint(1, 4)}" if own.by_round and chance.random() < 0.5 else own.name
    field = fields_of(own.of, register)[path]
    return (set_field(record, path, parse_value(register, record, field, chance.choice(_TYPED))),)


def _measure_edit(chance: Random, register: Register) -> tuple[Edit, ...]:
    """Return the edits that move a measure to another track."""
    if not register.measures:
        return ()
    measure = chance.choice(register.measures[:4])
    others = [track for track in register.tracks if track.code != measure.track]
    return move_to_track(register, measure, chance.choice(others)) if others else ()
