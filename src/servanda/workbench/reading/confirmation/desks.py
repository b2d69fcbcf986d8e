"""The desk at which drafts are read: a case with its texts, and an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from servanda.analyses.reading.article import Article
from servanda.core.diagnostic import Diagnostic, Severity
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.case import Case
from servanda.model.node import unplaced
from servanda.model.record import Person
from servanda.workbench.opening import Opened
from servanda.workbench.reading.confirmation.drafts import Conditions, Desk, Refused
from servanda.workbench.reading.confirmation.naming import taken_names, unused

_PLACE = "condition"


def desk_of(opened: Opened, article: Article, persons: Mapping[str, Person] | None = None) -> Desk:
    """A case and an article.

    Args:
        opened: The case.
        article: The article.
        persons: Persons that lists know, by their names in full.
    """
    return Desk(opened.case, article, conditions_of(opened), persons or {})


def _no_condition(line: str, errors: Sequence[Diagnostic], case: Case) -> Refused:
    """Why a text is no condition, and how one is written, with names of the case."""
    likely = [hint for one in errors for hint in one.hints if hint.startswith("did you mean")]
    why = [f"in the language, {one.headline}" for one in errors[:1]]
    options = [f"{issue.id} is {one.id}" for issue in case.issues for one in issue.options]
    states = [f"{one.id} holds" for one in case.circumstances]
    some = " or ".join(f"`{one}`" for one in (*options[:1], *states[:1]))
    how = f"such as {some}" if some else "over what the case declares"
    return Refused(
        f"`{line}`: this is no condition in the words of the language",
        (*likely, f"write it in the language, {how}; or `none`, or `as in the text`", *why),
    )


def conditions_of(opened: Opened) -> Callable[[str], Conditions | Refused]:
    """What reads conditions in the words of the language, with the names of a case."""
    name = unused(["CONDITION"], taken_names(opened.case))

    @cache
    def read(text: str) -> Conditions | Refused:
        line = " ".join(text.split()).removeprefix("only if ")
        block = (
            f'```servanda\nstatement {name}\n  an official conditions "it"\n  only if {line}\n```\n'
        )
        found = read_case([*opened.sources, Source(_PLACE, block)])
        errors = [d for d in found.diagnostics if d.severity is Severity.ERROR]
        if errors or found.case is None:
            return _no_condition(line, [d for d in errors if d.origin.file == _PLACE], opened.case)
        there = next(one for one in found.case.statements if one.id == name)
        return unplaced(there.only_if)

    return read
