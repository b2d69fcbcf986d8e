"""Recursive descent over the lines of a block; recovers at the next line and statement.

May import the layout, the lexer, the tree and the wordings of :mod:`servanda.language`, and
:mod:`servanda.core`; nothing of the model, which the passes build.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Span
from servanda.core.spelling import nearest
from servanda.language.document import LANGUAGE, Block, Document, Fence, Source, read_document
from servanda.language.layout import LogicalLine, Passage, passages
from servanda.language.lexer import Kind, Token, lex
from servanda.language.parser import (
    agreements,
    amendments,
    bargaining,
    declarations,
    record,
    scenarios,
)
from servanda.language.parser.body import Body
from servanda.language.parser.cursor import Cursor, Fault
from servanda.language.parser.mistakes import outside, unknown_statement
from servanda.language.parser.reports import FileReports, Tried
from servanda.language.slip import Slip, quoted
from servanda.language.tree import AnyStatement, FileTree
from servanda.language.wordings.search import Search
from servanda.language.wordings.terms import Terms
from servanda.language.wordings.written import Attempt, ReadLine, written_text

_READERS: dict[str, Callable[[Body, Cursor], AnyStatement | None]] = {
    "case": declarations.case,
    "state": declarations.actor("state"),
    "organisation": declarations.actor("organisation"),
    "actor": declarations.actor("actor"),
    "group": declarations.group,
    "organ": declarations.organ,
    "region": declarations.region,
    "ladder": declarations.ladder,
    "law": declarations.law,
    "act": declarations.act,
    "incident": declarations.incident,
    "define": declarations.define,
    "issue": declarations.issue,
    "circumstance": declarations.circumstance,
    "motion": declarations.motion,
    "agreement": agreements.agreement,
    "article": agreements.article,
    "reading": agreements.reading,
    "amendment": amendments.amendment,
    "history": scenarios.history,
    "person": record.person,
    "outlet": record.outlet,
    "document": record.document,
    "side": record.side,
    "statement": record.statement,
    "scenario": scenarios.scenario,
    "red": bargaining.requirement("red line"),
    "demand": bargaining.requirement("demand"),
    "preferences": bargaining.preferences,
    "participation": bargaining.participation,
    "linkage": bargaining.linkage,
}


_NAMED: tuple[tuple[Kind, ...], ...] = (
    (Kind.WORD, Kind.WORD),
    (Kind.WORD, Kind.WORD, Kind.TITLE),
)
_NUMBERED = ((Kind.WORD, Kind.NUMBER), (Kind.WORD, Kind.NUMBER, Kind.TITLE))
_TITLED = ((Kind.WORD, Kind.TITLE),)
_PLAIN_HEADS: dict[str, tuple[tuple[Kind, ...], ...]] = {
    "article": _NUMBERED,
    "case": _TITLED,
    "history": _TITLED,
    "scenario": _TITLED,
}
"""First lines in which no other words can stand for those of the language, by their kinds of token."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of parsing a file.

    Attributes:
        tree: Every statement that could be understood.
        mistakes: Every mistake found, with hints that have not been tried.
        lines: Every line in the order of the text, and how it is read.
    """

    tree: FileTree
    mistakes: tuple[Diagnostic, ...]
    lines: tuple[ReadLine, ...]


def parse(source: Source) -> tuple[FileTree, tuple[Diagnostic, ...]]:
    """Read a file: every statement that could be understood, and every mistake found."""
    parsed = parsed_file(source)
    return parsed.tree, parsed.mistakes


def parsed_file(source: Source) -> Parsed:
    """Read a file, and keep how each of its lines is read."""
    document = read_document(source)
    reports = FileReports(source)
    statements: list[AnyStatement] = []
    _see_fences(reports, document)
    for block in document.blocks:
        if not block.closed:
            _report_unclosed(reports, block.fence)
        for passage in passages(source.text, block):
            if reports.full:
                break
            statement = _statement(reports, block, passage)
            if statement is not None:
                statements.append(statement)
    if reports.full:
        reports.leave(source.text)
    tree = FileTree(
        span=Span(source.name, 0, len(source.text)),
        statements=tuple(statements),
        unread=frozenset(reports.unread),
    )
    return Parsed(tree, reports.all(), tuple(reports.lines))


def passed_over(source: Source) -> tuple[Diagnostic, ...]:
    """The warnings of blocks that go unread for a slip in their language."""
    reports = FileReports(source)
    _see_languages(reports, read_document(source))
    return reports.all()


def _outer(document: Document) -> tuple[Fence, ...]:
    """The fences of blocks in other languages, each a block of its own."""
    return tuple(fence for fence in document.others if fence not in document.interrupted)


def _see_fences(reports: FileReports, document: Document) -> None:
    """Report the fences of blocks that go unread and were probably meant to be read."""
    _see_languages(reports, document)
    for fence in document.interrupted:
        _report_unclosed(reports, fence)
    for fence in document.buried:
        _report_buried(reports, fence)


def _see_languages(reports: FileReports, document: Document) -> None:
    """Warn of blocks that go unread for what stands behind their fence, or does not."""
    for fence in _outer(document):
        _see_language(reports, fence)
    for block in document.unmarked:
        _see_unmarked(reports, block)


def _see_unmarked(reports: FileReports, block: Block) -> None:
    """Warn of a block of no language that holds statements of this one."""
    found = tuple(passages(reports.source.text, block))
    heads = [passage.head.tokens[:1] for passage in found if passage.head is not None]
    begun = all(tokens and tokens[0].text in _READERS for tokens in heads)
    if not heads or len(heads) < len(found) or not begun:
        return
    if not any(_is_read(reports.source, block, passage) for passage in found):
        return
    start = block.fence.line.start + block.fence.indent
    slip = Slip(
        "SV127",
        "this block is not read: its language is not said, and it holds statements",
        start,
        block.fence.line.end,
        hints=(
            f"write `{LANGUAGE}` after the fence",
            "to show it only, write `text` there",
        ),
    )
    reports.add(slip, block.trail, severity=Severity.WARNING)


def _is_read(source: Source, block: Block, passage: Passage) -> bool:
    """Whether a statement of a block can be read as it is."""
    tried = Tried(source)
    return _statement(tried, block, passage) is not None and not tried.slips


def _see_language(reports: FileReports, fence: Fence) -> None:
    """Warn of a block whose language is ``servanda`` but for a slip."""
    word = fence.language
    bare = word.strip("{.}")
    if bare != LANGUAGE and nearest(bare, (LANGUAGE,)) is None:
        return
    start = fence.line.start + fence.indent
    headline = f"this block is not read: {quoted(word)} is not `{LANGUAGE}`"
    hint = f"write `{LANGUAGE}` after the fence, in lower case"
    slip = Slip("SV111", headline, start, fence.line.end, hints=(hint,))
    reports.add(slip, fence.trail, severity=Severity.WARNING)


def _report_buried(reports: FileReports, fence: Fence) -> None:
    """Report a block that is not read for what stands before its fence."""
    before = reports.source.text[fence.line.start : fence.line.start + fence.indent].strip()
    advice = "begin each of its lines at the margin"
    if ">" in before:
        place, advice = "it stands in a quotation", "leave out the `>` before each of its lines"
    else:
        place = "it stands in a list" if before else "it is indented by more than three spaces"
    slip = Slip(
        "SV124",
        f"this block is not read: {place}",
        fence.line.start + fence.indent,
        fence.line.end,
        hints=(
            f"to have it read, {advice}",
            f"to show it only, write `text` after the fence, and not `{LANGUAGE}`",
        ),
    )
    reports.add(slip, fence.trail)


def _report_unclosed(reports: FileReports, fence: Fence) -> None:
    hint = f"end it with a line `{fence.mark}`"
    what = f"{quoted(fence.language)} block" if fence.language else "block"
    slip = Slip(
        "SV110",
        f"this {what} is not closed",
        fence.line.start + fence.indent,
        fence.line.end,
        hints=(hint,),
    )
    reports.add(slip, fence.trail)


def _statement(reports: FileReports, block: Block, passage: Passage) -> AnyStatement | None:
    body = Body(reports, block.trail, "", passage.lines, clause=_clause(passage))
    if passage.head is not None:
        reports.lines.append(ReadLine("head", passage.head, passage.lines, _attempted_head))
    for slip in passage.slips:
        body.report(slip)
    head = _head(body, passage)
    if head is None:
        return None
    statement = _READERS[body.keyword](body, head)
    if statement is None:
        return None
    lines = [line.tokens for line in passage.lines if line.tokens]
    end = (lines[-1] if lines else head.tokens)[-1].end
    return replace(
        statement,
        span=Span(reports.source.name, head.tokens[0].start, end),
        trail=block.trail,
        source=tuple(body.sources),
        judgement=tuple(body.judgements),
        incomplete=body.incomplete,
    )


def _clause(passage: Passage) -> str:
    """How a lawyer would cite the statement: ``Article 5``; empty for what is no article."""
    tokens = () if passage.head is None else passage.head.tokens[:2]
    match tokens:
        case (Token(text="article"), Token(kind=Kind.NUMBER, text=number)):
            return f"Article {number}"
        case _:
            return ""


def _head(body: Body, passage: Passage) -> Cursor | None:
    """The statement's first line behind its keyword; None where no statement can be read."""
    c = body.cursor(passage.lines[0] if passage.head is None else passage.head)
    fault: Fault | None = None
    if passage.head is None and c.tokens:
        fault = outside(c)
    elif c.tokens and c.tokens[0].text not in _READERS:
        fault, meant = unknown_statement(c)
        if meant is not None:
            body.tell(c, fault.slip)
            c, fault = body.again(_with_keyword(c, meant)), None
    if fault is not None:
        body.give_up(c, fault)
    if fault is not None or not c.tokens:
        for line in passage.lines:
            body.reports.unread.update(token.text for token in line.tokens)
        return None
    body.keyword = c.next().text
    return _as_meant(body, c, passage.head) or c


