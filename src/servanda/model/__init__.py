"""The intermediate representation: what an agreement, a scenario and a case are.

Built by :mod:`servanda.language` from text, or by a Python user directly. Every
type is frozen and has a JSON form (:mod:`servanda.model.interchange`), and all that a
text states has an origin. :mod:`servanda.model.words` says any of it in the language's
own English. May import :mod:`servanda.core` only.
"""
