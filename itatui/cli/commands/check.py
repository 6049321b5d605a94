"""`itatui check`: list what to fix before publishing, the most serious first; quiet a rule with a reason."""

import argparse
from collections.abc import Sequence
from typing import Any

from itatui.cli.filter_options import add_filter_options, apply_filter
from itatui.cli.other_register import other_register
from itatui.cli.output import print_answer, print_json, print_note, today
from itatui.cli.refs import find_record
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.cli.table_documents import add_export_option, give_report
from itatui.cli.table_options import add_table_options
from itatui.domain.check.check import Checkup
from itatui.domain.check.facts import Checked, Finding
from itatui.domain.check.rules import Rule, find_rule
from itatui.domain.edits import set_field
from itatui.domain.fields import QUIET, id_of, kind_of
from itatui.domain.measure import Measure
from itatui.domain.register import Register
from itatui.domain.track import Track
from itatui.errors import UsageError
from itatui.locale import N_, _
from itatui.store import RegisterFile, config
from itatui.store.publish_check import known_last_year, publish_check
from itatui.thai import typed_line
from itatui.wording.check import field_label, finding_words, ref_of, rule_words

EXAMPLE = "itatui check --track IIT"

_FILTERS = ("track", "find", "status", "unit", "quarter")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `check`."""
    refs = N_("measures (IIT-2), tracks with their measures (IIT), or register; default: everything")
    parser.add_argument("refs", metavar="REF", nargs="*", help=refs)
    add_filter_options(parser)
    last = N_("last year's register, to find texts that repeat it (default: the one that was opened before)")
    parser.add_argument("--last", metavar="FILE", help=last)
    plan = N_("the published plan, as an exported PDF or a register, to find its measures that are gone")
    parser.add_argument("--plan", metavar="FILE", help=plan)
    quiet = parser.add_mutually_exclusive_group()
    quiet.add_argument(
        "--quiet",
        metavar="RULE",
        help=N_("stop applying this rule to the named measures and tracks, or to all: register"),
    )
    quiet.add_argument("--apply", metavar="RULE", help=N_("apply a quieted rule again to what is named"))
    quiet.add_argument("--rules", action="store_true", help=N_("list the rules"))
    parser.add_argument("--reason", metavar="TEXT", help=N_("with --quiet: why the rule does not apply"))
    add_table_options(parser)
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--json", action="store_true", help=N_("output JSON"))
    add_export_option(parser, kind)


def run(arguments: argparse.Namespace) -> int:
    """Print the findings and return 1 if there are any; or quiet a rule, or list the rules."""
    rules = config.rules(config.config_path())
    if arguments.reason and not arguments.quiet:
        raise UsageError(_("--reason needs --quiet"))
    if arguments.rules:
        _list_rules(rules, arguments)
        return 0
    file = open_register(arguments)
    register = file.load()
    if arguments.quiet or arguments.apply:
        _quiet(file, register, rules, arguments)
        return 0
    last = other_register(arguments.last) if arguments.last else known_last_year(register)
    plan = other_register(arguments.plan) if arguments.plan else None
    checkup = publish_check(register, file.path, today(), last, _chosen(register, arguments), plan)
    if arguments.json:
        note_sample(file, register)
        print_json(_json_view(register, checkup))
    else:
        from itatui.report.check import check_report

        give_report(check_report(register, checkup), arguments, file, register)
    return 1 if checkup.findings else 0


def _chosen(register: Register, arguments: argparse.Namespace) -> list[Checked] | None:
    """Return the records of the REFs and the filter, in the order of the filter; None: all.

    A track comes before its first measure, and only if it is named or no REF is.
    """
    is_filtered = arguments.late or arguments.mine or any(getattr(arguments, name) for name in _FILTERS)
    if not arguments.refs and not is_filtered and arguments.sort == "number":
        return None
    named = _named(register, arguments.refs)
    whole = not named or any(isinstance(record, Register) for record in named)
    tracks = {record.code for record in named if isinstance(record, Track)}
    ids = {record.id for record in named if isinstance(record, Measure)}
    chosen: list[Checked] = [register] if whole and not is_filtered else []
    listed: set[str] = set()
    for measure in apply_filter(arguments, register, today()).measures:
        if whole or measure.track in tracks:
            track = register.track(measure.track)
            if track and track.code not in listed:
                listed.add(track.code)
                chosen.append(track)
        elif measure.id not in ids:
            continue
        chosen.append(measure)
    return chosen


def _named(register: Register, refs: Sequence[str]) -> list[Checked]:
    return [find_record(register, ref) for ref in refs]


def _list_rules(rules: Sequence[Rule], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_json(
            [
                {"rule": rule.name, "severity": rule.severity.value, "on": rule.on, "th": rule.th, "en": rule.en}
                for rule in rules
            ]
        )
        return
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        state = rule.severity.value if rule.on else _("off")
        print_answer(f"{rule.name:<{width}}  {state:<6}  {rule_words(rule)}")


def _quiet(file: RegisterFile, register: Register, rules: Sequence[Rule], arguments: argparse.Namespace) -> None:
    rule = find_rule(rules, arguments.quiet or arguments.apply)
    reason = typed_line(arguments.reason or "")
    if arguments.quiet and not reason:
        raise UsageError(_("say why the rule does not apply: --reason TEXT"))
    if not arguments.refs:
        raise UsageError(_("name measures, tracks or register: itatui check IIT-2 --quiet RULE --reason TEXT"))
    edits = []
    for record in _named(register, arguments.refs):
        edits.append(set_field(record, f"{QUIET.name}.{rule.name}", reason))
    changed = [edit for edit in dict.fromkeys(edits) if edit.after != edit.before]
    if not changed:
        raise UsageError(_("nothing to change; see: itatui {command} --help").format(command="check"))
    file.apply(*changed)
    print_note(_("undo with: itatui undo"))


def _json_view(register: Register, checkup: Checkup) -> dict[str, Any]:
    return {
        "measures": len(checkup.measures),
        "ready": [register.ref(measure) for measure in checkup.ready],
        "findings": [_finding_view(register, each) for each in checkup.findings],
        "quieted": [{**_finding_view(register, each), "reason": each.reason} for each in checkup.quieted],
    }


def _finding_view(register: Register, finding: Finding) -> dict[str, Any]:
    return {
        "ref": ref_of(finding.record, register),
        "kind": kind_of(finding.record),
        "id": id_of(finding.record),
        "field": finding.field,
        "label": field_label(finding, register),
        "rule": finding.rule.name,
        "severity": finding.rule.severity.value,
        "words": finding_words(finding),
        "details": {name: str(value) for name, value in finding.details},
    }
