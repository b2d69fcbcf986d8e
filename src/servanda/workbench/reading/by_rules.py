"""An article read by rules, with the packaged lists and what a case adds to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.names.own import with_case
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.proposal import Reading
from servanda.analyses.reading.reader import read
from servanda.model.case import Case
from servanda.workbench.reading.lists import packaged_lists
from servanda.workbench.reading.subjects import packaged_subjects


def reader_by_rules(case: Case | None = None) -> Callable[[Article], Reading]:
    """What reads articles for a case, in this process or in another.

    Args:
        case: The case whose parties, persons, outlets and issues are meant; None for none.

    Raises:
        MissingModelError: On reading, where what parses English is not installed.
    """
    return partial(_read, case)


def _read(case: Case | None, article: Article) -> Reading:
    return read(article, names_for(case), case, packaged_subjects())


@lru_cache(maxsize=2)
def names_for(case: Case | None) -> Names:
    """Who there is: those of a case, which come first, and the packaged lists."""
    lists = packaged_lists()
    return Names(lists if case is None else with_case(lists, case))
