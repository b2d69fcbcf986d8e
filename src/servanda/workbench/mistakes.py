"""What can be wrong with how a command was used (SV901 to SV945), each with its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from servanda.core.calendar import FIRST_YEAR, written_out
from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.core.spelling import alike, near
from servanda.model.case import Case
from servanda.model.node import ArticleRef
from servanda.model.record import Person
from servanda.workbench.reports import Checked, ScenarioName

MOST_LISTED = 12
"""How many names a hint lists."""


def misuse(code: str, headline: str, *hints: str, about: str = "") -> Checked:
    """One report about how a command was used.

    Args:
        code: ``SV9`` and two digits.
        headline: What is wrong, in a sentence that stands alone.
        hints: What to do instead.
        about: The file that is meant, if one is.
    """
    printable = headline.encode("utf-8", "backslashreplace").decode()
    report = Diagnostic(code, Severity.ERROR, printable, Origin(file=about), hints=hints)
    return Checked(diagnostics=(report,), misuse=True)


def no_such_case(name: str, packaged: Sequence[str]) -> Checked:
    """There is neither a folder, nor a file, nor a packaged case of this name."""
    hints = [f"did you mean `{n}`?" for n in alike(name, packaged)]
    hints.append(f"packaged cases: {', '.join(packaged)}")
    hints.append("`servanda new FOLDER` makes a case to start from")
    return misuse("SV901", f"there is no case `{name}`: no folder, file or packaged case", *hints)


def no_such_scenario(asked: str, scenarios: Sequence[ScenarioName]) -> Checked:
    """No scenario has this title or number."""
    titles = [s.title for s in scenarios]
    hints = [f'did you mean "{title}"?' for title in alike(asked, titles)]
    hints.append(f"there are {len(titles)}, numbered from 1; leave the name out to list them")
    return misuse("SV902", f"this case has no scenario `{asked}`", *hints)


def several_scenarios(asked: str, matching: Sequence[ScenarioName]) -> Checked:
    """A beginning of a title that more than one scenario has."""
    hints = [f'{s.number} for "{s.title}"' for s in matching[:MOST_LISTED]]
    return misuse("SV903", f"`{asked}` begins the titles of {len(matching)} scenarios", *hints)


def not_a_moment(text: str) -> Checked:
    """What was given as a date is none."""
    hint = "write it as `2026-03-01`, or with a time as `2026-03-01 14:00` (Universal Time)"
    meant = [f"did you mean `{day}`?" for day in (written_out(text),) if day is not None]
    return misuse("SV904", f"`{text}` is not a date", *meant, hint)


def not_a_day(text: str) -> Checked:
    """A whole day is asked for, and an hour was given."""
    hint = f"write the day alone: `{text.strip()[:10]}` means its end"
    return misuse("SV904", f"`{text}` is more than a day", hint)


def too_early(text: str) -> Checked:
    """The year of what was given as a date is before all that a text can name (rule T7)."""
    headline = f"`{text}` is before {FIRST_YEAR}, the first year that is read"
    return misuse("SV125", headline)


def no_such_reading(asked: str, readings: Sequence[str]) -> Checked:
    """No article or definition has a reading of this name."""
    return misuse(
        "SV905", f"this case has no reading `{asked}`", *_named(asked, readings, "readings")
    )


def read_alike_by_all(asked: str, article: ArticleRef) -> Checked:
    """A reading, asked for some only, of an article on an agreement's own life (rule R4)."""
    headline = f"the reading `{asked}` is of article {article.article}, which all read alike"
    return misuse("SV905", headline, f"take it for all: `--reading {asked}`")


def no_such_issue(asked: str, issues: Sequence[str]) -> Checked:
    """No issue of this name."""
    return misuse("SV906", f"this case has no issue `{asked}`", *_named(asked, issues, "issues"))


def no_such_option(issue: str, asked: str, options: Sequence[str]) -> Checked:
    """The issue has no option of this name."""
    headline = f"the issue `{issue}` has no option `{asked}`"
    return misuse("SV906", headline, *_named(asked, options, "its options"))


