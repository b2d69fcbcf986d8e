"""``servanda schema``: the JSON Schema of each JSON form."""

from __future__ import annotations

import argparse

from servanda.cli.output import report, show
from servanda.views.documents import SCHEMAS, json_text, schema
from servanda.workbench.mistakes import no_such_schema


def run(arguments: argparse.Namespace) -> int:
    """Print one schema, or the names of all."""
    if arguments.name is None:
        return show("".join(f"{name}\n" for name in SCHEMAS))
    if arguments.name not in SCHEMAS:
        return report(no_such_schema(arguments.name, list(SCHEMAS)))
    return show(json_text(schema(arguments.name)))
