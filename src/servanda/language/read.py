"""The door by which text comes in: Markdown texts to a case, or to what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from msgspec.structs import replace as changed

from servanda.core.diagnostic import Diagnostic, Severity, in_order
from servanda.core.origin import Origin
from servanda.language.document import Source, read_document
from servanda.language.parser import Parsed, parsed_file
from servanda.language.passes.agreements import lower_agreements
from servanda.language.passes.bargaining import (
    lower_linkages,
    lower_participations,
    lower_preferences,
    lower_requirements,
)
from servanda.language.passes.circumstances import lower_circumstances
from servanda.language.passes.collect import clause_of, collect
from servanda.language.passes.declarations import (
    lower_actors,
    lower_groups,
    lower_laws,
    lower_motions,
    lower_organs,
    lower_regions,
)
from servanda.language.passes.definitions import lower_definitions
from servanda.language.passes.incidents import Incidents
from servanda.language.passes.own_readings import check_own_readings
from servanda.language.passes.priorities import check_priorities
from servanda.language.passes.record import (
    lower_documents,
    lower_outlets,
    lower_persons,
    lower_sides,
)
from servanda.language.passes.references import check_references
from servanda.language.passes.reports import Reports
from servanda.language.passes.rings import check_rings
from servanda.language.passes.scenarios import lower_histories, lower_scenarios
from servanda.language.passes.scope import Scope, texts
from servanda.language.passes.statements import lower_statements
from servanda.language.passes.suspended import check_suspended
from servanda.language.passes.table import Table
from servanda.language.passes.verbs import Lexicon
from servanda.language.passes.vocabulary import lower_vocabulary
from servanda.language.tree import CaseStatement, FileTree
from servanda.language.wordings.advice import Adviser
from servanda.language.wordings.of_case import terms_of
from servanda.model.case import Case

LEFT_OUT = "SV126"
"""The report that there are more mistakes than are shown."""


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading the texts of a case.

    Attributes:
        case: The case; None where there is an error.
        diagnostics: Everything that is wrong, in the order of the texts.
    """

    case: Case | None
    diagnostics: tuple[Diagnostic, ...]


def read_case(sources: Sequence[Source]) -> Read:
    """Read the texts of a case; whatever they hold, mistakes are told and not raised."""
    parsed = [parsed_file(source) for source in sources]
    files = tuple(file.tree for file in parsed)
    slips = tuple(slip for file in parsed for slip in file.mistakes)
    unread = frozenset(word for file in files for word in file.unread)
    so_far = CaseSoFar(files, Reports(sources, unread), slips)
    for step in PASSES:
        so_far = step(so_far)
    read = any(file.statements for file in files)
    if sources and not read and not any(slip.severity is Severity.ERROR for slip in slips):
        so_far.reports.add(_nothing_read(sources[0]))
    names = tuple(source.name for source in sources)
    diagnostics = in_order((*slips, *so_far.reports.found), names, LEFT_OUT)
    if diagnostics:
        diagnostics = _advised(diagnostics, sources, parsed)
    if not so_far.sound:
        return Read(None, diagnostics)
    return Read(_titled(so_far.case, sources), diagnostics)


def _advised(
    diagnostics: Iterable[Diagnostic], sources: Sequence[Source], parsed: Iterable[Parsed]
) -> tuple[Diagnostic, ...]:
    """Reports with the hints that hold, each once."""
    files = tuple(parsed)
    statements = (statement for file in files for statement in file.tree.statements)
    tokens = (token for file in files for line in file.lines for token in line.line.tokens)
    adviser = Adviser(
        texts={source.name: source for source in sources},
        lines={source.name: file.lines for source, file in zip(sources, files, strict=True)},
        terms=terms_of(statements, (token.text for token in tokens)),
    )
    return adviser.advised(diagnostics)


def _nothing_read(source: Source) -> Diagnostic:
    """That no file of a case holds anything in the language."""
    return Diagnostic(
        "SV122",
        Severity.ERROR,
        "nothing here is written in the language: there is no `servanda` block",
        Origin(file=source.name),
        hints=("begin the block with the line ```servanda and end it with the line ```",),
    )


@dataclass(frozen=True, slots=True)
class CaseSoFar:
    """A case on its way from the trees of its files to the model.

    Attributes:
        reports: What the passes have found so far.
        slips: What the parser found.
        table: The names that the files declare.
        vocabulary: Verbs, issues and the ladder.
        case: What has been understood so far.
    """

    files: tuple[FileTree, ...]
    reports: Reports
    slips: tuple[Diagnostic, ...] = ()
    table: Table = field(default_factory=Table)
    vocabulary: Lexicon = field(default_factory=Lexicon)
    case: Case = field(default_factory=Case)

    @property
    def scope(self) -> Scope:
        """What every clause of the case can name."""
        return Scope(self.table, self.vocabulary, self.reports)

    @property
    def sound(self) -> bool:
        """Whether no error has been found so far."""
        found = (*self.slips, *self.reports.found)
        return all(report.severity is not Severity.ERROR for report in found)


