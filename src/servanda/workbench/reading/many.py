"""The same work done on many articles, in several processes, with the results in their order."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, suppress
from multiprocessing import get_context
from typing import Generic, NamedTuple, TypeVar

from servanda.analyses.reading.article import Article
from servanda.core.diagnostic import Diagnostic
from servanda.workbench.reading.sources.failures import extra_needed, failed
from servanda.workbench.reports import Checked
from servanda.workbench.watch import Watch, unwatched

FEWEST_ARTICLES = 4
"""Fewer are done one after the other: a process takes longer to begin than to read them."""

ResultT = TypeVar("ResultT")


class Done(NamedTuple, Generic[ResultT]):
    """What came of the work.

    Attributes:
        results: Of each article on which it could be done, in the order of the articles.
        checked: On which it could not be done, and why.
    """

    results: tuple[ResultT, ...]
    checked: Checked


def over_all(
    articles: Sequence[Article],
    work: Callable[[Article], ResultT],
    *,
    prepare: Callable[[], object] | None = None,
    processes: int | None = None,
    watch: Watch = unwatched,
) -> Done[ResultT]:
    """Do some work on each article; the result is the same in one process or in several.

    An article on which the work fails is reported, and does not keep it from being done on the
    others, even where its process ends with it. Nothing is written; whoever interrupts it has
    nothing half done.

    Args:
        articles: In the order in which their results are wanted.
        work: A function that another process can find by its name.
        prepare: What each process does once before its first article: load a model.
        processes: How many; as many as there are processors where it is None.
        watch: Told how many are done, and of how many.
    """
    wanted = (os.cpu_count() or 1) if processes is None else processes
    several = wanted > 1 and len(articles) >= FEWEST_ARTICLES
    numbered = list(enumerate(articles))
    outcomes: dict[int, ResultT | Diagnostic] = {}
    found = _apart(numbered, work, prepare, wanted) if several else _in_turn(numbered, work)
    with closing(found):
        if articles:
            watch(0, len(articles))
        for number, outcome in found:
            outcomes[number] = outcome
            if len(outcomes) < len(articles):
                watch(len(outcomes), len(articles))
    in_order = [outcomes[number] for number, _ in numbered]
    return Done(
        tuple(one for one in in_order if not isinstance(one, Diagnostic)),
        Checked(diagnostics=tuple(one for one in in_order if isinstance(one, Diagnostic))),
    )


def _in_turn(
    numbered: Iterable[tuple[int, Article]], work: Callable[[Article], ResultT]
) -> Generator[tuple[int, ResultT | Diagnostic], None, None]:
    for number, article in numbered:
        yield number, _tried(work, article)


def _apart(
    numbered: Sequence[tuple[int, Article]],
    work: Callable[[Article], ResultT],
    prepare: Callable[[], object] | None,
    processes: int,
) -> Generator[tuple[int, ResultT | Diagnostic], None, None]:
    """The outcomes as they come; what was under way when a process ended is tried once more, alone."""
    again: list[tuple[int, Article]] = []
    pool = _pool(min(processes, len(numbered)), prepare)
    try:
        futures: dict[Future[ResultT | Diagnostic], tuple[int, Article]] = {}
        for number, article in numbered:
            try:
                futures[pool.submit(_tried, work, article)] = number, article
            except BrokenProcessPool:
                again.append((number, article))
        for future in as_completed(futures):
            try:
                yield futures[future][0], future.result()
            except BrokenProcessPool:
                again.append(futures[future])
    finally:
        pool.shutdown(cancel_futures=True)
    yield from _one_by_one(sorted(again, key=lambda one: one[0]), work, prepare)


def _one_by_one(
    numbered: Sequence[tuple[int, Article]],
    work: Callable[[Article], ResultT],
    prepare: Callable[[], object] | None,
) -> Generator[tuple[int, ResultT | Diagnostic], None, None]:
    """The outcomes in a process of their own, which begins anew where one article ends it."""
    pool = _pool(1, prepare)
    try:
        for number, article in numbered:
            try:
                yield number, pool.submit(_tried, work, article).result()
            except BrokenProcessPool:
                yield number, failed(article.name, "the process that read it ended")
                pool.shutdown()
                pool = _pool(1, prepare)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(processes: int, prepare: Callable[[], object] | None) -> ProcessPoolExecutor:
    """Processes that share nothing with this one, so that they do the same on every system."""
    return ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(prepare,)
    )


def _begin(prepare: Callable[[], object] | None) -> None:
    """Begin a process: who interrupts the work interrupts the one that waits for it.

    What cannot be prepared is reported with the first article, which needs it too.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if prepare is not None:
        with suppress(Exception):
            prepare()


def _tried(work: Callable[[Article], ResultT], article: Article) -> ResultT | Diagnostic:
    try:
        return work(article)
    except ImportError:
        return extra_needed(article.name, "an article")
    except Exception as error:  # a fault of ours in one article is no reason to lose the others
        return failed(article.name, f"{type(error).__name__}: {error}")
