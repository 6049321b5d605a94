"""`itatui new`: create the register of a fiscal year. Existing files are never overwritten."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from itatui.cli.output import print_answer, print_note
from itatui.cli.question import agreed
from itatui.cli.year_notes import note_years_left
from itatui.domain.fiscal_year import typed_year
from itatui.domain.measure import Measure
from itatui.domain.new_register import blank, named_measures, next_year, with_agency, with_year_in_activities
from itatui.domain.register import Register
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.store import RegisterFile, config, create, sample
from itatui.store.errors import StoreError
from itatui.store.paths import data_folder, typed_path
from itatui.thai import clean, one_line, quote, repair_text, safe
from itatui.wording.changes import repaired_words
from itatui.wording.filters import LIST_CELLS

EXAMPLE = "itatui new 2568 --from register_2567.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `new`."""
    parser.add_argument("year", metavar="YEAR", help=N_("fiscal year (Buddhist Era)"))
    parser.add_argument("--agency", metavar="NAME", help=N_("the agency's name"))
    pattern = parser.add_mutually_exclusive_group()
    pattern.add_argument(
        "--sample", action="store_true", help=N_("start from the sample, the measures of another agency")
    )
    last = N_("create next year's register from this one: same plan, nothing done yet")
    pattern.add_argument("--from", dest="source", metavar="FILE", help=last)
    only = N_("with --from: carry only these over, such as IIT,EIT-2")
    parser.add_argument("--only", metavar="REF", help=only)
    possible = N_("with --from: leave out measures that could not be done")
    parser.add_argument("--without-dropped", action="store_true", help=possible)
    years = N_("with --from: write the new year where an activity tells the last one, without asking")
    parser.add_argument("--years", action="store_true", help=years)


def run(arguments: argparse.Namespace) -> int:
    """Create the register and print its path. Without `--register`, itatui opens it from now on."""
    year = typed_year(arguments.year)
    path = typed_path(arguments.register) if arguments.register else data_folder() / f"register_{year}.json"
    source = RegisterFile(typed_path(arguments.source)) if arguments.source else None
    register = _register(arguments, year, source)
    create(path, register, source)
    note_years_left(register)
    print_answer(str(path))
    if not arguments.register:
        _open_from_now_on(path)
    return 0


def _register(arguments: argparse.Namespace, year: int, source: RegisterFile | None) -> Register:
    agency, dropped = clean(arguments.agency or "")
    if dropped:
        print_note(_("control characters removed from {field}: {count}").format(count=dropped, field="--agency"))
    agency, repaired = repair_text(one_line(agency))
    if repaired:
        print_note(f"--agency: {repaired_words(repaired)}")
    if source:
        return _carried(source.load(), year, agency, arguments)
    if arguments.only or arguments.without_dropped or arguments.years:
        raise UsageError(_("--only, --without-dropped and --years need --from"))
    pattern = sample()
    if not arguments.sample:
        return blank(pattern, year, agency)
    if year != pattern.fiscal_year:
        return next_year(pattern, year, agency)
    return with_agency(pattern, agency)


def _carried(last: Register, year: int, agency: str, arguments: argparse.Namespace) -> Register:
    """Return next year's register with the chosen measures, and the new year in their activities if it is wanted."""
    named = named_measures(last, arguments.only or "")
    measures = [each for each in named if not (arguments.without_dropped and each.is_dropped)]
    register = next_year(last, year, agency, chosen={measure.id for measure in measures})
    mended = with_year_in_activities(register, last.fiscal_year)
    places = [new for old, new in zip(register.measures, mended.measures, strict=True) if old != new]
    if not places or arguments.years or _wants_years(mended, places, last.fiscal_year):
        return mended
    return register


def _wants_years(register: Register, places: Sequence[Measure], last: int) -> bool:
    refs = quote(", ".join(map(register.ref, places)), LIST_CELLS)
    words = _("Write {year} instead of {last} in the activities of {refs}?")
    return agreed(words.format(year=register.fiscal_year, last=last, refs=refs))


def _open_from_now_on(path: Path) -> None:
    where = config.config_path()
    try:
        is_chosen = config.choose(where, "register", str(path))
    except StoreError as error:  # the register itself is made
        print_note(str(error))
        return
    if is_chosen:
        print_note(_("itatui will open this one from now on"))
    else:
        line = _("{config} is your own file and was not changed; to open the new one, add: register = {path}")
        print_note(line.format(config=safe(str(where)), path=safe(repr(str(path)))))
