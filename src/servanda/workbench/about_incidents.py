"""What can be asked about incidents: who owes what in every one, and what changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.workbench.watch import Watch, unwatched

if TYPE_CHECKING:
    from servanda.workbench.comparisons import Compared, SideBySide
    from servanda.workbench.coverages import Covered
    from servanda.workbench.reports import Checked


def cover(
    name: str,
    *,
    agreements: Sequence[str] = (),
    incident: str | None = None,
    on: str | None = None,
    after: str | None = None,
    where: str | None = None,
    level: str | None = None,
    choices: Sequence[str] = (),
    readings: Sequence[str] = (),
    guarantors: Sequence[str] = (),
    watch: Watch = unwatched,
) -> Covered | Checked:
    """Who owes what in every incident that can happen, and where nobody is bound.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        agreements: Those taken together; all of the case where none is named.
        incident: The kind of incident, by its noun.
        on: The day of the incidents; the last one of the case where it is left out.
        after: A scenario taken to have happened, by its title or number.
        where: A condition on the incidents, in the language.
        level: The level of the ladder that gaps are measured by.
        choices: Options of open issues to suppose, each ``ISSUE=OPTION``.
        readings: Readings to take for all, by name.
        guarantors: Those who are asked about; all where none is named.
        watch: Told, before each step, how many are done, and of how many.
    """
    from servanda.workbench.coverage_questions import Question
    from servanda.workbench.covering import cover_case
    from servanda.workbench.opening import Opened, open_case

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    question = Question(
        agreements=tuple(agreements),
        noun=incident,
        on=on,
        after=after,
        where=where,
        level=level,
        choices=tuple(choices),
        readings=tuple(readings),
        guarantors=tuple(guarantors),
    )
    return cover_case(opened, question, watch)


def compare(
    name: str,
    *,
    agreements: Sequence[str] = (),
    then_agreements: Sequence[str] = (),
    then_case: str | None = None,
    incident: str | None = None,
    on: str | None = None,
    then_on: str | None = None,
    after: str | None = None,
    then_after: str | None = None,
    where: str | None = None,
    choices: Sequence[str] = (),
    then_choices: Sequence[str] = (),
    readings: Sequence[str] = (),
    then_readings: Sequence[str] = (),
    then_without: Sequence[str] = (),
    guarantors: Sequence[str] = (),
    watch: Watch = unwatched,
) -> Compared | Checked:
    """What each guarantor loses, gains or owes otherwise from one side to another.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        agreements: Those of the first side; all of the case where none is named.
        then_agreements: Those of the second side; the same where none is named.
        then_case: The case of the second side; the same where it is left out.
        incident: The kind of incident, by its noun.
        on: The day of the incidents.
        then_on: The day on the second side; the same where it is left out.
        after: A scenario taken to have happened.
        then_after: The same of the second side.
        where: A condition on the incidents, in the language.
        choices: Options of open issues to suppose, on both sides.
        then_choices: The same of the second side alone.
        readings: Readings to take for all, on both sides.
        then_readings: The same of the second side alone.
        then_without: Articles that the second side leaves out.
        guarantors: Those who are asked about; all where none is named.
        watch: Told, before each step, how many are done, and of how many.
    """
    from servanda.workbench.comparing import Sides, compare_cases
    from servanda.workbench.coverage_questions import Question
    from servanda.workbench.opening import Opened, open_case

    before = open_case(name, inside=then_case is None)
    if not isinstance(before, Opened):
        return before
    second = before if then_case is None else open_case(then_case)
    if not isinstance(second, Opened):
        return second
    question = Question(
        agreements=tuple(agreements),
        noun=incident,
        on=on,
        after=after,
        where=where,
        choices=tuple(choices),
        readings=tuple(readings),
        guarantors=tuple(guarantors),
    )
    same = then_case is None
    then = Question(
        agreements=tuple(then_agreements) or (tuple(agreements) if same else ()),
        on=then_on or (on if same else None),
        after=then_after or (after if same else None),
        choices=(*choices, *then_choices),
        readings=(*readings, *then_readings),
        without=tuple(then_without),
    )
    sides = Sides(before, second, then, (name, then_case or name))
    return compare_cases(sides, question, watch)


def side_by_side(
    name: str,
    *,
    designs: Sequence[Sequence[str]] = (),
    incident: str | None = None,
    on: str | None = None,
    after: str | None = None,
    where: str | None = None,
    level: str | None = None,
    choices: Sequence[str] = (),
    readings: Sequence[str] = (),
    guarantors: Sequence[str] = (),
    watch: Watch = unwatched,
) -> SideBySide | Checked:
    """How much somebody would owe by each of several designs, incident by incident.

    Args:
        name: A folder, a ``.md`` file, or the name of a packaged case.
        designs: The agreements of each; those of each file of the case where none are named.
        incident: The kind of incident, by its noun.
        on: The day of the incidents.
        after: A scenario taken to have happened.
        where: A condition on the incidents, in the language.
        level: The least that counts as help.
        choices: Options of open issues to suppose.
        readings: Readings to take for all.
        guarantors: Those who are asked about; all where none is named.
        watch: Told, before each step, how many are done, and of how many.
    """
    from servanda.model.node import AgreementId
    from servanda.workbench.coverage_questions import Question
    from servanda.workbench.juxtaposing import designs_of
    from servanda.workbench.juxtaposing import side_by_side as put
    from servanda.workbench.mistakes import no_designs
    from servanda.workbench.opening import Opened, open_case

    opened = open_case(name, inside=True)
    if not isinstance(opened, Opened):
        return opened
    question = Question(
        noun=incident,
        on=on,
        after=after,
        where=where,
        level=level,
        choices=tuple(choices),
        readings=tuple(readings),
        guarantors=tuple(guarantors),
    )
    named = tuple((", ".join(some), tuple(map(AgreementId, some))) for some in designs)
    sides = named or designs_of(opened.case)
    return put(opened, question, sides, watch) if sides else no_designs(opened.case)