def _as_meant(body: Body, c: Cursor, head: LogicalLine | None) -> Cursor | None:
    """A first line in other words than those of the language, reported and ready to be read.

    So nothing else is reported for want of the article whose number is ``II``.
    """
    kinds = tuple([token.kind for token in c.tokens])
    plain = kinds in _PLAIN_HEADS.get(body.keyword, _NAMED)
    if head is None or (plain and not head.slips):
        return None
    unread = _attempted_head(c.tokens).slip
    if unread is None:
        return None
    first = head.slips[0] if head.slips else unread
    line = ReadLine("head", head, (), _attempted_head)
    written = written_text(body.reports.source.text, line)
    found = None if written is None else Search(line, written, Terms()).reworded()
    if found is None or len(found.lines) > 1:
        return None
    if not head.slips:
        body.tell(c, first)
    body.incomplete = True
    meant = body.again(LogicalLine(_placed(found.lines[0], head), (), head.continued))
    meant.next()
    return meant


def _placed(text: str, head: LogicalLine) -> tuple[Token, ...]:
    """The tokens of a line in other words, each where the same word stands, or in its stead."""
    whole = (head.tokens[0].start, head.tokens[-1].end)
    places = {token.text: (token.start, token.end) for token in head.tokens[::-1]}
    return tuple(
        Token(token.kind, token.text, *places.get(token.text, whole))
        for token in lex(text, 0, len(text)).tokens
    )


def _attempted_head(tokens: Sequence[Token]) -> Attempt:
    """What comes of reading the first line of a statement."""
    c = Cursor("", tokens)
    if not tokens or tokens[0].text not in _READERS:
        fault = unknown_statement(c)[0] if tokens else Fault(Slip("SV402", "", 0, 0))
        return Attempt(slip=fault.slip)
    tried = Tried(Source("", ""))
    body = Body(tried, (), c.next().text, ())
    statement = _READERS[body.keyword](body, c)
    return Attempt(statement, next((s for s in tried.slips if s.code != "SV406"), None))


def _with_keyword(c: Cursor, keyword: str) -> LogicalLine:
    """A line whose first word is misspelt, as it was meant to be."""
    return LogicalLine((c.tokens[0]._replace(text=keyword), *c.tokens[1:]), (), c.continued)
