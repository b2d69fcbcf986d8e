"""Where decisions are kept: a file of lines beside the case, added to and never written over.

A line is on the disk before anything else goes on. One that was cut off, because the machine went
down or the disk was full, is passed over. While it is open nobody else can open it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from servanda.analyses.reading.proposal import Proposal, Reading
from servanda.workbench.locks import is_locked
from servanda.workbench.mistakes import cannot_write, misuse
from servanda.workbench.reading.confirmation.decisions import Decision, Entered
from servanda.workbench.reports import Checked

VERSION: Literal[1] = 1
FOLDER = "reading"
_DIGITS = 12


class ArticleLine(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="is", tag="article"):
    """An article that was read, and the ids of its proposals in order."""

    servanda_decisions: Literal[1]
    digest: str
    name: str
    reader: str
    proposals: tuple[str, ...]
    title: str = ""
    outlet: str = ""
    address: str = ""
    dateline: str = ""


class ProposalLine(msgspec.Struct, frozen=True, tag_field="is", tag="proposal"):
    """A proposal as it was read."""

    proposal: Proposal


Line = ArticleLine | ProposalLine | Decision | Entered


class Kept(NamedTuple):
    """What a log has.

    Attributes:
        article: The last reading.
        proposals: Each proposal as it was read last, by id.
        entered: What the record has been given, and of which nothing was decided since: that is
            only possible where the record has lost it.
        unread: How many lines are cut off, or are none of a log.
    """

    article: ArticleLine | None
    proposals: dict[str, Proposal]
    decisions: tuple[Decision, ...]
    entered: dict[str, Entered]
    unread: int


def log_folder(case: str) -> Path:
    """Where the logs of a case lie: in its folder, or beside its one file."""
    path = Path(case)
    return path / FOLDER if path.is_dir() else path.with_name(f"{path.stem}.{FOLDER}")


def log_path(case: str, digest: str) -> Path:
    """The log of an article."""
    return log_folder(case) / f"{digest[:_DIGITS]}.jsonl"


def read_log(content: bytes) -> Kept:
    """What a log has, line by line; what cannot be read as a line is counted."""
    article = None
    proposals: dict[str, Proposal] = {}
    decisions: list[Decision] = []
    entered: dict[str, Entered] = {}
    unread = 0
    for raw in filter(None, map(bytes.strip, content.split(b"\n"))):
        try:
            line = msgspec.json.decode(raw, type=Line)
        except (msgspec.MsgspecError, RecursionError, UnicodeError):
            unread += 1
            continue
        match line:
            case ArticleLine():
                article = line
            case ProposalLine():
                proposals[line.proposal.id] = line.proposal
            case Decision():
                decisions.append(line)
                entered.pop(line.proposal, None)
            case Entered():
                entered[line.proposal] = line
    return Kept(article, proposals, tuple(decisions), entered, unread)


class Log:
    """A log that is open, for as long as it is."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle
        content = _whole(handle)
        self._size = len(content)
        self._ended = not content or content.endswith(b"\n")
        self.kept = read_log(content)

    def add(self, lines: Sequence[Line]) -> Checked | None:
        """Add lines, and wait until they are on the disk.

        Returns:
            What stood in the way; then none of them is there.
        """
        gone = self.gone()
        if gone is not None or not lines:
            return gone
        encoded = b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
        content = encoded if self._ended else b"\n" + encoded
        try:
            written = 0
            while written < len(content):
                written += os.write(self._handle, content[written:])
            os.fsync(self._handle)
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(self._handle, self._size)
            return cannot_write(str(self.path), (error.strerror or "").lower())
        self._size += len(content)
        self._ended = True
        return None

    def gone(self) -> Checked | None:
        """That the file is not at its place any more, so that nobody would find what is added."""
        try:
            if os.path.samestat(os.fstat(self._handle), self.path.stat()):
                return None
        except (OSError, ValueError):
            pass
        headline = "this cannot be written: it was moved away while it was open"
        hint = "put it back, for it has what was decided so far, and run this again"
        return misuse("SV908", headline, hint, about=str(self.path))

    def take(self, reading: Reading) -> Checked | None:
        """Enter a reading, with those of its proposals that are new or were read otherwise."""
        article = reading.article
        line = ArticleLine(
            servanda_decisions=VERSION,
            digest=article.digest,
            name=article.name,
            reader=reading.reader,
            proposals=tuple(one.id for one in reading.proposals),
            title=article.title,
            outlet=article.outlet,
            address=article.address,
            dateline="" if article.dateline is None else article.dateline.isoformat(),
        )
        new = [one for one in reading.proposals if self.kept.proposals.get(one.id) != one]
        if line == self.kept.article and not new:
            return None
        return self.add([line, *map(ProposalLine, new)])


@contextmanager
def opened_log(path: Path) -> Iterator[Log | Checked]:
    """A log, opened for one alone; or what stands in the way."""
    if not _lies_within(path):
        yield _leads_out(path)
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        handle = os.open(path, flags, 0o666)
    except (OSError, ValueError) as error:
        yield cannot_write(str(path), (getattr(error, "strerror", None) or str(error)).lower())
        return
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            yield cannot_write(str(path), "it is no plain file")
        elif is_locked(handle):
            yield Log(path, handle)
        else:
            yield _in_use(path)
    finally:
        os.close(handle)


def _lies_within(path: Path) -> bool:
    """Whether a log really lies in the folder of the case, whatever links there are."""
    folder = os.path.realpath(path.parent.parent)
    return Path(os.path.realpath(path)).is_relative_to(folder)


def _leads_out(path: Path) -> Checked:
    headline = "this link leads out of the case folder, so it is not followed"
    return misuse("SV107", headline, "put a copy of the file into the case folder", about=str(path))


def _whole(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    parts = []
    while part := os.read(handle, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _in_use(path: Path) -> Checked:
    hint = "finish there first; what was decided there is kept, and is here afterwards"
    headline = "decisions on this article are being taken in another window"
    return misuse("SV963", headline, hint, about=str(path))
