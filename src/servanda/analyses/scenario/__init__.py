"""What a scenario leads to: the life of each duty, who is a party, what is undetermined and why.

Follows the numbered rules of `docs/semantics.md`. May import
:mod:`servanda.model` and :mod:`servanda.core`.
"""

from servanda.analyses.scenario.duties.inquiry import Inquiry, inquire
from servanda.analyses.scenario.facts.course import chain_of, supposed_in
from servanda.analyses.scenario.facts.text_as_read import Texts, UnknownNameError
from servanda.analyses.scenario.judging.expectations import judge, judged_in
from servanda.analyses.scenario.judging.of_conflicts import spoken_of
from servanda.analyses.scenario.simulate import outcome_of, simulate
from servanda.analyses.scenario.variations import variations, variations_in

__all__ = [
    "Inquiry",
    "Texts",
    "UnknownNameError",
    "chain_of",
    "inquire",
    "judge",
    "judged_in",
    "outcome_of",
    "simulate",
    "spoken_of",
    "supposed_in",
    "variations",
    "variations_in",
]
