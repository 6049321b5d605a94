"""`itatui evidence`: the evidence of all measures by item, as it is handed in; `--verify` looks at the files."""

import argparse
from collections.abc import Mapping
from typing import Any

from itatui.cli.csv_output import print_csv
from itatui.cli.output import print_json
from itatui.cli.register_option import open_register
from itatui.cli.sample_notes import note_sample
from itatui.cli.table_documents import add_export_option, give_report
from itatui.cli.table_options import add_table_options
from itatui.domain.evidence_sheet import Proof, Verdict, proofs, verdict
from itatui.domain.register import Register
from itatui.locale import N_
from itatui.store import config
from itatui.wording.evidence import explanation

EXAMPLE = "itatui evidence --width 120"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `evidence`."""
    verify = N_("check whether the files exist and can be read, and their dates; never uses the network")
    parser.add_argument("--verify", action="store_true", help=verify)
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--csv", action="store_true", help=N_("output CSV for spreadsheets"))
    kind.add_argument("--json", action="store_true", help=N_("output JSON"))
    add_export_option(parser, kind)
    add_table_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the sheet. Return 1 if `--verify` does not find a file."""
    items = config.items(config.config_path())
    file = open_register(arguments)
    register = file.load()
    found = proofs(register, items)
    verdicts: dict[str, Verdict] | None = None
    if arguments.verify:
        verdicts = {proof.target: verdict(proof.target, file.path.parent) for proof in found if proof.target}
    if arguments.json or arguments.csv:
        note_sample(file, register)
        views = [_view(register, proof, verdicts) for proof in found]
        if arguments.json:
            print_json(views)
        else:
            columns = ["item", "ref", "link", "explanation", *(["found", "day"] if arguments.verify else [])]
            print_csv(columns, ([view[column] for column in columns] for view in views))
    else:
        from itatui.report.evidence import evidence_report

        give_report(evidence_report(register, found, verdicts), arguments, file, register)
    return 1 if verdicts and not all(each.is_found for each in verdicts.values()) else 0


def _view(register: Register, proof: Proof, verdicts: Mapping[str, Verdict] | None) -> dict[str, Any]:
    view: dict[str, Any] = {
        "item": proof.item.number,
        "ref": register.ref(proof.measure),
        "link": proof.target,
        "label": proof.label,
        "explanation": explanation(proof),
    }
    if verdicts is not None:
        looked = verdicts.get(proof.target)
        day = looked.day.isoformat() if looked and looked.day else None
        view |= {"found": looked.is_found if looked and not looked.is_link else None, "day": day}
    return view
