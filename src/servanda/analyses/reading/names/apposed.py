"""Those who are named side by side: a name with its title, a head with all that it stands for."""

from __future__ import annotations

from itertools import pairwise

from servanda.analyses.reading.names.member import Member


def joined(found: list[Member]) -> list[Member]:
    """A title in apposition, taken together with the name beside it."""
    kept: list[Member] = []
    for member in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and not (member.joined or member.negated)
            and _apposed(before, member)
        ):
            _merge(before, member)
        else:
            kept.append(member)
    return kept


def _apposed(one: Member, other: Member) -> bool:
    """Whether of two that stand side by side one is the name and the other the title."""
    return (one.named and not one.offices and other.titled) or (
        one.titled and other.named and not other.offices
    )


def _merge(first: Member, second: Member) -> None:
    first.before.extend(second.before)
    first.of.extend(second.of)
    first.target.extend(second.target)
    first.offices.extend(second.offices)
    first.titles.extend(second.titles)
    first.persons = first.persons or second.persons
    first.written.extend(second.written)
    first.spelt.extend(second.spelt)
    first.owner = first.owner or second.owner
    first.former = first.former or second.former
    first.then = first.then or second.then
    first.not_held = first.not_held or second.not_held
    first.nouns.extend(second.nouns)
    first.softened = first.softened or second.softened
    first.sex = first.sex or second.sex
    first.owners.extend(second.owners)
    first.strange = first.strange or second.strange
    first.any_of_name = first.any_of_name or second.any_of_name
    first.apart = first.apart or second.apart


def shared(found: list[Member]) -> list[Member]:
    """The head of *U.S. and European leaders*, and the *of* of *leaders of France and Spain*."""
    for before, member in pairwise(found):
        if before.offices and before.of and member.bare and not before.named:
            member.offices = list(before.offices)
            member.of, member.before = [*member.of, *member.before], []
    for member, behind in reversed(list(pairwise(found))):
        head = behind.offices[-1:] if not behind.named and behind.before else []
        adjective = all(s.sort == "adjective" or s.written.isupper() for s in member.before)
        if (
            member.bare
            and head
            and head[0].sort in {"group", "people", "body"}
            and (
                member.bare_adjective
                or adjective
                or member.before[0].written in {"US", "U.S.", "UK"}
            )
        ):
            member.offices = list(head)
            member.headed = behind.headed
    return found
