"""A drawn case of bargaining as the text that it is read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.model.bargaining import Linkage, Participation, Preferences, Requirement
from servanda.model.case import Case
from servanda.model.vocabulary import Actor, Issue, Option
from servanda.model.words import words


def written(case: Case) -> str:
    """The Markdown text of a case: its actors, issues and agreements without articles, and what is asked.

    Incidents, articles, events and what was said are not written.
    """
    statements = (
        *map(_actor, case.actors),
        *map(_issue, case.issues),
        *(
            f"agreement {one.id}{_titled(one.title)}\n  between {', '.join(one.between)}"
            for one in case.agreements
        ),
        *map(_requirement, case.requirements),
        *map(_preferences, case.preferences),
        *map(_participation, case.participations),
        *map(_linkage, case.linkages),
    )
    title = f'case "{case.title}"'
    return "\n".join(("```servanda", title, *statements, "```", ""))


def _titled(title: str) -> str:
    return f' "{title}"' if title else ""


def _lines(head: str, lines: Iterable[str]) -> str:
    return "\n".join((head, *(f"  {line}" for line in lines)))


def _grounds(
    of: Requirement | Preferences | Participation | Linkage,
) -> Iterator[str]:
    if not isinstance(of, Linkage) and of.rests_on:
        yield f"rests on {', '.join(of.rests_on)}"
    yield from (f'source "{source}"' for source in of.source)
    yield from (f'judgement "{judgement}"' for judgement in of.judgement)


def _actor(actor: Actor) -> str:
    return _lines(f"{actor.sort} {actor.id}{_titled(actor.title)}", _called(actor.called))


def _called(names: tuple[str, ...]) -> tuple[str, ...]:
    return (f"called {', '.join(map(_quoted, names))}",) if names else ()


def _quoted(name: str) -> str:
    return f'"{name}"'


def _issue(issue: Issue) -> str:
    options = map(_option, issue.options)
    settled = () if issue.settled is None else (f"settled on {issue.settled}",)
    head = f"issue {issue.id}{_titled(issue.title)}"
    return _lines(head, (*_called(issue.called), *options, *settled))


def _option(option: Option) -> str:
    return "\n    ".join((f"option {option.id}{_titled(option.title)}", *_called(option.called)))


def _requirement(one: Requirement) -> str:
    sort = "red line" if one.firm else "demand"
    cost = () if one.cost == 1 else (f"cost {one.cost}",)
    head = f"{sort} {one.id} of {one.party}{_titled(one.title)}"
    return _lines(head, (words(one), *cost, *_grounds(one)))


def _preferences(one: Preferences) -> str:
    aside = f"no agreement {one.no_agreement}"
    lines = (*map(words, one.valuations), *((aside,) if one.no_agreement else ()))
    return _lines(f"preferences of {one.party}", (*lines, *_grounds(one)))


def _participation(one: Participation) -> str:
    head = f"participation {one.id}{_titled(one.title)}"
    return _lines(head, (*map(words, one.rules), *_grounds(one)))


def _linkage(one: Linkage) -> str:
    return _lines(f"linkage {one.id}{_titled(one.title)}", (words(one), *_grounds(one)))
