"""What a scenario leads to: the life of each duty, who is a party, what is undetermined and why.

Follows the numbered rules of `docs/semantics.md`. May import
:mod:`servanda.model` and :mod:`servanda.core`.
"""
