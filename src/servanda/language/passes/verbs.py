"""The verbs and nouns of a case by each of their forms, its issues and its ladder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, assert_never, get_args

from servanda.model.builtins import RESPONSE
from servanda.model.vocabulary import Act, Forms, IncidentKind, Issue, Ladder

Form = Literal["infinitive", "third", "participle", "noun"]
FORMS: tuple[Form, ...] = get_args(Form)

Verb = Act | IncidentKind


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a case can say, ready to be looked up.

    Attributes:
        verbs: For each form of a verb, the acts and incidents by that form.
        issues: By name.
        ladder: The case's ladder, or the built-in one.
        unsure: Acts of which it is not known what they are done to, as is reported already.
    """

    verbs: Mapping[Form, Mapping[str, Verb]] = field(default_factory=dict)
    issues: Mapping[str, Issue] = field(default_factory=dict)
    ladder: Ladder = RESPONSE
    unsure: frozenset[str] = frozenset()

    @property
    def acts(self) -> tuple[Act, ...]:
        """Every act, the built-in ones first."""
        return tuple(v for v in self.verbs["infinitive"].values() if isinstance(v, Act))

    @property
    def kinds(self) -> tuple[IncidentKind, ...]:
        """Every kind of incident in the order declared."""
        every = self.verbs["infinitive"].values()
        return tuple(v for v in every if isinstance(v, IncidentKind))


def form_of(forms: Forms, form: Form) -> str:
    """One form of a verb."""
    match form:
        case "infinitive":
            return forms.infinitive
        case "third":
            return forms.third
        case "participle":
            return forms.participle
        case "noun":
            return forms.noun
        case _:
            assert_never(form)
