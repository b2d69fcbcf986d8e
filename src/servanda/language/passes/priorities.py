"""Priorities that contradict one another or form a ring (rule P1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from servanda.core.origin import Origin
from servanda.language.passes.reports import Reports
from servanda.language.passes.rings import Links, chain, cited, rings
from servanda.model.agreement import Agreement, Article
from servanda.model.node import ArticleRef
from servanda.model.priorities import Priorities


def check_priorities(agreements: Iterable[Agreement], reports: Reports) -> None:
    """Report what has priority over itself, and what is both above and below something else.

    Each article is taken as it stands, and by each of its readings.
    """
    known = tuple(agreements)
    said = [Priorities(articles, known) for articles in _as_read(known)]
    by_articles = [
        (cited(one.prevailing), cited(one.yielding), one.origin)
        for each in said
        for one in each.articles
    ]
    ranks = said[0].ranks
    for by_name in (True, False):
        level = [r for r in ranks if r.by_name is by_name]
        _check([(str(r.prevailing), str(r.yielding), r.origin) for r in level], reports)
    _check(by_articles, reports)


def _as_read(agreements: tuple[Agreement, ...]) -> Iterator[Mapping[ArticleRef, Article]]:
    """The articles as they stand; and alone, each reading of one."""
    yield {ArticleRef(a.id, article.number): article for a in agreements for article in a.articles}
    for agreement in agreements:
        for article in agreement.articles:
            for reading in article.readings:
                yield {ArticleRef(agreement.id, article.number): reading.article}


def _check(said: Iterable[tuple[str, str, Origin]], reports: Reports) -> None:
    links: dict[str, dict[str, Origin]] = {}
    contrary = set()
    for above, below, origin in said:
        if above == below:
            reports.error(
                "SV352",
                origin,
                f"{above} cannot have priority over itself",
                "name the other one, or leave the line out",
            )
            continue
        links.setdefault(above, {}).setdefault(below, origin)
        other = links.get(below, {}).get(above)
        if other is not None and frozenset((above, below)) not in contrary:
            contrary.add(frozenset((above, below)))
            reports.error(
                "SV351",
                origin,
                f"{above} prevails over {below} by this line, and gives way to it by another",
                "leave out one of the two lines",
                related=(("the contrary is said here", other),),
            )
    _check_rings(links, contrary, reports)


def _check_rings(links: Links, contrary: set[frozenset[str]], reports: Reports) -> None:
    single = {
        above: {to: at for to, at in below.items() if frozenset((above, to)) not in contrary}
        for above, below in links.items()
    }
    for names, origin in rings(single):
        reports.error(
            "SV350",
            origin,
            f"priorities form a ring: {chain(names, 'prevails over')}",
            "leave out one of these lines",
        )
