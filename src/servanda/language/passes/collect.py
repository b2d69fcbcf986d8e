"""First pass: what every file declares goes into one table."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.core.origin import Origin
from servanda.language.keywords import OWN_VERBS, RESERVED
from servanda.language.passes.reports import Citation, Reports
from servanda.language.passes.table import Sort, Symbol, Table, a
from servanda.language.tree import (
    ActorStatement,
    ActStatement,
    AgreementStatement,
    AmendmentStatement,
    AnyStatement,
    ArticleStatement,
    CaseStatement,
    CircumstanceStatement,
    DefineStatement,
    DocumentStatement,
    FileTree,
    GroupStatement,
    HistoryStatement,
    IncidentStatement,
    IssueStatement,
    LadderStatement,
    LawStatement,
    LinkageStatement,
    MotionStatement,
    OrganStatement,
    OutletStatement,
    ParticipationStatement,
    PersonStatement,
    PreferencesStatement,
    ReadingStatement,
    RecordedStatement,
    RegionStatement,
    RequirementStatement,
    ScenarioStatement,
    SideStatement,
    Word,
)
from servanda.model.builtins import ACTS
from servanda.model.node import AgreementId, ArticleNumber, ArticleRef

LANGUAGE_WORDS = RESERVED | OWN_VERBS
"""Words that a case cannot give a meaning of its own."""


def collect(files: Sequence[FileTree], reports: Reports) -> Table:
    """Enter all declarations of all files; of two with one name the first counts."""
    collector = _Collector(reports)
    for file in files:
        collector.agreement = None
        for statement in file.statements:
            collector.enter(statement)
    return collector.table()


def declared(statement: AnyStatement) -> tuple[Word, Sort] | None:
    """The name that a statement gives, and to what; None where it gives none."""
    match statement:
        case ActorStatement():
            found: tuple[Word, Sort] | None = (statement.name, statement.sort)
        case DefineStatement():
            found = (statement.adjective, "definition")
        case RequirementStatement():
            found = (statement.name, statement.sort)
        case PreferencesStatement():
            found = None
        case CaseStatement() | ArticleStatement() | HistoryStatement() | ScenarioStatement():
            found = None
        case _:
            found = (statement.name, _SORTS[type(statement)])
    return found


_SORTS: dict[type[AnyStatement], Sort] = {
    GroupStatement: "group",
    OrganStatement: "organ",
    RegionStatement: "region",
    LadderStatement: "ladder",
    LawStatement: "law",
    ActStatement: "act",
    IncidentStatement: "incident",
    IssueStatement: "issue",
    CircumstanceStatement: "circumstance",
    MotionStatement: "motion",
    AgreementStatement: "agreement",
    ReadingStatement: "reading",
    AmendmentStatement: "amendment",
    PersonStatement: "person",
    OutletStatement: "outlet",
    DocumentStatement: "document",
    SideStatement: "side",
    RecordedStatement: "statement",
    ParticipationStatement: "participation",
    LinkageStatement: "linkage",
}


def plural_of(statement: GroupStatement) -> str:
    """A group's plural: its name with ``s`` unless another is given."""
    return statement.plural.text if statement.plural else f"{statement.name.text}s"


def clause_of(statement: AnyStatement, agreement: str = "") -> Citation:
    """What to cite for a statement; for an article, with the title of its agreement."""
    match statement:
        case ArticleStatement():
            words = f"Article {statement.number.text}"
        case DefineStatement():
            words = f"Definition of {statement.adjective.text} {statement.kind.text}"
        case ScenarioStatement():
            words = f"Scenario “{statement.title.text}”"
        case HistoryStatement():
            words = f"History “{statement.title.text}”" if statement.title else "History"
        case CaseStatement():
            words = "Case"
        case ActorStatement():
            words = f"{statement.sort.capitalize()} {statement.name.text}"
        case RequirementStatement():
            words = f"{statement.sort.capitalize()} {statement.name.text}"
        case PreferencesStatement():
            words = f"Preferences of {statement.party.text}"
        case AgreementStatement():
            words = statement.title.text if statement.title else statement.name.text
        case _:
            words = f"{_SORTS[type(statement)].capitalize()} {statement.name.text}"
    return Citation(f"{agreement}, {words}" if agreement else words, statement.trail)


