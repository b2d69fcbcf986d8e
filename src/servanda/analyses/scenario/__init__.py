"""What a scenario leads to: the life of each duty, who is a party, what is undetermined and why.

Follows the numbered rules of `docs/semantics.md`. May import
:mod:`servanda.model` and :mod:`servanda.core`.
"""

from servanda.analyses.scenario.facts.text_as_read import UnknownNameError
from servanda.analyses.scenario.judging.expectations import judge
from servanda.analyses.scenario.simulate import simulate
from servanda.analyses.scenario.variations import variations

__all__ = ["UnknownNameError", "judge", "simulate", "variations"]
