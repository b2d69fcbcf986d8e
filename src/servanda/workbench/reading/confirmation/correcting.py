"""A correction of a draft: taken where it fits the case, refused with what it may mean otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import get_args

from msgspec.structs import replace

from servanda.analyses.reading.chains import standing_of
from servanda.analyses.reading.proposal import Factuality, Guess, Manner
from servanda.core.spelling import near
from servanda.workbench.reading.confirmation.chaining import is_denied, telling
from servanda.workbench.reading.confirmation.drafts import (
    CAN_BE_EMPTY,
    Change,
    Desk,
    Draft,
    Field,
    LinkField,
    Refused,
    is_of_link,
)
from servanda.workbench.reading.confirmation.fields import AS_IN_THE_TEXT, NONE, told
from servanda.workbench.reading.confirmation.links import changed_link, new_link
from servanda.workbench.reading.confirmation.naming import parties_of, persons_of, suggestions
from servanda.workbench.reading.confirmation.typed import (
    CORRECTED,
    by_hand,
    is_taken_from,
    names,
    number,
    one_line,
    one_of,
    topics,
    unquoted,
)


def as_meant(change: Change) -> Change:
    """A correction without quotes around what was typed; `none` is nothing."""
    to = unquoted(change.to)
    empties = change.field in CAN_BE_EMPTY and to.casefold() == NONE
    return replace(change, to="" if empties else to)


def corrected(draft: Draft, change: Change, desk: Desk) -> Draft | Refused:
    """A draft with one field corrected; the standing follows from its chain.

    Args:
        draft: The draft.
        change: The correction.
        desk: The case and the article that it has to fit.
    """
    chain, change = draft.proposal.chain, as_meant(change)
    if change.link is not None and not 1 <= change.link <= len(chain):
        return Refused(f"there is no saying {change.link} in its chain of {len(chain)}")
    if change.to == told(draft, change.field, change.link) and not _guessed(draft, change):
        return draft
    field = change.field
    if is_of_link(field):
        found = _with_link(draft, change, desk, field)
    else:
        found = _OWN[field](draft, change.to, desk)
    return found if isinstance(found, Refused) else _without_effect(found) or found


def _without_effect(draft: Draft) -> Refused | None:
    """That a kind which somebody has typed would be another one in the record."""
    proposal = draft.proposal
    for at, (outer, inner) in enumerate(pairwise(proposal.chain), 1):
        kind = outer.kind.value
        innermost = at + 1 == len(proposal.chain)
        negated = inner.negated or (innermost and is_denied(proposal))
        has = telling(kind, negated=negated)
        if outer.kind.reason != CORRECTED or isinstance(has, Refused) or has == kind:
            continue
        why = f"of who tells what another says the record has `{has}`, and not `{kind}`"
        hints = (
            f"write `{has}`" if not negated else f"write `{has}`, or correct `negated` first",
            f"or keep that saying alone, with `e chain {at}`, and correct its kind then",
        )
        return Refused(why, hints)
    return None


def _guessed(draft: Draft, change: Change) -> bool:
    """Whether who speaks is only a guess so far, so that to say the same makes it sure."""
    if change.field not in {"speaker", "party", "person"} or not change.to:
        return False
    speaker = draft.proposal.chain[-1 if change.link is None else change.link - 1].speaker
    return "unsure" in {speaker.parties.tier, speaker.person.tier}


def _with_link(draft: Draft, change: Change, desk: Desk, field: LinkField) -> Draft | Refused:
    chain = list(draft.proposal.chain)
    at = len(chain) - 1 if change.link is None else change.link - 1
    link = changed_link(chain[at], field, change.to, desk)
    if isinstance(link, Refused):
        return link
    chain[at] = link
    return _following(draft._replace(proposal=replace(draft.proposal, chain=tuple(chain))))


def _following(draft: Draft) -> Draft:
    """The draft with the standing that its chain gives."""
    proposal = draft.proposal
    found = standing_of(proposal.chain, proposal.manner.value == "summed_up")
    if found.value == proposal.standing.value:
        return draft
    return draft._replace(proposal=replace(proposal, standing=found))


def _issue(draft: Draft, to: str, desk: Desk) -> Draft | Refused:
    found = topics(to, desk.case)
    return found if isinstance(found, Refused) else _read(draft, topics=by_hand(found))


def _factuality(draft: Draft, to: str, _desk: Desk) -> Draft | Refused:
    found: Factuality | Refused = one_of(to, get_args(Factuality), "factuality")
    if isinstance(found, Refused):
        return found
    if found == "asserted" and not draft.given.only_if and draft.proposal.condition.value:
        draft = _read(draft, condition=Guess(None, "sure", "follows from the factuality"))
    return _read(draft, factuality=by_hand(found))


def _addressee(draft: Draft, to: str, desk: Desk) -> Draft | Refused:
    known = {**persons_of(desk.case), **parties_of(desk.case)}
    found = names(to, known, "party or person")
    return found if isinstance(found, Refused) else _read(draft, addressees=by_hand(found))


def _manner(draft: Draft, to: str, _desk: Desk) -> Draft | Refused:
    found: Manner | Refused = one_of(to, get_args(Manner), "manner")
    if isinstance(found, Refused):
        return found
    return _following(_read(draft, manner=by_hand(found)))


def _medium(draft: Draft, to: str, _desk: Desk) -> Draft | Refused:
    return _read(draft, medium=by_hand(one_line(to)))


def _read(draft: Draft, **fields: object) -> Draft:
    return draft._replace(proposal=replace(draft.proposal, **fields))


def _condition(draft: Draft, to: str, desk: Desk) -> Draft | Refused:
    """A condition in the words of the language, none, or that of the text as it stands.

    What hangs on none is not conditional, and what hangs on one is not simply asserted.
    """
    proposal, given = draft
    if not to:
        unbound = Draft(replace(proposal, condition=by_hand(None)), replace(given, only_if=""))
        return _hanging(unbound, "conditional", "asserted")
    if to == AS_IN_THE_TEXT:
        if proposal.condition.value is None:
            return Refused("the text has no condition here")
        return _hanging(Draft(proposal, replace(given, only_if="")), "asserted", "conditional")
    read = desk.condition(to)
    if isinstance(read, Refused):
        return read
    return _hanging(Draft(proposal, replace(given, only_if=to)), "asserted", "conditional")


def _hanging(draft: Draft, was: Factuality, now: Factuality) -> Draft:
    """A draft whose factuality follows from its condition, where it was this one."""
    if draft.proposal.factuality.value != was:
        return draft
    return _read(draft, factuality=Guess(now, "sure", "follows from the condition"))


def _cut(draft: Draft, to: str, _desk: Desk) -> Draft | Refused:
    """The outermost sayings of the chain alone: what is within them was not said by anybody."""
    chain = draft.proposal.chain
    kept = number(to)
    if kept is None or not 1 <= kept <= len(chain):
        why = f"a chain of {len(chain)} is cut to a number from 1 to {len(chain)}"
        return Refused(why, ("those that stay are counted from the outermost",))
    return _following(draft._replace(proposal=replace(draft.proposal, chain=chain[:kept], cue=())))


def _within(draft: Draft, to: str, desk: Desk) -> Draft | Refused:
    """One more saying within the innermost: what the statement is about is that one's from then on."""
    link = new_link(to, desk)
    if isinstance(link, Refused):
        return link
    proposal = draft.proposal
    cue = () if proposal.content else proposal.cue
    return _following(_read(draft, chain=(*proposal.chain, link), cue=cue))


