"""``python -m bench``: prints every ratio; ``--quick`` for one round, to see that it runs."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from markdown_it import MarkdownIt

from bench.alliances import alliances_and_wars, owed
from bench.bargaining import absent as absent_solvers
from bench.bargaining import bargains
from bench.diagrams import absent, guarantees, memory
from bench.diagrams import growth as growth_of_diagrams
from bench.growth import league, pact
from bench.ratio import Ratio, peak_memory, run_cold, seconds_of
from bench.reading import missing, reader
from servanda.analyses.coverage.gaps import gaps
from servanda.analyses.coverage.map import coverage_map
from servanda.analyses.coverage.standing import Standing
from servanda.analyses.coverage.story import story
from servanda.analyses.coverage.survey import Survey, survey
from servanda.analyses.scenario import simulate
from servanda.analyses.scenario.duties.inquiry import inquire
from servanda.analyses.scenario.facts.text_as_read import Texts
from servanda.core.calendar import Moment
from servanda.language.folder import Source, read_folder
from servanda.language.parser import parse
from servanda.model.case import Case, Scenario
from servanda.model.node import KindId, Level
from servanda.testing import cases, moments
from servanda.workbench import load_case
from servanda.workbench.checking import checked_case
from servanda.workbench.standing import footing
from tests.differential.calculus.answers import answers as answers_in_clingo
from tests.differential.drawn.cases import Draw
from tests.differential.witness import answers
from tests.docs.grammar import blocks, lark

BARE = "pass"
HELP = "from servanda.cli.main import main; main(['--help'])"
BRIEF = "from servanda.cli.main import main; main(['brief'])"

SCENARIOS = 100
"""How many drawn scenarios the engine and its witness run in a round."""

AGREEMENTS = 5
"""How many drawn agreements the engine and clingo run in a round, twenty scenarios of each."""

INCIDENTS = 20
"""How many incidents of a coverage the engine runs, one by one."""

NATO_TODAY = dt.date(2024, 3, 7)

LAST_DAY = dt.date(2026, 4, 1)


def packaged_sources() -> list[tuple[Source, ...]]:
    """The texts of every packaged case."""
    with as_file(files("servanda") / "cases") as cases:
        folders = sorted(p for p in Path(cases).iterdir() if p.is_dir())
        return [read_folder(folder)[0] for folder in folders]


def commands(rounds: int) -> Iterator[Ratio]:
    """What a command costs from a cold start, against a bare start of Python."""
    times = [[run_cold(("-c", code)) for code in (BARE, HELP, BRIEF)] for _ in range(rounds + 1)]
    helps = [help_ / bare for bare, help_, _ in times[1:]]
    briefs = [brief / bare for bare, _, brief in times[1:]]
    yield Ratio.of("`servanda --help`, time", "`python -c pass`", helps)
    yield Ratio.of("`servanda brief`, time", "`python -c pass`", briefs)
    bare, brief = peak_memory(BARE), peak_memory(BRIEF)
    if bare and brief:
        yield Ratio.of("`servanda brief`, peak memory", "`python -c pass`", [brief / bare])


def reading(rounds: int) -> Iterator[Ratio]:
    """Reading the packaged cases, against reading the same texts as Markdown alone."""
    folders = packaged_sources()
    texts = [source for sources in folders for source in sources]
    markdown = MarkdownIt()
    works: tuple[Callable[[], object], ...] = (
        lambda: [markdown.parse(source.text) for source in texts],
        lambda: [parse(source) for source in texts],
        lambda: [checked_case(sources) for sources in folders],
    )
    times = [[seconds_of(work) for work in works] for _ in range(rounds + 1)][1:]
    trees = [tree / plain for plain, tree, _ in times]
    models = [model / plain for plain, _, model in times]
    yield Ratio.of("packaged cases to syntax trees, time", "markdown-it-py, same texts", trees)
    yield Ratio.of("packaged cases to checked models, time", "markdown-it-py, same texts", models)


def grammar(rounds: int) -> Iterator[Ratio]:
    """Lines of the packaged cases parsed in the same time as lark parses them by `docs/grammar.md`.

    The parser also finds the blocks in the Markdown, and gives each word its place; lark gets
    the blocks alone.
    """
    texts = [source for sources in packaged_sources() for source in sources]
    inside = [block for source in texts for block in blocks(source.text)]
    generated = lark()
    times = [
        (
            seconds_of(lambda: [parse(source) for source in texts]),
            seconds_of(lambda: [generated.parse(block) for block in inside]),
        )
        for _ in range(rounds + 1)
    ][1:]
    ratios = [theirs / mine for mine, theirs in times]
    yield Ratio.of("lines parsed in the same time", "lark (LALR), `docs/grammar.md`", ratios)


def engine(rounds: int) -> Iterator[Ratio]:
    """Running small drawn scenarios, against the brute-force witness of the tests."""
    drawn: list[tuple[Case, Moment]] = []

    @settings(
        max_examples=SCENARIOS,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases(), moments())
    def draw(case: Case, at: Moment) -> None:
        drawn.append((case, at))

    draw()
    works: tuple[Callable[[], object], ...] = (
        lambda: [answers(case, case.scenarios[0], at) for case, at in drawn],
        lambda: [run_alone(case, at) for case, at in drawn],
        lambda: [simulate(case, case.scenarios[0], at=at) for case, at in drawn],
    )
    times = [[seconds_of(work) for work in works] for _ in range(rounds + 1)][1:]
    alone = [witness / engine for witness, engine, _ in times]
    explained = [witness / engine for witness, _, engine in times]
    against = "brute-force witness of the tests"
    yield Ratio.of("scenarios run in the same time", against, alone)
    yield Ratio.of("the same, with reasons and what would change them", against, explained)


def growth(rounds: int) -> Iterator[Ratio]:
    """Running a case of twice the size, with reasons and what would change them."""
    small, attacks, states = pact(5, 5), pact(5, 10), pact(10, 5)
    works: tuple[Callable[[], object], ...] = tuple(
        partial(simulate, case, case.scenarios[0]) for case in (small, attacks, states)
    )
    times = [[seconds_of(work) for work in works] for _ in range(rounds + 1)][1:]
    by_attacks = [double / single for single, double, _ in times]
    by_states = [double / single for single, _, double in times]
    yield Ratio.of("5 states, 10 attacks by nobody knows whom", "5 states, 5 attacks", by_attacks)
    yield Ratio.of("10 states, 5 attacks by nobody knows whom", "5 states, 5 attacks", by_states)


def calculus(rounds: int) -> Iterator[Ratio]:
    """Running drawn scenarios, against the event calculus in clingo."""
    drawn = [Draw(seed).case(20) for seed in range(AGREEMENTS)]
    alone = [(case, asked[:1]) for case, asked in drawn]
    works: tuple[Callable[[], object], ...] = (
        lambda: [answers_in_clingo(*one) for one in drawn],
        lambda: [ask_alone(*one) for one in drawn],
        lambda: [answers_in_clingo(*one) for one in alone],
        lambda: [ask_alone(*one) for one in alone],
    )
    times = [[seconds_of(work) for work in works] for _ in range(rounds)]
    against = "event calculus in clingo"
    single = [clingo / engine for _, _, clingo, engine in times]
    together = [clingo / engine for clingo, engine, _, _ in times]
    yield Ratio.of("scenarios asked one by one, in the same time", against, single)
    yield Ratio.of("twenty of each agreement at once, in the same time", against, together)


def calculus_growth(rounds: int) -> Iterator[Ratio]:
    """Running a case with twice as many states, articles or attacks, in either."""
    sizes = [league(*size) for size in ((6, 4, 8), (12, 4, 8), (6, 8, 8), (6, 4, 16))]
    asked = [(case, [(case.scenarios[0], Moment(LAST_DAY))]) for case in sizes]
    engine = [[seconds_of(partial(ask_alone, *one)) for one in asked] for _ in range(rounds + 1)]
    clingo = [
        [seconds_of(partial(answers_in_clingo, *one)) for one in asked] for _ in range(rounds)
    ]
    states, articles, attacks = (
        ([t[n] / t[0] for t in engine[1:]], [t[n] / t[0] for t in clingo]) for n in (1, 2, 3)
    )
    base = "6 states, 4 articles, 8 attacks"
    yield Ratio.of("12 states, engine", base, states[0])
    yield Ratio.of("12 states, clingo", base, states[1])
    yield Ratio.of("8 articles, engine", base, articles[0])
    yield Ratio.of("8 articles, clingo", base, articles[1])
    yield Ratio.of("16 attacks, engine", base, attacks[0])
    yield Ratio.of("16 attacks, clingo", base, attacks[1])


def bulk(rounds: int) -> Iterator[Ratio]:
    """Who owes help in each of 95 wars under 789 alliances, against a bare start of Python."""
    case = alliances_and_wars()
    times = [
        (seconds_of(lambda: list(owed(case))), run_cold(("-c", BARE)))
        for _ in range(max(1, rounds // 3))
    ]
    wars = [work / bare for work, bare in times]
    yield Ratio.of("789 alliances x 95 wars, who owes help, time", "`python -c pass`", wars)


def coverage(rounds: int) -> Iterator[Ratio]:
    """The map and the gaps of all incidents, against running some of them one by one."""
    case = load_case("north-atlantic-treaty")
    standing = footing(case, NATO_TODAY).standing
    kind = case.kinds[0].id
    found = survey(standing, kind)
    rank = found.standing.rank(Level("support")) or 0
    incidents = some_incidents(found.bound(found.everybody, rank), found)
    texts = Texts(case)
    times = [
        (
            seconds_of(lambda: mapped(standing, kind)),
            seconds_of(lambda: [inquire(texts, one).run() for one in incidents]),
        )
        for _ in range(rounds + 1)
    ][1:]
    ratios = [all_of_them / some for all_of_them, some in times]
    against = f"the engine on {len(incidents)} of its {found.incidents:,} incidents"
    yield Ratio.of("map and gaps of the North Atlantic Treaty, time", against, ratios)


def mapped(standing: Standing, kind: KindId) -> object:
    """The map and the gaps."""
    found = survey(standing, kind)
    return coverage_map(found), gaps(found, Level("support"))


def some_incidents(bound: int, found: Survey) -> list[Scenario]:
    """Incidents in which somebody is bound, each as a scenario of its own."""
    space, scenarios, left = found.space, list[Scenario](), bound
    for _ in range(INCIDENTS):
        point = space.diagrams.point(space.diagrams.both(left, found.focus))
        told = story(found, point) if point is not None else None
        if point is None or told is None:
            break
        here = tuple((n, 1 << value) for n, value in enumerate(point[: space.level]))
        left = space.diagrams.minus(left, space.diagrams.cube(here))
        scenarios.append(Scenario(title="one", choices=told.choices, events=told.events))
    return scenarios


def ask_alone(case: Case, asked: Sequence[tuple[Scenario, Moment]]) -> object:
    """The engine's answers to several scenarios, without the reasons."""
    text = Texts(case)
    return [inquire(text, scenario).run(at) for scenario, at in asked]


