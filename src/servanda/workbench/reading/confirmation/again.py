"""What the record has already: the same words of the same text, or the same saying from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from servanda.model.node import unplaced
from servanda.model.record import Passage, Statement
from servanda.workbench.record_lines import passage_text


def known_already(statement: Statement, record: Sequence[Statement]) -> Statement | None:
    """The statement of a record that has the same saying, from the same characters of a document."""
    places = set(map(_place, statement.passages))
    return next(
        (
            one
            for one in record
            if places & set(map(_place, one.passages))
            and unplaced(one.saying) == unplaced(statement.saying)
        ),
        None,
    )


def with_the_same_words(statement: Statement, record: Sequence[Statement]) -> Sequence[Statement]:
    """The statements of a record that are found at the same characters, whatever they say."""
    places = set(map(_place, statement.passages))
    return [one for one in record if places & set(map(_place, one.passages))]


def _place(passage: Passage) -> tuple[str, int | None, int | None, int | None]:
    return passage.document, passage.paragraph, passage.start, passage.end


def said_elsewhere(statement: Statement, record: Sequence[Statement]) -> Statement | None:
    """The statement of a record that tells of the same saying, on the same day, by other documents.

    What has no day of its own has that of whoever tells of it (W1).

    Where one of two only sums up, they are not the same: the better account would speak for both.
    """
    if all(saying.at is None for saying in statement.saying.chain()):
        return None
    here = {passage.document for passage in statement.passages}
    others = (one for one in record if not here & {passage.document for passage in one.passages})
    return next((one for one in others if one.passages and _is_same(one, statement)), None)


def _is_same(one: Statement, other: Statement) -> bool:
    said = (unplaced((one.saying, one.only_if)), one.factuality, _is_summed_up(one))
    return said == (unplaced((other.saying, other.only_if)), other.factuality, _is_summed_up(other))


def _is_summed_up(statement: Statement) -> bool:
    return all(passage.manner == "summed_up" for passage in statement.passages)


def with_passages(text: str, further: Iterable[tuple[Statement, Passage]]) -> str:
    """A text in which statements are found in one more passage each.

    Args:
        text: The text that they were read from.
        further: Each statement, with the places at which it stands in the text, and the passage.
    """
    lines = text.split("\n")
    for statement, passage in sorted(further, key=lambda one: -_last_line(one[0])):
        at = _last_line(statement)
        last = lines[at - 1]
        indent = last[: len(last) - len(last.lstrip())]
        end = "\r" if last.endswith("\r") else ""
        lines.insert(at, f"{indent}{passage_text(passage)}{end}")
    return "\n".join(lines)


def _last_line(statement: Statement) -> int:
    return max(passage.origin.line for passage in statement.passages)


def stands_in(statement: Statement, file: Path) -> bool:
    """Whether all passages of a statement are written in one file."""
    origins = [passage.origin for passage in statement.passages]
    return bool(origins) and all(one.line and Path(one.file) == file for one in origins)


def found_in(statement: Statement, passage: Passage) -> Statement:
    """A statement with one more passage, without places."""
    plain = unplaced(statement)
    return replace(plain, passages=(*plain.passages, passage))