def not_a_choice(text: str, example: str) -> Checked:
    """A choice is written as an issue, an equals sign and an option."""
    hint = f"write it as ISSUE=OPTION, for example `{example}`" if example else "write ISSUE=OPTION"
    return misuse("SV906", f"`{text}` does not say which option of which issue", hint)


def chosen_twice(issue: str, first: str, second: str) -> Checked:
    """Two choices for one issue: it can be settled in one way only."""
    both = f"{first} and {second}" if first != second else f"{first}, twice"
    hint = f"leave one of them out: `--with {issue}={second}`"
    return misuse("SV906", f"the issue `{issue}` is chosen more than once: {both}", hint)


def no_such_actor(asked: str, actors: Sequence[str], persons: Sequence[Person] = ()) -> Checked:
    """The case declares no such actor; a person is none, but speaks for some."""
    person = next((one for one in persons if one.id == asked), None)
    if person is not None:
        parties = list(dict.fromkeys(office.actor for office in person.offices))
        if not parties:
            return misuse("SV907", f"`{asked}` is a person, who speaks for no actor of this case")
        return misuse(
            "SV907",
            f"`{asked}` is a person and no actor",
            *(f"did you mean `{one}`, for whom {asked} speaks?" for one in parties),
        )
    return misuse("SV907", f"this case has no actor `{asked}`", *_named(asked, actors, "actors"))


def no_such_agreement(asked: str, agreements: Sequence[str]) -> Checked:
    """The case has no such agreement."""
    named = _named(asked, agreements, "agreements")
    return misuse("SV918", f"this case has no agreement `{asked}`", *named)


def no_agreements(title: str) -> Checked:
    """The case has no agreement, so there are no steps."""
    hint = 'write one: `agreement PACT "Pact"`, and articles below it'
    return misuse("SV918", f"the case `{title}` has no agreement", hint)


def no_designs(case: Case) -> Checked:
    """No agreement of the case binds anybody in an incident, so there is nothing to put side by side."""
    if not case.kinds:
        return no_incidents(case.title)
    hint = "write an article that an incident brings into play, such as `when attack on a party`"
    headline = f"no agreement of the case `{case.title}` binds anybody in an incident"
    return misuse("SV918", headline, hint)


def no_such_article(asked: str, articles: Sequence[str]) -> Checked:
    """There is no such article, or there are several of that number."""
    named = _named(asked, articles, "articles")
    return misuse("SV923", f"`{asked}` names no article, or several", *named)


def another_kind(kind: str, title: str) -> Checked:
    """One case speaks of a kind of incident, and the other does not."""
    hint = "ask for a kind that both declare, with `--incident`"
    return misuse("SV919", f"the case `{title}` declares no incident `{kind}`", hint)


def of_designs_only(option: str) -> Checked:
    """An option that only designs side by side have, where two sides are compared."""
    hint = "name three agreements or more, or none; `servanda cover` has it of one side"
    return misuse("SV924", f"`{option}` is for designs side by side, not for two sides", hint)


def too_many_sides(named: Sequence[str]) -> Checked:
    """More than two designs, and something that holds for a second side only."""
    hints = (
        "leave out what begins with `--then`, and they are put side by side",
        f"or name two, agreements of one side behind commas: `{named[0]},{named[1]} {named[2]}`",
    )
    return misuse(
        "SV924", f"{len(named)} designs are named, and none of them is the second side", *hints
    )


def one_side(named: str) -> Checked:
    """One design, and nothing that a second side would have otherwise."""
    hints = (
        f"name another: `{named} OTHER`",
        "or say what is otherwise on the second side: `--then-on`, `--then-with`, `--then-without` ...",
    )
    return misuse(
        "SV924", f"`{named}` is one side, and there is nothing to compare it with", *hints
    )


def no_such_kind(asked: str, nouns: Sequence[str]) -> Checked:
    """The case declares no such kind of incident."""
    named = _named(asked, nouns, "incidents")
    return misuse("SV919", f"this case has no incident `{asked}`", *named)


def no_incidents(title: str) -> Checked:
    """The case declares no kind of incident, so there is nothing to cover."""
    hint = "declare one, such as `incident attack` (docs/language.md)"
    return misuse("SV919", f"the case `{title}` declares no kind of incident", hint)


