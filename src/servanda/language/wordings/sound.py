"""Whether a line that can be read says what a treaty can mean, as far as its article shows it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import assert_never

from servanda.language.keywords import NOUNS, PEOPLE
from servanda.language.layout import LogicalLine
from servanda.language.tree import (
    Action,
    ArticleName,
    Has,
    Is,
    Modal,
    Names,
    Noun,
    PositionTree,
    SayingTree,
    The,
    Tree,
    WhenActs,
    WhenIncident,
    Within,
    Word,
)
from servanda.language.wordings.terms import Terms
from servanda.model.record import VERBS
from servanda.model.vocabulary import Forms

_BREACH = ("breaches", "breach")
_ADVERBS = frozenset({"together", "immediately", "promptly", "fully", "closely", "again"})
"""Words behind a verb that are no names, though they could be."""

_MODALS = frozenset({"must", "may", "shall", "will", "apply", "applies"})
"""Words of which one stands in a line that binds somebody, or makes an exception."""

_OF_CONDITIONS = {"decided": "decision", "found": "finding", "breached": "breach"}


def is_sound(tree: object, others: Sequence[LogicalLine], terms: Terms) -> bool:
    """Whether the names of a line are of the sort that it asks for.

    Args:
        tree: What the line has been read as.
        others: The other lines of its statement.
        terms: What the case calls things.
    """
    return all(_is_sound(part, others, terms) for part in _parts(tree))


def _parts(tree: object) -> Iterator[Tree | Word]:
    """A tree and everything in it."""
    if isinstance(tree, Word):
        yield tree
    elif isinstance(tree, tuple):
        for part in tree:
            yield from _parts(part)
    elif isinstance(tree, Tree):
        yield tree
        for field in dataclasses.fields(tree):
            yield from _parts(getattr(tree, field.name))


def _is_sound(tree: Tree | Word, others: Sequence[LogicalLine], terms: Terms) -> bool:
    match tree:
        case Word() | Names() | Noun() | The() | ArticleName():
            return _is_sound_name(tree, others, terms)
        case WhenIncident() | WhenActs() | Within():
            return _is_sound_event(tree, others, terms)
        case Modal() | Action():
            return _is_sound_rule(tree, terms)
        case Is():
            if tree.how == "the" and not _is_part(tree.right[0].text, others, terms):
                return False
            return _is_sound_comparison(tree, terms)
        case SayingTree(speaker=Names(names=speakers)):
            return all(_can_speak(name.text, terms) for name in speakers)
        case PositionTree():
            return tree.issue.text in terms.declared or tree.issue.text not in VERBS
        case Has():
            verb = terms.acts.get(tree.verb.text)
            return tree.verb.text == "breached" or _is_participle(verb, tree.verb.text)
        case _:
            return True


def _can_speak(name: str, terms: Terms) -> bool:
    """Whether somebody could be called so: not `having`, which nothing is called."""
    return name in terms.declared or not terms.declared or not name.islower()


def _is_sound_name(
    tree: Word | Names | Noun | The | ArticleName, others: Sequence[LogicalLine], terms: Terms
) -> bool:
    match tree:
        case Word():
            return tree.text in terms.names or tree.text.lower() not in terms.titles
        case Names():
            parts = frozenset(PEOPLE).union(*terms.roles.values()) - terms.names
            return all(one.text not in parts for one in tree.names)
        case Noun():
            return tree.noun.text in NOUNS or tree.noun.text in terms.plurals.values()
        case The():
            return tree.word.text in terms.plurals or _is_part(tree.word.text, others, terms)
        case ArticleName():
            return not terms.articles or tree.number.text in terms.articles
        case _:
            assert_never(tree)


def _is_sound_event(
    tree: WhenIncident | WhenActs | Within, others: Sequence[LogicalLine], terms: Terms
) -> bool:
    match tree:
        case WhenIncident():
            *adjectives, noun = (word.text for word in tree.words)
            kind = terms.kinds.get(noun)
            known = kind is not None and kind.noun == noun
            return known and all(word in terms.adjectives for word in adjectives)
        case WhenActs():
            return tree.verb.text in _BREACH or terms.done(tree.verb.text) is not None
        case Within():
            return tree.of is None or tree.of.text in starting_events(others, terms)
        case _:
            assert_never(tree)


def _is_participle(forms: Forms | None, word: str) -> bool:
    return forms is not None and forms.participle == word


def _is_sound_comparison(tree: Is, terms: Terms) -> bool:
    if isinstance(tree.left, Word) and (
        tree.left.text in terms.kinds or tree.left.text in terms.names
    ):
        return False
    if tree.how in {"is", "one_of"}:
        return all(word.text not in terms.regions for word in tree.right)
    if tree.how == "a":
        return all(word.text in {*NOUNS, *terms.plurals.values()} for word in tree.right)
    if tree.how != "in":
        return True
    return isinstance(tree.left, Word) and tree.left.text in terms.places.values()


def _is_sound_rule(rule: Modal | Action, terms: Terms) -> bool:
    if isinstance(rule, Action):
        if terms.committing(rule.verb.text) != rule.verb.text:
            return False
        named = (name.text for one in rule.objects if isinstance(one, Names) for name in one.names)
        if any(name in _ADVERBS or terms.refused(name) for name in named):
            return False
        if rule.objects and terms.deeds.get(rule.verb.text) is False:
            return False
        levels = (rule.level, rule.at_least, rule.at_most)
        return all(level is None or level.text in terms.levels for level in levels)
    if isinstance(rule.bearers, The) and rule.bearers.word.text in PEOPLE:
        return False
    several = isinstance(rule.bearers, The) and rule.bearers.word.text in terms.plurals
    if several and not rule.jointly:
        return False
    owed = rule.modality == "must" and rule.action.verb.text == "assist"
    return not owed or rule.action.level is not None or rule.action.at_least is not None


def _is_part(word: str, others: Sequence[LogicalLine], terms: Terms) -> bool:
    """Whether an article with these lines knows of somebody in such a part.

    An exception knows whom the article knows of that it disapplies, which is taken for granted.
    """
    words = [[token.text for token in line.tokens] for line in others]
    if any(not {"apply", "applies"}.isdisjoint(line) for line in words):
        return True
    trigger = next((line for line in words if line[:1] == ["when"]), [])
    if word == "author":
        return any(terms.done(one) or one in _BREACH for one in trigger)
    if word == "bearer":
        return any(not _MODALS.isdisjoint(line) for line in words)
    if word == "applicant":
        return any(line[-2:] == ["may", "accede"] for line in words)
    named = (one for line in words if line[:1] != ["only"] for one in line)
    kinds = (terms.kinds[one].infinitive for one in named if one in terms.kinds)
    return any(word in terms.roles.get(kind, ()) for kind in kinds)


def starting_events(lines: Sequence[LogicalLine], terms: Terms) -> tuple[str, ...]:
    """The nouns of the events that an article names, so that a term can count from them."""
    found: list[str] = []
    for line in lines:
        words = [token.text for token in line.tokens]
        if words[:1] == ["when"]:
            found += [w for w in words if w in terms.kinds and terms.kinds[w].noun == w][:1]
            verbs = (*words, *map(" ".join, pairwise(words)))
            found += [terms.acts[w].noun for w in verbs if terms.done(w)][:1]
            found += ["breach"] if not found and not set(words).isdisjoint(_BREACH) else []
        elif words[:2] == ["only", "if"]:
            found += [_OF_CONDITIONS[w] for w in words if w in _OF_CONDITIONS]
            acts = (terms.acts[w] for w in words if w in terms.acts and w not in _OF_CONDITIONS)
            found += [act.noun for act in acts if act.participle in words]
    return tuple(dict.fromkeys(found))
