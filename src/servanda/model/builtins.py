"""What every case has without declaring it: the built-in acts and the ladder of responses.

A case that is built from Python objects takes :data:`ACTS` and :data:`RESPONSE` from here.
"""

from __future__ import annotations

from collections.abc import Mapping

from servanda.model.agreement import BoundBy
from servanda.model.node import ActId, DefinitionId, LadderId, Level
from servanda.model.vocabulary import Act, Forms, Ladder, ObjectSort

ASSIST = ActId("assist")

ENACT = ActId("enact")

SERIOUS = DefinitionId("serious")
"""The term by which a case says which incidents its coverage is about; no clause has to use it."""

# The acts that bear on the operation of an article.

SUSPEND = ActId("suspend")
RESUME = ActId("resume")
WAIVE = ActId("waive")

ON_OPERATION = frozenset({SUSPEND, RESUME, WAIVE})
"""The acts that have an effect only where an article gives the power to do them."""

# The acts of an agreement's own life.

SIGN = ActId("sign")
RATIFY = ActId("ratify")
ACCEDE = ActId("accede")
WITHDRAW = ActId("withdraw")
TERMINATE = ActId("notify termination")
REVOKE_WITHDRAWAL = ActId("revoke withdrawal")
REVOKE_TERMINATION = ActId("revoke termination")

REVOKES: Mapping[ActId, ActId] = {REVOKE_WITHDRAWAL: WITHDRAW, REVOKE_TERMINATION: TERMINATE}
"""Which notices each act takes back (VCLT art. 68)."""

OWN_LIFE = frozenset({SIGN, RATIFY, ACCEDE, WITHDRAW, TERMINATE, *REVOKES})
"""The acts by which a state becomes, or ceases to be, a party; no organ can do them."""

CONSENT: Mapping[BoundBy, ActId] = {"signature": SIGN, "ratification": RATIFY}
"""The act by which consent to be bound is expressed."""

LIFELONG = frozenset({SIGN, RATIFY, ACCEDE, ActId("consent"), ENACT})
"""Acts of an agreement's own life and of domestic law that count whenever done (C7)."""


def counts_for_good(act: ActId, declared: Act | None) -> bool:
    """Whether an act counts whenever it was done: of an agreement's own life, of domestic law (C7).

    Args:
        act: The act.
        declared: How the case declares it; None where it does not.
    """
    return act in LIFELONG or (declared is not None and declared.object in {"law", "agreement"})


NOTICE_OF_WITHDRAWAL = Forms(
    "notify withdrawal", "notifies withdrawal", "notified withdrawal", "withdrawal", "from"
)
"""How :data:`WITHDRAW` is said: a state withdraws by giving notice."""

# What every case has.

RESPONSE = Ladder(
    id=LadderId("response"),
    levels=tuple(
        Level(name)
        for name in ("refrain", "consult", "support", "military_assistance", "armed_force")
    ),
)
"""The ladder of a case that declares none."""

NOTHING = Level("refrain")
"""The lowest level of a ladder that begins with doing nothing, as :data:`RESPONSE` does (D19)."""


def _act(forms: str, title: str, takes: ObjectSort = "none", *, needed: bool = False) -> Act:
    infinitive, third, participle, noun, *preposition = forms.split()
    return Act(
        id=ActId(infinitive),
        forms=Forms(infinitive, third, participle, noun, *preposition),
        title=title,
        object=takes,
        needs_object=needed,
    )


NOTICE = Act(
    id=WITHDRAW,
    forms=NOTICE_OF_WITHDRAWAL,
    title="Notice of withdrawal",
    object="agreement",
)
"""Withdrawal, which begins with a notice."""


def _about_notice(id_: ActId, verb: str, notice: str, noun: str, title: str) -> Act:
    """Notice of termination, or the revocation of a notice."""
    third, past = ("notifies", "notified") if verb == "notify" else ("revokes", "revoked")
    preposition = "from" if notice == "withdrawal" else "of"
    forms = Forms(f"{verb} {notice}", f"{third} {notice}", f"{past} {notice}", noun, preposition)
    return Act(id=id_, forms=forms, title=title, object="agreement")


NOTICES: tuple[Act, ...] = (
    _about_notice(TERMINATE, "notify", "termination", "termination", "Notice of termination"),
    _about_notice(
        REVOKE_WITHDRAWAL,
        "revoke",
        "withdrawal",
        "revocation_of_withdrawal",
        "Revocation of a notice of withdrawal",
    ),
    _about_notice(
        REVOKE_TERMINATION,
        "revoke",
        "termination",
        "revocation_of_termination",
        "Revocation of a notice of termination",
    ),
)
"""Acts of two words, whose nouns an act that a case declares may have as well."""

ACTS: tuple[Act, ...] = (
    _act("sign signs signed signature", "Signature", "agreement"),
    _act("ratify ratifies ratified ratification", "Ratification", "agreement"),
    _act("accede accedes acceded accession to", "Accession", "agreement"),
    _act("consent consents consented consent to", "Consent", "agreement"),
    NOTICE,
    *NOTICES,
    _act("enact enacts enacted enactment", "Enactment", "law", needed=True),
    _act("request requests requested request", "Request", "act", needed=True),
    _act("invoke invokes invoked invocation", "Invocation", "article", needed=True),
    _act("suspend suspends suspended suspension", "Suspension", "text", needed=True),
    _act("resume resumes resumed resumption", "Resumption", "text", needed=True),
    _act("waive waives waived waiver", "Waiver", "article", needed=True),
    _act("consult consults consulted consultation", "Consultation", "actor"),
    _act("assist assists assisted assistance", "Assistance", "actor", needed=True),
    _act("report reports reported report", "Report"),
    _act("cease_fire ceases_fire ceased_fire ceasefire", "Ceasefire"),
)
"""The acts that every case has, those of an agreement's own life first."""