def _before(draft: Draft, to: str, desk: Desk) -> Draft | Refused:
    """One more saying before the outermost: somebody through whom all of it is known."""
    link = new_link(to, desk)
    if isinstance(link, Refused):
        return link
    return _following(_read(draft, chain=(link, *draft.proposal.chain)))


def _gist(draft: Draft, to: str, desk: Desk) -> Draft | Refused:
    if is_taken_from(to, desk.article.text):
        hint = "say it in your own words; `--keep-words` keeps the words of the article beside it"
        return Refused(
            "this is the text of the article, and a gist is told in other words", (hint,)
        )
    return draft._replace(given=replace(draft.given, gist=one_line(to)))


def _about(draft: Draft, to: str, desk: Desk) -> Draft | Refused:
    there = [str(one.id) for one in desk.case.statements]
    if to and to not in there:
        likely = near(to, there)
        return Refused(f"the record has no statement `{to}`", suggestions(likely), likely)
    return draft._replace(given=replace(draft.given, about=to))


def _apart(draft: Draft, to: str, _desk: Desk) -> Draft | Refused:
    said = one_of(to, ("yes", "no"), "yes or no")
    if isinstance(said, Refused):
        return said
    return draft._replace(given=replace(draft.given, apart=said == "yes"))


_OWN: Mapping[Field, Callable[[Draft, str, Desk], Draft | Refused]] = {
    "issue": _issue,
    "condition": _condition,
    "factuality": _factuality,
    "addressee": _addressee,
    "manner": _manner,
    "medium": _medium,
    "chain": _cut,
    "within": _within,
    "before": _before,
    "gist": _gist,
    "about": _about,
    "apart": _apart,
}