def run_alone(case: Case, at: Moment) -> object:
    """What the witness works out, too: who owes what, without the reasons."""
    return inquire(Texts(case), case.scenarios[0]).run(at)


def main() -> None:
    """Prints the table."""
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--quick", action="store_true", help="one round only")
    rounds = 1 if options.parse_args().quick else 9
    for name in (*absent(), *absent_solvers(), *missing()):
        print(f"{name} is not installed; its rows are left out.", file=sys.stderr)
    print("| measure | against | ratio | least to most |")
    print("|---|---|---|---|")
    for ratio in (
        *commands(rounds),
        *reading(rounds),
        *grammar(rounds),
        *engine(rounds),
        *growth(rounds),
        *calculus(rounds),
        *calculus_growth(rounds),
        *bulk(rounds),
        *coverage(rounds),
        *guarantees(max(1, rounds // 3)),
        *memory(),
        *bargains(max(1, rounds // 3)),
        *reader(max(1, rounds // 3)),
    ):
        spread = f"{ratio.least:.1f} to {ratio.most:.1f}"
        print(f"| {ratio.measure} | {ratio.against} | {ratio.middle:.1f} | {spread} |")
    print()
    for line in growth_of_diagrams(rounds):
        print(line)


if __name__ == "__main__":
    main()