def mixed_condition(where: str) -> Checked:
    """A condition joins what is so of an incident with what is so beside it, by ``or``."""
    hint = "join them with `and`: `attacker is RUS and truce holds`; or ask for one after the other"
    headline = f"`{where}` asks for what is beside the incident other than by itself"
    return misuse("SV922", headline, hint)


def too_much(nodes: int) -> Checked:
    """The articles take more room than there is, one after the other."""
    hints = (
        "ask about one agreement with `--agreement`, or about fewer incidents with `--where`",
        "an article whose conditions pair many attributes with one another takes most",
    )
    return misuse("SV926", f"this cannot be worked out within {nodes:,} nodes", *hints)


def no_such_incident(noun: str, where: str) -> Checked:
    """No incident meets the condition; or nobody else is there whom one could befall."""
    headline = (
        f"there is no {noun} such that {where}" if where else f"there can be no {noun} at all"
    )
    hint = "nobody acts on itself, places are regions without parts; `docs/coverage.md` says more"
    return misuse("SV925", headline, hint)


def no_such_level(asked: str, levels: Sequence[str]) -> Checked:
    """No ladder of the case has such a level."""
    named = _named(asked, levels, "levels")
    return misuse("SV920", f"no ladder has the level `{asked}`", *named)


def no_such_witness(asked: int, witnesses: Sequence[int]) -> Checked:
    """No line of the answer has such a witness, or none that can be written as a scenario.

    Args:
        asked: The number asked for.
        witnesses: The numbers that there are.
    """
    hint = "this answer has none; `servanda cover CASE --agreement NAME` has those of one design"
    if witnesses:
        hint = f"they are numbered from {witnesses[0]} to {witnesses[-1]}, as the lines say"
    return misuse("SV921", f"there is no witness {asked}", hint)


def nothing_happens(title: str) -> Checked:
    """There is no event in the case, so the day of the incidents has to be named."""
    hint = "name the day of the incidents, for example `--on 2026-01-01`"
    return misuse("SV904", f"nothing happens in the case `{title}`, on no day", hint)


def readings_for_some(words: str) -> Checked:
    """Coverage takes a reading for all."""
    hint = "take it for all, by its name alone"
    return misuse("SV905", f"coverage takes readings for all, not `{words}`", hint)


def no_such_red_line(asked: str, names: Sequence[str]) -> Checked:
    """The case declares no such red line or demand."""
    named = _named(asked, names, "red lines and demands")
    return misuse("SV927", f"this case has no red line `{asked}`", *named)


def nothing_to_settle(title: str, *, below: bool) -> Checked:
    """Nobody asks anything of a package, or nothing that reaches the bar."""
    headline = f"the case `{title}` has no red lines, no demands and no preferences"
    if below:
        return misuse("SV928", f"{headline} that count at this bar", "lower it: `--standing any`")
    hint = (
        "write what a party cannot accept: `red line NAME of PARTY`, and `requires ISSUE is OPTION`"
    )
    return misuse("SV928", headline, hint)


def not_a_package(why: str, example: str) -> Checked:
    """What is to be judged is no package: it leaves an issue open, or settles one otherwise."""
    hint = f"write every open issue as ISSUE=OPTION, behind commas: `--package {example}`"
    return misuse("SV929", f"this is no package: {why}", hint)


def needs_scipy(packages: int | None) -> Checked:
    """There are more packages than are looked at one by one, and the solver is not installed."""
    hints = (
        '`pip install "servanda[settle]"` adds SciPy, whose solver this takes',
        "or suppose how some issues are settled, with `--with`",
    )
    many = "so many" if packages is None else f"{packages:,}"
    headline = f"what is fair among {many} packages cannot be worked out without SciPy"
    return misuse("SV930", headline, *hints)


def cannot_write(path: str, why: str) -> Checked:
    """The file to write to cannot be written."""
    hint = "choose another place, or make room or permission there"
    return misuse("SV908", f"this cannot be written: {why}", hint, about=path)


def has_another_name(path: str) -> Checked:
    """Writing a file beside itself would part it from another name that it has."""
    hint = (
        "put a copy in its place, so that each name has a file of its own; or use a symbolic link"
    )
    headline = "this file has another name (a hard link), which would keep the old text"
    return misuse("SV915", headline, hint, about=path)


