"""The intermediate representation: what an agreement, a scenario and a case are.

Built by :mod:`servanda.language` from text, or by a Python user directly. Every
type is frozen, has a JSON form (:mod:`servanda.model.interchange`) and an
origin. May import :mod:`servanda.core` only.
"""
