"""Words for papers and recordings, and for how somebody comes to have them out."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PAPERS = _set(
    "letter email e-mail mail memo memorandum message transcript transcription minute minutes cable "
    "dispatch note recording tape audio video clip footage voicemail chat screenshot readout diary "
    "telegram correspondence log exchange conversation call"
)
"""In what somebody says or writes something that others may have out."""

WRITINGS = _set("document paper file text report statement declaration account")
"""In what things are said or written; also in what they are only set out."""

HANDING = _set(
    "publish release leak obtain share circulate post intercept distribute disclose record uncover "
    "seize hack steal acquire provide supply produce issue show see view review read reveal upload "
    "declassify unearth capture unveil forward"
)
"""Verbs by which somebody has a paper out, or comes by it."""

UNBIDDEN = _set("leak intercept steal hack")
"""Of them those that its author has no part in, whoever did it."""

UNBIDDEN_FORMS = _set("leaked intercepted stolen hacked bugged tapped")
"""What a paper is said to be that its author did not have out."""

OWN_HOUSE = _set(
    "ministry minister office government embassy spokesman spokeswoman spokesperson service party "
    "campaign team cabinet presidency chancellery secretariat department delegation aide staff "
    "administration side palace foreign affairs defence defense state prime president press "
    "premier information media newspaper daily broadcaster channel television agency magazine "
    "paper website station network outlet news weekly radio tv nation country "
    "email e-mail mail post phone telephone fax text courier"
)
"""Who has out what its author says where no other party is named: its own office, a medium, *email*."""