def not_a_result(path: str) -> Checked:
    """A result would replace something that is no earlier result, or one that was changed."""
    hint = "choose another name, or remove the file: only a result as it was written is replaced"
    headline = "this file holds something else than an unchanged result"
    return misuse("SV913", headline, hint, about=path)


def only_packaged(name: str) -> Checked:
    """A case that comes with Servanda is to be changed."""
    hint = f"`servanda new FOLDER --from {name}` makes a copy that is yours to change"
    return misuse("SV916", f"`{name}` comes with Servanda and is not changed", hint)


def changed_meanwhile(path: str) -> Checked:
    """A file is no longer as it was when it was read."""
    hint = "nothing was written; run the command again"
    return misuse("SV917", "this file was changed after it was read", hint, about=path)


def already_there(path: str) -> Checked:
    """Something stands where a new case would go."""
    hint = "choose a name that is not taken: nothing is ever written over"
    return misuse("SV909", "there is something here already", hint, about=path)


def no_such_page(asked: str, codes: Sequence[str]) -> Checked:
    """No diagnostic has this code."""
    hints = [f"did you mean `{code}`?" for code in alike(asked, codes)]
    return misuse("SV910", f"no diagnostic has the code `{asked}`", *hints, _LIST_CODES)


def no_scenarios(title: str) -> Checked:
    """There is nothing to run."""
    hint = "write one in `scenarios.md`: `servanda new FOLDER` makes a case that has some"
    return misuse("SV911", f"the case `{title}` has no scenario", hint)


def no_such_schema(asked: str, names: Sequence[str]) -> Checked:
    """No JSON form has this name."""
    return misuse("SV912", f"there is no JSON form `{asked}`", *_named(asked, names, "forms"))


def no_record(case: Case, *, undated: bool = False) -> Checked:
    """Nothing in the case was said by anybody, or nobody can tell when."""
    title = case.title
    if undated:
        hint = "give a statement a date, or the document that it stands in (docs/language.md)"
        headline = f"no statement of the case `{title}` has a date, nor a document that has one"
        return misuse("SV941", headline, hint)
    first = Path(case.origin.file).name
    where = "record.md" if first in {"", "case.md"} else first
    hint = f"write what was said in `{where}`, as `statement` blocks (docs/language.md)"
    return misuse("SV941", f"the case `{title}` has no record of what was said", hint)


def no_such_statement(asked: str, statements: Sequence[str]) -> Checked:
    """The record has no such statement."""
    named = _named(asked, statements, "statements")
    return misuse("SV942", f"the record has no statement `{asked}`", *named)


def no_such_standing(asked: str, bars: Sequence[str]) -> Checked:
    """What is to be taken as said is none of the bars."""
    named = _named(asked, bars, "bars")
    return misuse("SV914", f"there is no bar `{asked}` for what is taken as said", *named)


def since_later(since: str, as_of: str) -> Checked:
    """Changes are asked for from a day that does not lie before the other."""
    headline = f"{since} does not lie before {as_of}, so that nothing can have changed since"
    return misuse("SV943", headline, "name an earlier day with `--since`, or a later `--as-of`")


def not_understood(
    why: str, command: str, unknown: str = "", options: Mapping[str, str] | None = None
) -> Checked:
    """What was typed is no command, or not one of its options.

    Args:
        why: What is the matter.
        command: The command as far as it was understood.
        unknown: An option that it does not have.
        options: How each of its options is written, by what it might be taken for.
    """
    typed = f"--{unknown.lstrip('-').partition('=')[0]}"
    meant = near(typed, options or {}) if unknown else ()
    hints = [f"did you mean `{command} ... {option}`?" for option in meant]
    hints.append(f"`{command} --help` says what can be typed")
    return misuse("SV914", f"this cannot be understood: {why}", *hints)


_LIST_CODES = "`servanda explain` lists all codes"


def _named(asked: str, names: Sequence[str], what: str) -> list[str]:
    hints = [f"did you mean `{name}`?" for name in alike(asked, names)]
    listed = ", ".join(names[:MOST_LISTED]) + (", ..." if len(names) > MOST_LISTED else "")
    return [*hints, f"{what}: {listed}" if names else f"it has no {what} at all"]