class _Collector:
    """Fills a table.

    Attributes:
        agreement: The one that articles belong to at this place.
        repeats: Whether that agreement is declared a second time here.
        single: Where each statement stands that a case has one of.
    """

    def __init__(self, reports: Reports) -> None:
        self.reports = reports
        self.agreement: AgreementId | None = None
        self.repeats = False
        self.single: dict[type[AnyStatement], Origin] = {}
        self.symbols = {str(act.id): Symbol(act.id, "act", act.title) for act in ACTS}
        self.plurals: dict[str, str] = {}
        self.agreements: dict[AgreementId, AgreementStatement] = {}
        self.articles: dict[ArticleRef, ArticleStatement] = {}
        self.belongs: list[tuple[AgreementId, ArticleStatement]] = []
        self.readings: list[tuple[AgreementId | None, ReadingStatement]] = []
        self.amendments: list[tuple[AgreementId | None, AmendmentStatement]] = []
        self.scenarios: dict[str, ScenarioStatement] = {}
        self.statements: list[AnyStatement] = []

    def table(self) -> Table:
        first_last = self.statements[::-1]
        return Table(
            symbols=self.symbols,
            plurals=self.plurals,
            organs={s.name.text: s for s in first_last if isinstance(s, OrganStatement)},
            definitions={s.adjective.text: s for s in first_last if isinstance(s, DefineStatement)},
            agreements=self.agreements,
            articles=self.articles,
            belongs=tuple(self.belongs),
            readings=tuple(self.readings),
            amendments=tuple(self.amendments),
            scenarios=self.scenarios,
            statements=tuple(self.statements),
            incomplete=frozenset(
                named[0].text for s in self.statements if s.incomplete and (named := declared(s))
            ),
        )

    def enter(self, statement: AnyStatement) -> None:
        self.statements.append(statement)
        named = declared(statement)
        if named is not None:
            self.name(statement, *named)
        match statement:
            case CaseStatement():
                self.only_one(statement, statement.title, "a case has one title")
            case LadderStatement():
                self.only_one(statement, statement.name, "a case has one ladder")
            case GroupStatement():
                self.plural(statement)
            case AgreementStatement():
                self.agreement = AgreementId(statement.name.text)
                first = self.agreements.setdefault(self.agreement, statement)
                self.repeats = first is not statement
            case ArticleStatement():
                self.article(statement)
            case ReadingStatement():
                self.readings.append((self.agreement, statement))
            case AmendmentStatement():
                self.amendments.append((self.agreement, statement))
            case ScenarioStatement():
                self.scenario(statement)
            case _:
                pass

    def name(self, statement: AnyStatement, word: Word, sort: Sort) -> None:
        """Enter a name; report it where it means something else already."""
        origin = self.reports.origin(word, clause_of(statement))
        self.check_language(word, origin)
        untitled = LadderStatement | PreferencesStatement
        title = None if isinstance(statement, untitled) else statement.title
        symbol = Symbol(word.text, sort, title.text if title else "", origin)
        earlier = self.symbols.setdefault(word.text, symbol)
        if earlier is symbol and word.text in self.plurals:
            earlier = self.symbols[self.plurals[word.text]]
        if earlier is not symbol:
            self.taken(word, origin, earlier, sort)

    def plural(self, statement: GroupStatement) -> None:
        """Enter a group's plural, which can be written or go without saying."""
        word = statement.plural or statement.name
        text = plural_of(statement)
        origin = self.reports.origin(word, clause_of(statement))
        self.check_language(Word(text, word.span), origin)
        other = self.symbols.get(text)
        if other is not None:
            self.taken(Word(text, word.span), origin, other, "group")
        elif self.plurals.setdefault(text, statement.name.text) != statement.name.text:
            group = self.symbols[self.plurals[text]]
            self.taken(Word(text, word.span), origin, group, "group")

    def check_language(self, word: Word, origin: Origin) -> None:
        """Report a word of the language that is given as a name."""
        if word.text in LANGUAGE_WORDS:
            self.reports.error(
                "SV203",
                origin,
                f"`{word.text}` is a word of the language and cannot be a name",
                f"add to it, for example `{word.text}_1`, or use another word",
            )

    def taken(self, word: Word, origin: Origin, earlier: Symbol, sort: Sort) -> None:
        """Report a name that means something already."""
        if earlier.origin is None:
            headline = f"`{word.text}` is {a(earlier.sort)} that every case has"
        elif earlier.sort == sort:
            headline = f"`{word.text}` is declared twice"
        else:
            headline = f"`{word.text}` is {a(earlier.sort)} already and cannot also be {a(sort)}"
        self.duplicate(origin, headline, earlier.origin)

    def duplicate(
        self, origin: Origin, headline: str, earlier: Origin | None, code: str = "SV202"
    ) -> None:
        related = () if earlier is None else (("declared here", earlier),)
        hint = "leave one of them out, or give it another name"
        self.reports.error(code, origin, headline, hint, related=related)

    def only_one(self, statement: AnyStatement, word: Word, rule: str) -> None:
        """Report a second statement of a kind that a case has one of."""
        origin = self.reports.origin(word, clause_of(statement))
        earlier = self.single.setdefault(type(statement), origin)
        if earlier is not origin:
            self.duplicate(origin, rule, earlier)

    def article(self, statement: ArticleStatement) -> None:
        """Enter an article under the agreement that the file speaks of."""
        origin = self.reports.origin(statement.number, clause_of(statement))
        number = statement.number.text
        if self.agreement is None:
            if "agreement" not in self.reports.unread:
                self.reports.error(
                    "SV207",
                    origin,
                    f"article {number} belongs to no agreement",
                    "write the `agreement` that it belongs to above it in this file",
                )
            return
        self.belongs.append((self.agreement, statement))
        ref = ArticleRef(self.agreement, ArticleNumber(number))
        earlier = self.articles.setdefault(ref, statement)
        if earlier is not statement and not self.repeats:
            self.duplicate(
                origin,
                f"article {number} stands twice in {self.agreement}",
                self.reports.origin(earlier.number, clause_of(earlier)),
            )

    def scenario(self, statement: ScenarioStatement) -> None:
        """Enter a scenario by its title."""
        origin = self.reports.origin(statement.title, clause_of(statement))
        earlier = self.scenarios.setdefault(statement.title.text, statement)
        if earlier is not statement:
            self.duplicate(
                origin,
                f"two scenarios have the title “{statement.title.text}”",
                self.reports.origin(earlier.title, clause_of(earlier)),
                "SV209",
            )
