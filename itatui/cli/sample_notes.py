"""Words beside the answers of commands that read the sample: nobody is to take them for their own agency's."""

from itatui.cli.output import print_note
from itatui.domain.register import Register
from itatui.locale import _
from itatui.store import RegisterFile
from itatui.store.paths import is_sample_copy


def sample_lines(file: RegisterFile, register: Register, width: int) -> list[str]:
    """Return the lines above a table of the sample, in the same output; none for another register."""
    if not is_sample_copy(file.path, register):
        return []
    from itatui.thai import quote, wrap  # lazy, here and below: needed for the sample only

    text = _("SAMPLE: the register of {agency}\nTo create your own: itatui new YEAR --agency NAME")
    return [*wrap(text.format(agency=quote(register.agency)), width), ""]


def note_sample(file: RegisterFile, register: Register) -> None:
    """Print a note beside an answer that programs may read."""
    if is_sample_copy(file.path, register):
        from itatui.thai import quote

        text = _("this is the sample, the register of {agency}; to create your own: itatui new YEAR --agency NAME")
        print_note(text.format(agency=quote(register.agency)))
