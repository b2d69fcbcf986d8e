"""The queue: which proposal is asked about, and what an answer does. Nothing here reads or writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from servanda.analyses.reading.proposal import Proposal
from servanda.core.spelling import near
from servanda.workbench.reading.confirmation.decisions import Decision
from servanda.workbench.reading.confirmation.drafts import (
    CAN_BE_EMPTY,
    FIELDS,
    Change,
    Desk,
    Field,
    Refused,
)
from servanda.workbench.reading.confirmation.fields import TYPED
from servanda.workbench.reading.confirmation.links import NEW, known_person
from servanda.workbench.reading.confirmation.naming import DID_YOU_MEAN
from servanda.workbench.reading.confirmation.order import is_plain, tellings
from servanda.workbench.reading.confirmation.review import APART, Review, notes_on
from servanda.workbench.reading.confirmation.taking import Taking, taken
from servanda.workbench.reading.confirmation.typed import number

Asked = Literal["what", "field", "value", "all", "none"]
"""What the next answer is to: what to do with the proposal; which field is to be corrected; to
what; whether all plain ones are meant; that none is plain."""

KEYS: Mapping[str, str] = {
    "y": "confirm it",
    "s": "confirm it as a statement of its own, though the record has the same saying",
    "e": "correct a field: `e`, or at once `e kind offers`, `e 1 party USA` (saying 1 is the outermost,"
    " and without a number it is the innermost); `e ?` lists the fields",
    "n": "drop it: `n`, or with the reason behind it, `n a headline`",
    "l": "leave it for later",
    "u": "take the last decision back",
    "a": "confirm all that are plain and sure",
    "q": "end here; what was confirmed goes to the record",
    "?": "this list",
}
"""What can be answered about a proposal; a number takes the suggestion with that number, of those
that were made last."""


class State(NamedTuple):
    """Where the queue is.

    Attributes:
        put_off: What was left for later since the beginning.
        at: The id of the proposal that is asked about; None where nothing is left.
        field: The field that is being corrected.
        link: The saying of the chain that it is of; None for the innermost.
        said: What to tell the user before asking again.
        offered: What may have been meant by what was refused, as corrections to be taken by number.
    """

    review: Review
    put_off: frozenset[str] = frozenset()
    at: str | None = None
    asked: Asked = "what"
    field: Field = "kind"
    link: int | None = None
    said: tuple[str, ...] = ()
    offered: tuple[Change, ...] = ()


class Answered(NamedTuple):
    """What an answer leads to: the next state, what is to be kept, and whether that is the end."""

    state: State
    decisions: tuple[Decision, ...] = ()
    ended: bool = False


def begun(review: Review, desk: Desk) -> State:
    """The queue at its first open proposal."""
    return _onward(State(review), desk)


def is_open(state: State, proposal: Proposal, desk: Desk) -> bool:
    """Whether nothing was decided of a proposal yet, or it was left for later earlier on."""
    if proposal.id in state.review.entered or proposal.id in state.put_off:
        return False
    return state.review.settled(proposal, desk).verb in {None, "later"}


def left(state: State, desk: Desk) -> list[Proposal]:
    """The proposals that are still open."""
    return [one for one in state.review.proposals if is_open(state, one, desk)]


def later(state: State, desk: Desk) -> list[Proposal]:
    """The proposals that were left for later, and are asked about again the next time."""
    some = (one for one in state.review.proposals if one.id not in state.review.entered)
    return [one for one in some if state.review.settled(one, desk).verb in {None, "later"}]


def plain_ones(state: State, desk: Desk) -> list[Proposal]:
    """Those open that may be confirmed together: plain, sure, new, and whole in the record."""
    found, told = [], tellings(state.review.proposals)
    for one in left(state, desk):
        draft = state.review.settled(one, desk).draft
        if one.id not in told and is_plain(draft.proposal) and not notes_on(draft, desk):
            found.append(one)
    return found


def suggested(proposal: Proposal, desk: Desk) -> list[Change]:
    """What a proposal might mean instead, as corrections that can be taken by their number."""
    found: list[Change] = []
    for at, link in enumerate(proposal.chain, 1):
        for name in link.speaker.person.suggested:
            to = name if known_person(name, desk) is not None else f"{NEW}{name}"
            found.append(Change("person", to, at))
        found += [Change("party", name, at) for name in link.speaker.parties.suggested]
        found += [Change("kind", name, at) for name in link.kind.suggested]
        found += [Change("date", day, at) for day in link.day.suggested]
    found += [Change("issue", name) for name in proposal.topics.suggested]
    found += [Change("factuality", name) for name in proposal.factuality.suggested]
    found += [Change("addressee", name) for name in proposal.addressees.suggested]
    return found


def answered(state: State, text: str, desk: Desk) -> Answered:
    """What an answer leads to.

    Args:
        state: Where the queue is.
        text: What was typed.
        desk: The case and the article.
    """
    text, offered = text.strip(), state.offered
    state = state._replace(said=(), offered=())
    chosen = number(text)
    if offered and chosen is not None:
        return _chosen(state, chosen, offered, desk)
    match state.asked:
        case "what":
            return _what(state, text, desk)
        case "field":
            return _field(state, text, desk)
        case "value":
            return _value(state, text, desk)
        case "all":
            return _all(state, text, desk)
        case "none":
            return _none(state, text)


def ended(state: State) -> Answered:
    """The end, as where nothing more is to be read: what was decided stays decided."""
    return Answered(state._replace(said=()), ended=True)


# What to do with a proposal.


def _what(state: State, text: str, desk: Desk) -> Answered:
    key, _, rest = text.partition(" ")
    if key == "" and state.at is None:
        return ended(state)
    chosen = number(key)
    if chosen is not None:
        return _suggestion(state, chosen, desk)
    act = _ACTS.get(key.casefold())
    if act is None:
        likely = near(key, [*KEYS])
        said = f"`{text}` is none of {', '.join(KEYS)}" if text else "one of the keys, please"
        return _told(state, said, *(f"did you mean `{one}`?" for one in likely))
    if state.at is None and key.casefold() not in {"u", "q", "?"}:
        return _told(state, "everything is decided")
    return act(state, rest.strip(), desk)


def _confirm(state: State, _rest: str, desk: Desk) -> Answered:
    return _decided(state, Decision("confirm", state.at or ""), desk)


def _apart(state: State, _rest: str, desk: Desk) -> Answered:
    return _decided(state, Decision("confirm", state.at or "", (APART,)), desk)


def _drop(state: State, rest: str, desk: Desk) -> Answered:
    return _decided(state, Decision("drop", state.at or "", reason=rest), desk)


def _later(state: State, _rest: str, desk: Desk) -> Answered:
    name = state.at or ""
    state = state._replace(put_off=state.put_off | {name})
    return _decided(state, Decision("later", name), desk)


def _undo(state: State, _rest: str, desk: Desk) -> Answered:
    last = state.review.last()
    if last is None:
        return _told(state, "there is nothing to take back")
    undo = Decision("undo", last.proposal)
    found = taken(state.review, undo, desk)
    if isinstance(found, Refused):
        return _told(state, found.why, *found.hints)
    put_off = state.put_off - {last.proposal}
    said = (f"taken back: {last.verb} of {last.proposal}",)
    back = State(found.review, put_off, last.proposal, said=said)
    return Answered(back, (found.decision,))


def _ask_for_all(state: State, _rest: str, desk: Desk) -> Answered:
    if plain_ones(state, desk):
        return Answered(state._replace(asked="all"))
    why = "none of those left is plain and sure: each asks for a look of its own"
    return _told(state._replace(asked="none"), why)


def _quit(state: State, _rest: str, _desk: Desk) -> Answered:
    return ended(state)


def _help(state: State, _rest: str, _desk: Desk) -> Answered:
    return _told(state, *(f"{key}  {about}" for key, about in KEYS.items()))


def _edit(state: State, rest: str, desk: Desk) -> Answered:
    if not rest:
        return Answered(state._replace(asked="field"))
    return _field(state, rest, desk)


_ACTS: Mapping[str, Callable[[State, str, Desk], Answered]] = {
    "y": _confirm,
    "s": _apart,
    "e": _edit,
    "n": _drop,
    "l": _later,
    "u": _undo,
    "a": _ask_for_all,
    "q": _quit,
    "?": _help,
}


def _suggestion(state: State, chosen: int, desk: Desk) -> Answered:
    """Take a suggestion by its number."""
    proposal = state.review.proposal(state.at or "")
    if proposal is None:
        return _told(state, "everything is decided")
    changes = suggested(state.review.settled(proposal, desk).draft.proposal, desk)
    return _chosen(state, chosen, changes, desk)


def _chosen(state: State, chosen: int, changes: Sequence[Change], desk: Desk) -> Answered:
    if not 1 <= chosen <= len(changes):
        return _told(state._replace(offered=tuple(changes)), f"there is no suggestion {chosen}")
    return _corrected(state, changes[chosen - 1], desk)


# Corrections.


def _field(state: State, text: str, desk: Desk) -> Answered:
    """``kind``, ``1 party``, or at once with the value: ``1 party USA``."""
    first, _, rest = text.partition(" ")
    link = number(first)
    words = rest.strip() if link is not None else text
    name, _, value = words.partition(" ")
    state = state._replace(asked="what")
    if not name:
        return Answered(state)
    if name == "?":
        return _told(state, *(f"{one:<11}{TYPED[one]}" for one in FIELDS))
    field = next((one for one in FIELDS if one == name.casefold()), None)
    if field is None:
        likely = (f"did you mean `{one}`?" for one in near(name, FIELDS))
        return _told(state, f"`{name}` is no field", *likely, f"the fields are {', '.join(FIELDS)}")
    if value.strip():
        return _corrected(state, Change(field, value.strip(), link), desk)
    return Answered(state._replace(asked="value", field=field, link=link))


def _value(state: State, text: str, desk: Desk) -> Answered:
    if not text:
        empty = ", `none` empties it" if state.field in CAN_BE_EMPTY else ""
        return _told(state._replace(asked="what"), f"nothing is changed{empty}")
    return _corrected(state, Change(state.field, text, state.link), desk)


def _corrected(state: State, change: Change, desk: Desk) -> Answered:
    """A correction; the same proposal is asked about again."""
    found = taken(state.review, Decision("correct", state.at or "", (change,)), desk)
    state = state._replace(asked="what")
    if isinstance(found, Refused):
        return _instead(state, change, found)
    asked = state.review.proposal(state.at or "")
    if asked is not None and found.review.settled(asked, desk) == state.review.settled(asked, desk):
        return _told(state, "nothing is changed: it is so already")
    return Answered(state._replace(review=found.review), (found.decision,))


def _instead(state: State, change: Change, refused: Refused) -> Answered:
    """Why a correction is refused; what may have been meant by it can be taken by its number."""
    offered = tuple(Change(change.field, one, change.link) for one in refused.instead)
    numbered = (f"[{n}] {DID_YOU_MEAN}{one.to}`?" for n, one in enumerate(offered, 1))
    others = (one for one in refused.hints if not offered or not one.startswith(DID_YOU_MEAN))
    return _told(state._replace(offered=offered), refused.why, *numbered, *others)


# Decisions.


def _decided(state: State, decision: Decision, desk: Desk) -> Answered:
    found = taken(state.review, decision, desk)
    state = state._replace(asked="what")
    if isinstance(found, Refused):
        put_off = state.put_off - {decision.proposal}
        return _told(state._replace(put_off=put_off), found.why, *found.hints)
    return Answered(_onward(state._replace(review=found.review), desk), (found.decision,))


def _all(state: State, text: str, desk: Desk) -> Answered:
    """Confirm all plain ones, if that is what is wanted."""
    state = state._replace(asked="what")
    if text.casefold() not in {"y", "yes"}:
        return Answered(state)
    taking = Taking(state.review, desk)
    for one in plain_ones(state, desk):
        taking.take(Decision("confirm", one.id))
    state = state._replace(review=taking.review)
    return Answered(_onward(state, desk), tuple(taking.new))


def _none(state: State, text: str) -> Answered:
    """Go on where none is plain: a ``y`` that was meant for all of them confirms nothing."""
    state = state._replace(asked="what")
    return (
        _told(state, f"`{text}` has changed nothing: none was plain") if text else Answered(state)
    )


def _onward(state: State, desk: Desk) -> State:
    """The next open proposal after this one, else the first."""
    proposals = state.review.proposals
    at = next((n for n, one in enumerate(proposals) if one.id == state.at), -1)
    round_ = (*proposals[at + 1 :], *proposals[: at + 1])
    found = next((one.id for one in round_ if is_open(state, one, desk)), None)
    return state._replace(at=found)


def _told(state: State, *said: str) -> Answered:
    return Answered(state._replace(said=said))