def _declarations(so_far: CaseSoFar) -> CaseSoFar:
    """Enter every declaration of every file in one table."""
    return replace(so_far, table=collect(so_far.files, so_far.reports))


def _verbs(so_far: CaseSoFar) -> CaseSoFar:
    """Read incidents, acts, issues and the ladder, with every form of every verb."""
    vocabulary = lower_vocabulary(so_far.table, so_far.reports)
    case = changed(
        so_far.case,
        kinds=vocabulary.kinds,
        acts=vocabulary.acts,
        ladders=(vocabulary.ladder,),
        issues=tuple(vocabulary.issues.values()),
    )
    return replace(so_far, vocabulary=vocabulary, case=case)


def _who_and_where(so_far: CaseSoFar) -> CaseSoFar:
    """Read actors, groups, organs, regions, laws, circumstances, motions, and the case's own title."""
    scope = so_far.scope
    case = changed(
        so_far.case,
        actors=lower_actors(scope),
        groups=lower_groups(scope),
        organs=lower_organs(scope),
        regions=lower_regions(scope),
        laws=lower_laws(scope),
        circumstances=lower_circumstances(scope),
        motions=lower_motions(scope),
    )
    for statement in so_far.table.of(CaseStatement):
        case = changed(
            case,
            title=statement.title.text,
            source=texts(statement.source),
            judgement=texts(statement.judgement),
            origin=scope.within(clause_of(statement)).origin(statement),
        )
    return replace(so_far, case=case)


def _definitions(so_far: CaseSoFar) -> CaseSoFar:
    """Read what counts as such an incident."""
    return replace(so_far, case=changed(so_far.case, definitions=lower_definitions(so_far.scope)))


def _agreements(so_far: CaseSoFar) -> CaseSoFar:
    """Read agreements, their articles, and every reading as an article of its own."""
    return replace(so_far, case=changed(so_far.case, agreements=lower_agreements(so_far.scope)))


def _bargaining(so_far: CaseSoFar) -> CaseSoFar:
    """Read what parties ask of a package, what they prefer, and what has to be done with whom."""
    scope = so_far.scope
    case = changed(
        so_far.case,
        requirements=lower_requirements(scope),
        preferences=lower_preferences(scope),
        participations=lower_participations(scope),
        linkages=lower_linkages(scope),
    )
    return replace(so_far, case=case)


def _events(so_far: CaseSoFar) -> CaseSoFar:
    """Read histories and scenarios."""
    incidents = Incidents()
    histories = lower_histories(so_far.scope, incidents)
    scenarios = lower_scenarios(so_far.scope, incidents)
    case = changed(so_far.case, histories=histories, scenarios=scenarios)
    check_own_readings(case, so_far.reports)
    return replace(so_far, case=case)


def _record(so_far: CaseSoFar) -> CaseSoFar:
    """Read who speaks for whom, who publishes what, and what was said."""
    scope = so_far.scope
    case = changed(
        so_far.case,
        persons=lower_persons(scope),
        outlets=lower_outlets(scope),
        documents=lower_documents(scope),
        sides=lower_sides(scope),
        statements=lower_statements(scope),
    )
    check_references(case, so_far.table, so_far.reports)
    return replace(so_far, case=case)


def _rings(so_far: CaseSoFar) -> CaseSoFar:
    """Look for regions, definitions, exceptions and priorities that refer to themselves in the end."""
    case = so_far.case
    check_rings(case.regions, case.definitions, case.agreements, so_far.reports)
    check_suspended(case.agreements, so_far.reports)
    check_priorities(case.agreements, so_far.reports)
    return so_far


PASSES: tuple[Callable[[CaseSoFar], CaseSoFar], ...] = (
    _declarations,
    _verbs,
    _who_and_where,
    _definitions,
    _agreements,
    _bargaining,
    _events,
    _record,
    _rings,
)
"""From trees to the model, in this order; each pass needs what those before it found."""


def _titled(case: Case, sources: Sequence[Source]) -> Case:
    """The case with a title: its own, or the first heading, or the first file's name."""
    if case.title or not sources:
        return case
    headings = (h.text for source in sources for h in read_document(source).headings if h.text)
    origin = Origin(file=sources[0].name)
    return changed(case, title=next(headings, sources[0].name), origin=origin)
