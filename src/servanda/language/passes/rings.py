"""What refers to itself in the end: regions, definitions, exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from servanda.core.origin import Origin
from servanda.language.passes.reports import Reports
from servanda.model.agreement import Agreement, Disapply, OnOperation
from servanda.model.conditions import IncidentIs, leaves_through_findings
from servanda.model.definitions import Definition
from servanda.model.node import ArticleRef
from servanda.model.vocabulary import Region

LONGEST_CHAIN = 50
"""Through more references than this no reader follows, nor does a run."""

Links = Mapping[str, Mapping[str, Origin]]
"""Each name, what it refers to, and where."""


def check_rings(
    regions: Iterable[Region],
    definitions: Iterable[Definition],
    agreements: Iterable[Agreement],
    reports: Reports,
) -> None:
    """Report every ring once, at one of the places that close it, and chains without end."""
    contained, defined = _contained(regions), _defined_by(definitions)
    disapplied = _disapplied(agreements)
    for names, origin in rings(contained):
        reports.error(
            "SV312",
            origin,
            f"a region contains itself: {chain(names, 'contains')}",
            "leave one of these parts out",
        )
    for names, origin in rings(defined):
        reports.error(
            "SV313",
            origin,
            f"a term is defined by itself: {chain(names, 'is defined by')}",
            "define one of them by attributes of the incident",
        )
    for names, origin in rings(disapplied):
        reports.error(
            "SV314",
            origin,
            f"articles disapply one another: {chain(names, 'disapplies')}",
            "say in one of them which prevails, and leave the other exception out",
        )
    for names, origin in rings(_set_aside(agreements, disapplied)):
        if not all(
            name in disapplied and _next(names, n) in disapplied[name]
            for n, name in enumerate(names)
        ):
            reports.error(
                "SV347",
                origin,
                f"articles set one another aside: {chain(names, 'bears on')}",
                "an exception to a suspension is not itself suspended by it: leave one of them out",
            )
    for links in (contained, defined, disapplied):
        for origin in endless(links):
            report_endless(reports, origin)


def report_endless(reports: Reports, origin: Origin) -> None:
    """Report the place at which a chain of references grows too long."""
    reports.error(
        "SV330",
        origin,
        f"this refers on and on, through more than {LONGEST_CHAIN} others",
        "refer to the last one directly",
    )


def chain(names: tuple[str, ...], verb: str) -> str:
    """The names of a ring, one after another and back to the first."""
    return f" {verb} ".join((*names, names[0]))


def _contained(regions: Iterable[Region]) -> dict[str, dict[str, Origin]]:
    return {
        region.id: {part: line.origin for line in region.contains for part in line.parts}
        for region in regions
    }


def _defined_by(definitions: Iterable[Definition]) -> dict[str, dict[str, Origin]]:
    return {
        definition.id: {
            leaf.definition: leaf.origin
            for condition in definition.meanings
            for leaf in leaves_through_findings(condition)
            if isinstance(leaf, IncidentIs)
        }
        for definition in definitions
    }


def _disapplied(agreements: Iterable[Agreement]) -> dict[str, dict[str, Origin]]:
    found: dict[str, dict[str, Origin]] = {}
    for agreement in agreements:
        for article in agreement.articles:
            ref = ArticleRef(agreement.id, article.number)
            links = found.setdefault(cited(ref), {})
            for text in article.versions:
                if isinstance(text.effect, Disapply):
                    links[cited(text.effect.article)] = text.effect.origin
    return found


def _set_aside(agreements: Iterable[Agreement], disapplied: Links) -> Links:
    """The same, and the articles that an article suspends, has cease or has apply again."""
    found = {name: dict(links) for name, links in disapplied.items()}
    for agreement in agreements:
        for article in agreement.articles:
            links = found[cited(ArticleRef(agreement.id, article.number))]
            for text in article.versions:
                effect = text.effect
                if isinstance(effect, OnOperation) and isinstance(effect.text, ArticleRef):
                    links[cited(effect.text)] = effect.origin
    return found


def _next(names: tuple[str, ...], place: int) -> str:
    return names[(place + 1) % len(names)]


def cited(ref: ArticleRef) -> str:
    """An article with its agreement."""
    return f"article {ref.article} of {ref.agreement}"


def rings(links: Links) -> Iterator[tuple[tuple[str, ...], Origin]]:
    """Rings among names, each once, with the place that closes it.

    Of rings that share a name one is found, and the others once that one is broken.
    """
    for path, step in _walk(links):
        if step is not None and step[0] in path:
            names = tuple(path)
            yield names[names.index(step[0]) :], step[1]


def endless(links: Links) -> Iterator[Origin]:
    """Where a chain of references grows longer than anybody follows."""
    length: dict[str, int] = {}
    for path, step in _walk(links):
        if step is not None:
            continue
        name = next(reversed(path))
        targets = links.get(name, {})
        longest = max(targets, key=lambda to: length.get(to, 0), default=None)
        length[name] = 0 if longest is None else length.get(longest, 0) + 1
        if longest is not None and length[name] == LONGEST_CHAIN:
            yield targets[longest]


Step = tuple[str, Origin]
Path = dict[str, Iterator[Step]]


def _walk(links: Links) -> Iterator[tuple[Path, Step | None]]:
    """Every reference once, in depth first; None when a name is left for good.

    With each comes the way from where the walk began to the name in question.
    """
    done: set[str] = set()
    for start in links:
        path: Path = {}
        waiting = [] if start in done else [start]
        while waiting:
            name = waiting[-1]
            step = next(path.setdefault(name, iter(links.get(name, {}).items())), None)
            yield path, step
            if step is None:
                done.add(waiting.pop())
                del path[name]
            elif step[0] not in path and step[0] not in done:
                waiting.append(step[0])
