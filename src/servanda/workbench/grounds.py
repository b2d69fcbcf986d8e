"""What a case rests on: its sources, its encoder's judgement, and its very text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from servanda.language.document import Source, origin_of, read_document
from servanda.language.parser import parse
from servanda.language.tree import (
    ActorStatement,
    AgreementStatement,
    AnyStatement,
    ArticleStatement,
    CaseStatement,
    DefineStatement,
    HistoryStatement,
    PreferencesStatement,
    RecordedStatement,
    RequirementStatement,
    ScenarioStatement,
)
from servanda.workbench.briefs import Basis
from servanda.workbench.results import Ground, Passage

Sort = Literal["source", "judgement"]


def grounds(sources: Iterable[Source], sort: Sort) -> tuple[Ground, ...]:
    """Every ``source`` or ``judgement`` line of a case, in the order of the text."""
    return tuple(ground for source in sources for ground in _grounds_in(source, sort))


def passages(sources: Sequence[Source]) -> tuple[Passage, ...]:
    """The formal blocks of a case, line by line."""
    return tuple(passage for source in sources for passage in _passages_in(source))


def basis(sources: Sequence[Source]) -> Basis:
    """Which texts an answer rests on, and one number for all that is formal in them."""
    content = hashlib.sha256()
    for passage in passages(sources):
        place = (passage.file, *passage.trail, str(passage.first_line))
        for text in (*place, *passage.lines):
            written = text.encode("utf-8", "surrogatepass")
            content.update(len(written).to_bytes(8, "big") + written)
    return Basis(files=tuple(source.name for source in sources), content=content.hexdigest())


def _grounds_in(source: Source, sort: Sort) -> Iterator[Ground]:
    agreement = ""
    for statement in parse(source)[0].statements:
        if isinstance(statement, AgreementStatement):
            agreement = statement.name.text
        about = _named(statement, agreement)
        for word in statement.source if sort == "source" else statement.judgement:
            origin = origin_of(source, word.span, statement.trail, about)
            yield Ground(text=word.text, about=about, origin=origin)


def _named(statement: AnyStatement, agreement: str) -> str:
    """A statement by its first words: ``article 5.1 of PACT``, ``issue strength``."""
    keyword = type(statement).__name__.removesuffix("Statement").lower()
    match statement:
        case ArticleStatement():
            of = f" of {agreement}" if agreement else ""
            name = f"{statement.number.text}{of}"
        case CaseStatement() | HistoryStatement() | ScenarioStatement():
            name = f'"{statement.title.text}"' if statement.title else ""
        case DefineStatement():
            name = f"{statement.adjective.text} {statement.kind.text}"
        case RecordedStatement():
            keyword, name = "statement", statement.name.text
        case ActorStatement() | RequirementStatement():
            keyword, name = statement.sort, statement.name.text
        case PreferencesStatement():
            name = f"of {statement.party.text}"
        case _:
            name = statement.name.text
    return f"{keyword} {name}".rstrip()


def _passages_in(source: Source) -> Iterator[Passage]:
    for block in read_document(source).blocks:
        if block.lines:
            yield Passage(
                file=source.name,
                trail=block.trail,
                first_line=block.first + 1,
                lines=tuple(source.text[line.start : line.end] for line in block.lines),
            )
