"""What people have put right: cases that a later reader can be held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from servanda.analyses.reading.proposal import Proposal
from servanda.workbench.reading.confirmation.drafts import Change, Draft
from servanda.workbench.reading.confirmation.fields import told
from servanda.workbench.reading.confirmation.links import NEW
from servanda.workbench.reading.confirmation.log import log_folder, read_log
from servanda.workbench.reading.confirmation.review import Review

_OF_THE_USER = frozenset({"gist", "about", "apart"})


class Correction(msgspec.Struct, frozen=True):
    """A reading that a person has put right: a case that a later reader can be held against.

    Attributes:
        digest: Of the article's text.
        article: What the user called it.
        proposal: As it was read.
        changes: The fields as they were, and as they are to be.
    """

    digest: str
    article: str
    proposal: Proposal
    changes: tuple[Change, ...]


def corrections(name: str) -> Iterator[Correction]:
    """The corrections that were made in a case and not taken back, article by article."""
    for path in filter(Path.is_file, sorted(log_folder(name).glob("*.jsonl"))):
        kept = read_log(path.read_bytes())
        if kept.article is None:
            continue
        review = Review(tuple(kept.proposals.values()), kept.decisions)
        for one in review.proposals:
            changes = _merged(change for d in review.standing(one) for change in d.changes)
            if changes:
                yield Correction(kept.article.digest, kept.article.name, one, changes)


def _merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """One change for each field: what it was at first, and what it was to be in the end."""
    found: dict[tuple[str, int | None], Change] = {}
    for change in changes:
        key = change.field, change.link
        was = found[key].was if key in found else change.was
        found[key] = replace(change, was=was)
    return tuple(one for one in found.values() if one.to != one.was)


def still_wrong(correction: Correction, proposal: Proposal | None) -> tuple[Change, ...]:
    """The fields that are still read otherwise than they were corrected to be.

    What only the user can say, such as the gist, is not read by anybody and is left out.

    Args:
        correction: The correction.
        proposal: What is read of the same words now; None where nothing is, and all is wrong.
    """
    read = [one for one in correction.changes if one.field not in _OF_THE_USER]
    if proposal is None:
        return tuple(read)
    draft = Draft(proposal)
    return tuple(one for one in read if not _is_so(draft, one))


def _is_so(draft: Draft, change: Change) -> bool:
    if change.link is not None and change.link > len(draft.proposal.chain):
        return False
    return told(draft, change.field, change.link) == change.to.removeprefix(NEW)
