"""How the formal text of one side differs from that of the other, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff

from servanda.core.origin import Origin
from servanda.model.case import Case
from servanda.workbench.coverages import Side
from servanda.workbench.opening import Opened

_REMARKS = ("source ", "judgement ", "--")
"""How lines begin that say what a text rests on, and not what it says."""


def text_changes(before: Opened, first: Side, after: Opened, second: Side) -> Iterator[str]:
    """The lines that one text has and the other has not, with a few around them.

    Of each side the statements of its agreements; sources and judgements left out.
    """
    old, new = _text(before, first), _text(after, second)
    names = (", ".join(first.agreements), ", ".join(second.agreements))
    for line in unified_diff(old, new, *names, n=1, lineterm=""):
        yield line.rstrip()


def _text(opened: Opened, side: Side) -> list[str]:
    texts = {source.name: source.text for source in opened.sources}
    return [line for origin in _statements(opened.case, side) for line in _lines(texts, origin)]


def _statements(case: Case, side: Side) -> Iterator[Origin]:
    for agreement in case.agreements:
        if agreement.id in side.agreements:
            yield agreement.origin
            for article in agreement.articles:
                if f"{article.number} of {agreement.id}" not in side.without:
                    yield article.origin


def _lines(texts: Mapping[str, str], origin: Origin) -> Iterator[str]:
    text = texts.get(origin.file, "")
    for line in text[origin.start : origin.end].splitlines():
        if not line.strip().startswith(_REMARKS) and line.strip():
            yield line.split("  -- ")[0].rstrip()
