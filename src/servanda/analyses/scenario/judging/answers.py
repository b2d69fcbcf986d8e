"""Whether what is expected is so, and how what was found instead is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from servanda.analyses.scenario.outcome import DutyLife
from servanda.analyses.scenario.reasons.of_conditions import decisive
from servanda.analyses.scenario.reasons.statements import FEW
from servanda.core.calendar import Moment
from servanda.core.numerals import in_words
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict, all_of
from servanda.model.node import ActorId
from servanda.model.words import listing

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


class Answer(msgspec.Struct, frozen=True):
    """Whether a claim is so, and what was found.

    Attributes:
        why: What was found; its verdict is about its own statement, not about the claim.
        lives: The duties that the answer rests on, or that come nearest to the claim.
        another_term: Whether what is claimed is owed, but by another time.
        left_out: How many more reasons of the same kind there are than ``why`` gives.
    """

    verdict: Verdict
    why: Reason
    lives: tuple[DutyLife, ...] = ()
    another_term: bool = False
    left_out: int = 0


def sentence(why: Reason) -> str:
    """A reason in one sentence: what is so, and what decides that, where something is not so."""
    narrowest = decisive(why)
    if why.verdict is HOLDS or narrowest is why or narrowest.told in why.told:
        return why.told
    return f"{why.told}: {narrowest.told}"


def of_all(answers: Sequence[Answer]) -> Answer:
    """Whether a claim is so of each of several actors; the first that decides gives the reason."""
    found = all_of(answer.verdict for answer in answers)
    deciding = [answer for answer in answers if answer.verdict is found]
    lives = tuple(life for answer in deciding for life in answer.lives)
    if not deciding:
        return Answer(found, Reason(HOLDS, "nobody is named"))
    if len(deciding) == 1:
        return Answer(found, deciding[0].why, lives)
    reasons = tuple(answer.why for answer in deciding)
    text = "; ".join(sentence(reason) for reason in reasons[:FEW])
    if len(reasons) > FEW:
        text += f"; and {len(reasons) - FEW} more"
    return Answer(found, Reason(HOLDS, text, reasons[0].origin, reasons), lives)


# How many owe it.


def counted(answers: Mapping[ActorId, Answer], *, permitted: bool = False) -> str:
    """How many of some actors owe what is claimed, or may do it, and how it is with the others."""
    sure = [actor for actor, answer in answers.items() if answer.verdict is HOLDS]
    perhaps = [actor for actor, answer in answers.items() if answer.verdict is UNDETERMINED]
    others = {actor: answer for actor, answer in answers.items() if answer.verdict is FAILS}
    parts: list[str] = []
    if sure:
        total = len(answers)
        parts.append(f"{_who(sure, total)} may" if permitted else f"{_owe(sure, total)} it")
    parts += _otherwise(others, len(answers))
    if perhaps:
        parts.append(f"of {_who(perhaps, len(answers))} it is undetermined")
    idle = [actor for actor, answer in others.items() if not answer.lives]
    if idle:
        parts.append(_not_so(idle, others, len(answers), permitted=permitted))
    return "; ".join(parts) or "nobody is meant"


def _otherwise(others: Mapping[ActorId, Answer], total: int) -> Iterator[str]:
    """Those who owe it by another time, or owe something else, the like together."""
    groups: dict[tuple[bool, str, Moment | None], list[ActorId]] = {}
    for actor, answer in others.items():
        for life in answer.lives[:1]:
            what = "" if answer.another_term else f"{life.modality} {life.words}"
            groups.setdefault((answer.another_term, what, life.due), []).append(actor)
    for (another_term, what, due), actors in groups.items():
        if another_term:
            when = f"by {due}" if due else "without a term"
            yield f"{_owe(actors, total)} it, {when}"
        else:
            yield f"{_who(actors, total)} {what}" + (f" by {due}" if due else "")


def _not_so(
    idle: Sequence[ActorId], others: Mapping[ActorId, Answer], total: int, *, permitted: bool
) -> str:
    """Those who owe nothing of the kind, or may do nothing, and why the first of them does not."""
    why = others[idle[0]].why
    narrowest = decisive(why)
    because = f": {narrowest.told}" if narrowest is not why else ""
    if len(idle) == total:
        return f"nobody {'may' if permitted else 'owes it'}{because}"
    verb = "may" if permitted else "does" if len(idle) == 1 else "do"
    return f"{_who(idle, total)} {verb} not{because}"


def _owe(actors: Sequence[ActorId], total: int) -> str:
    return f"{_who(actors, total)} {'owes' if len(actors) == 1 else 'owe'}"


def _who(actors: Sequence[ActorId], total: int) -> str:
    """``all six``; a few by name; more with their number before their names."""
    number = in_words(len(actors))
    if len(actors) == total > 2:
        return f"all {number}"
    return listing(actors) if len(actors) <= FEW else f"{number} ({', '.join(actors)})"
