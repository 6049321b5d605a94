"""The tracks on the register screen."""

from collections.abc import Sequence

from itatui.domain.apply import apply_all
from itatui.domain.change import Edit
from itatui.domain.edits import TRACK_NAMES, set_field
from itatui.domain.fields import TRACK_FIELDS
from itatui.domain.register import Register
from itatui.domain.track import Track, label_phrase
from itatui.domain.track_edits import add_track, move_track, remove_track, rename_track
from itatui.locale import _, ngettext
from itatui.tui.dialogs.form import FormField, RefusedError, Texts
from itatui.tui.screens.setup.sections import EntryForm, Step, neighbour


class TracksSection:
    """Assessment instruments, dimensions, or whatever else the measures stand under."""

    name = "tracks"

    def title(self) -> str:
        """Return the heading."""
        return _("Tracks")

    def about(self) -> str:
        """Return what the section is for."""
        return _("Groups of measures, such as assessment instruments, dimensions or divisions.")

    def keys(self, register: Register) -> Sequence[str]:
        """Return the codes of the tracks."""
        return [track.code for track in register.tracks]

    def _track(self, register: Register, key: str) -> Track:
        return next(track for track in register.tracks if track.code == key)

    def row(self, register: Register, key: str) -> tuple[str, str]:
        """Return code, number of measures and name of a track."""
        track, count = self._track(register, key), len(register.measures_of(key))
        words = ngettext("{count} measure", "{count} measures", count).format(count=count)
        return key, f"{words}  {track.name_th or track.name_en or track.label}"

    def detail(self, register: Register, key: str) -> Sequence[tuple[str, str]]:
        """Return names and outcome of a track."""
        track = self._track(register, key)
        return [
            (_(TRACK_FIELDS["name_th"].label), track.name_th),
            (_(TRACK_FIELDS["name_en"].label), track.name_en),
            (_(TRACK_FIELDS["label"].label), label_phrase(track)),
            (_(TRACK_FIELDS["outcome"].long_label), track.outcome),
        ]

    def form(self, register: Register, key: str) -> EntryForm | None:
        """Return the form of a track, or of a new one."""
        track = self._track(register, key) if key else Track("", "")
        code = FormField("code", lambda: _("Code, such as IIT"), track.code)
        name_th, name_en = (
            FormField(name, lambda name=name: _(TRACK_FIELDS[name].label), text)  # type: ignore[misc]
            for name, text in (("name_th", track.name_th), ("name_en", track.name_en))
        )
        label = FormField("label", lambda: _("Name in the report (optional)"), track.label)
        title = (lambda: key) if key else (lambda: _("New track"))
        edits = (lambda now, texts: self._changed(now, key, texts)) if key else self._added
        return EntryForm(title, ((code,), (name_th,), (name_en,), (label,)), edits)

    def _added(self, register: Register, texts: Texts) -> Sequence[Edit]:
        self._check(texts)
        return add_track(register, Track(texts["code"], texts["name_th"], texts["name_en"], texts["label"]))

    def _changed(self, register: Register, key: str, texts: Texts) -> Sequence[Edit]:
        self._check(texts)
        track = self._track(register, key)
        edits = [set_field(track, name, texts[name]) for name in TRACK_NAMES]
        edits = [edit for edit in edits if edit.before != edit.after]
        changed = apply_all(register, edits)
        return [*edits, *rename_track(changed, self._track(changed, key), texts["code"])]

    def _check(self, texts: Texts) -> None:
        if not texts["code"]:
            raise RefusedError("code", lambda: _("Enter the code first"))
        if not texts["name_th"] and not texts["label"]:
            raise RefusedError("name_th", lambda: _("Enter the name of the track first"))

    def offer(self, register: Register, key: str) -> Step | None:
        """Return nothing: every entry has a form."""
        return None

    def stays(self, register: Register, key: str) -> bool:
        """Test nothing: every entry can be removed."""
        return False

    def removal(self, register: Register, key: str) -> Step | None:
        """Return how a track is removed; measures that would go with it are told before."""
        track, count = self._track(register, key), len(register.measures_of(key))
        question = (
            lambda: ngettext(
                "Delete {track} with its {count} measure?", "Delete {track} with its {count} measures?", count
            ).format(track=key, count=count),
            lambda: _("To keep them, press Esc, then V: it moves them to another track."),
        )
        return Step(remove_track(register, track), question if count else ())

    def moved(self, register: Register, key: str, by: int) -> Sequence[Edit]:
        """Return the edits that move a track."""
        position = neighbour(self.keys(register), key, by)
        return move_track(register, self._track(register, key), position) if position else ()
