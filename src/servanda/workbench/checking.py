"""Texts to a case: what the language says of them, and then what the drafting is doubted for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from servanda.analyses.drafting import check_drafting
from servanda.core.diagnostic import in_order
from servanda.language.document import Source
from servanda.language.read import LEFT_OUT, Read, read_case


def checked_case(sources: Sequence[Source]) -> Read:
    """Read the texts of a case; where it has no error, its drafting is judged as well."""
    read = read_case(sources)
    if read.case is None:
        return read
    found = (*read.diagnostics, *check_drafting(read.case))
    names = [source.name for source in sources]
    return replace(read, diagnostics=in_order(found, names, LEFT_OUT))
