"""Many articles are worked on in several processes as in one, and one that fails stops no other."""

from __future__ import annotations

import pytest

from servanda.analyses.reading.article import Article
from servanda.workbench.reading.many import over_all
from tests.unit.reading import works

ARTICLES = [Article(str(number), f"Text {number}", ()) for number in range(6)]


def test_several_processes_give_what_one_gives_in_the_order_of_the_articles() -> None:
    one = over_all(ARTICLES, works.digest, processes=1)
    assert over_all(ARTICLES, works.digest, processes=2) == one
    assert [name for name, _ in one.results] == ["0", "1", "2", "3", "4", "5"]
    assert not one.checked.diagnostics
    assert over_all([], works.digest).results == ()


def test_each_process_is_prepared_once() -> None:
    done = over_all(ARTICLES, works.times_prepared, prepare=works.prepare, processes=2)
    assert {times for _, times in done.results} == {1}


@pytest.mark.parametrize("processes", [1, 2])
def test_an_article_that_fails_is_reported_and_stops_no_other(processes: int) -> None:
    done = over_all(ARTICLES, works.fail_on_three, processes=processes)
    assert done.results == ("0", "1", "2", "4", "5")
    (report,) = done.checked.diagnostics
    assert (report.code, report.origin.file) == ("SV951", "3")
    assert "RecursionError: too deep" in report.headline


def test_an_article_that_ends_its_process_is_reported_and_stops_no_other() -> None:
    done = over_all(ARTICLES, works.end_on_three, processes=2)
    assert done.results == ("0", "1", "2", "4", "5")
    assert [report.origin.file for report in done.checked.diagnostics] == ["3"]


def test_what_is_not_installed_is_named_whether_or_not_it_could_be_prepared() -> None:
    done = over_all(ARTICLES, works.needs_more, prepare=works.unprepared, processes=2)
    assert {report.code for report in done.checked.diagnostics} == {"SV955"}


@pytest.mark.parametrize("processes", [1, 2])
def test_who_watches_is_told_how_far_it_is(processes: int) -> None:
    told: list[tuple[int, int]] = []

    def watch(done: int, of: int) -> None:
        told.append((done, of))

    over_all(ARTICLES, works.digest, processes=processes, watch=watch)
    assert told == [(done, 6) for done in range(6)]


@pytest.mark.parametrize("processes", [1, 2])
def test_whoever_interrupts_it_is_obeyed(processes: int) -> None:
    def watch(done: int, of: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        over_all(ARTICLES, works.digest, processes=processes, watch=watch)
