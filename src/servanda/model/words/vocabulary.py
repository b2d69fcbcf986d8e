"""The words that a case declares: forms of verbs, plurals of groups, tops of ladders."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from servanda.model.builtins import ACTS
from servanda.model.case import Case, IncidentEvent
from servanda.model.inflection import regular
from servanda.model.vocabulary import Forms


class Vocabulary(msgspec.Struct, frozen=True):
    """The words that a case declares.

    Attributes:
        verbs: Forms of each act and of each kind of incident.
        plurals: Plural of each group.
        tops: Highest level of each ladder.
        several: Whether the case has several agreements, so that each has to be named.
        within: The agreement whose articles are quoted, which goes without saying.
    """

    verbs: Mapping[str, Forms] = {}
    plurals: Mapping[str, str] = {}
    tops: Mapping[str, str] = {}
    several: bool = False
    within: str = ""

    @staticmethod
    def of(case: Case) -> Vocabulary:
        """The vocabulary of a case."""
        return Vocabulary(
            verbs={a.id: a.forms for a in case.acts} | {k.id: k.forms for k in case.kinds},
            plurals={g.id: g.plural for g in case.groups},
            tops={ladder.id: ladder.levels[-1] for ladder in case.ladders if ladder.levels},
            several=len(case.agreements) > 1,
        )

    def of_agreement(self, agreement: str) -> Vocabulary:
        """The same vocabulary for the articles of one agreement, which they need not name."""
        return msgspec.structs.replace(self, within=agreement)

    def names(self, agreement: str) -> bool:
        """Whether an agreement has to be named."""
        return self.several and agreement != self.within

    def forms(self, verb: str) -> Forms:
        """The forms of an act or incident; regular ones where nothing gives them."""
        return self.verbs.get(verb) or _BUILT_IN.get(verb) or regular(verb)

    def own_name(self, incident: IncidentEvent) -> str:
        """The name of an incident; nothing where it goes by what it is ('the attack')."""
        forms = self.forms(incident.kind)
        unnamed = incident.id in {incident.kind, forms.noun, forms.infinitive}
        return "" if unnamed else incident.id


_BUILT_IN: Mapping[str, Forms] = {act.id: act.forms for act in ACTS}
"""Forms of the acts that every case has, also one built in Python that does not list them."""

PLAIN = Vocabulary()
"""Of a case that declares none: verbs of its own are regular, plurals end in ``s``."""
