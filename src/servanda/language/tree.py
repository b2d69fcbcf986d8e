"""The syntax tree: what was written, with every name as a word at its place.

Nothing is looked up here. ``the victims`` may be a role or a group's plural,
``UKR`` an actor or a typing error: the passes decide.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from servanda.core.calendar import Duration, Moment
from servanda.core.origin import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A name, title or number as written; a title without its quotes."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Anything with a place in the text."""

    span: Span


# Actors.


@dataclass(frozen=True, slots=True, kw_only=True)
class Names(Tree):
    """``USA, GBR``; ``each of USA, GBR`` where ``each`` is set."""

    names: tuple[Word, ...]
    each: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun(Tree):
    """``a party``, ``another party``, ``each party``, ``each other party``; ``party`` alone."""

    determiner: Literal["a", "another", "each", "each other"]
    noun: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class The(Tree):
    """``the victim``, ``the bearer``, ``the guarantors``, ``the parties of NAT``."""

    word: Word
    agreement: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountOf(Tree):
    """``2 of the parties``; ``a majority of the parties`` where ``count`` is None."""

    count: int | None
    plural: The
    including: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleName(Tree):
    """``article 5``, ``article 5 of NAT``."""

    number: Word
    agreement: Word | None = None


ActorsTree = Names | Noun | The | CountOf
ObjectTree = Names | Noun | The | ArticleName


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Tree):
    """``consensus``, ``3 votes, including USA``, ``a majority, leaving out the attacker``."""

    rule: Literal["consensus", "unanimity", "count", "majority"]
    count: int = 0
    including: tuple[Word, ...] = ()
    leaving_out: tuple[Word, ...] = ()


# Conditions.


@dataclass(frozen=True, slots=True, kw_only=True)
class Is(Tree):
    """``means is [not] air``; ``is one of``; ``is in``; ``is a party``; ``is the victim``.

    Attributes:
        left: A plain name (attribute, issue), or ``the bearer`` and the like, or ``it``
            (then ``left`` is None and ``right`` one adjective).
        how: Which form; ``in_force`` has no right side.
    """

    left: Word | The | None
    how: Literal["is", "one_of", "in", "a", "the", "in_force"]
    right: tuple[Word, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Has(Tree):
    """``the victim has requested assistance``, ``FRA has assisted the victim, at least support``."""

    subject: ActorsTree
    verb: Word
    object: ObjectTree | None = None
    at_least: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HasDecided(Tree):
    """``the parties have decided by consensus``."""

    body: ActorsTree
    rule: Rule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HasFound(Tree):
    """``council has found that origin is abroad``."""

    subject: ActorsTree
    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTree(Tree):
    """``not ( ... )``."""

    part: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(Tree):
    """Parts joined by ``and`` or by ``or``, never by both."""

    word: Literal["and", "or"]
    parts: tuple[ConditionTree, ...]


ConditionTree = Is | Has | HasDecided | HasFound | NotTree | Joined


# Lines of an article.


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenIncident(Tree):
    """``armed attack by RUS on a party``; the last of ``words`` is the noun."""

    words: tuple[Word, ...]
    by: Names | Noun | None = None
    on: Names | Noun | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenActs(Tree):
    """``a party requests consultation``, ``RUS breaches article 3``."""

    author: Names | Noun
    verb: Word
    object: ObjectTree | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Tree):
    """``when ...``."""

    trigger: WhenIncident | WhenActs


@dataclass(frozen=True, slots=True, kw_only=True)
class From(Tree):
    """``from 2026-01-01`` or ``from 10 years after entry into force``."""

    date: dt.date | None = None
    after_entry: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyIf(Tree):
    """``only if ...``."""

    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class Unless(Tree):
    """``unless ...``."""

    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class Until(Tree):
    """``until ...``."""

    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class Within(Tree):
    """``within 24 hours of the request``.

    Attributes:
        of: The noun; None for ``of entry into force``.
        entry_into_force: Whether it counts from entry into force.
    """

    period: Duration
    of: Word | None = None
    entry_into_force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Forthwith(Tree):
    """``forthwith``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Tree):
    """``assist the victim with support``; ``attack UKR, a european_state``; ``consult``.

    Attributes:
        verb: The infinitive.
        objects: What follows it.
        level: For ``with LEVEL``.
        discretion: ``as it deems necessary``.
    """

    verb: Word
    objects: tuple[ObjectTree, ...] = ()
    level: Word | None = None
    discretion: bool = False
    at_least: Word | None = None
    at_most: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal(Tree):
    """``each other party must assist the victim ...``."""

    bearers: Names | Noun | The
    modality: Literal["must", "must not", "may"]
    action: Action
    jointly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DoesNotApply(Tree):
    """``article 5 does not apply``."""

    article: ArticleName


@dataclass(frozen=True, slots=True, kw_only=True)
class EntersIntoForce(Tree):
    """``enters into force when ...``."""

    condition: ConditionTree


@dataclass(frozen=True, slots=True, kw_only=True)
class MayAccede(Tree):
    """``a european_state may accede``, ``SWE, FIN may accede``."""

    who: Names | Noun


@dataclass(frozen=True, slots=True, kw_only=True)
class MayWithdraw(Tree):
    """``a party may withdraw with effect 1 year after notice``."""

    notice: Duration
    not_before: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemainsInForce(Tree):
    """``remains in force for 10 years``."""

    period: Duration


EffectTree = Modal | DoesNotApply | EntersIntoForce | MayAccede | MayWithdraw | RemainsInForce
ArticleLineTree = When | From | OnlyIf | Unless | Until | Within | Forthwith | EffectTree


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine(Tree):
    """A line of an article or of a reading; ``also`` only in a reading."""

    line: ArticleLineTree
    also: bool = False


# What happens.


@dataclass(frozen=True, slots=True, kw_only=True)
class Author(Tree):
    """Who acts in an event: ``ITA, PRT`` or ``each guarantor except FRA``."""

    who: Names | Noun
    excepting: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedValue(Tree):
    """``place is kyiv``."""

    attribute: Word
    value: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentTree(Tree):
    """``attack A1 by RUS on UKR, place is kyiv``."""

    noun: Word
    name: Word | None = None
    by: Word | None = None
    on: Word | None = None
    values: tuple[StatedValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTree(Tree):
    """``USA assists UKR with support over A1``; ``refused`` for ``refuses to consult``."""

    author: Author
    verb: Word
    object: ObjectTree | None = None
    level: Word | None = None
    over: Word | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifiesWithdrawal(Tree):
    """``FRA notifies withdrawal from NAT``."""

    author: Author
    agreement: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindsTree(Tree):
    """``council finds that origin of A1 is abroad, means is air``."""

    author: Author
    incident: Word | None
    values: tuple[StatedValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesTree(Tree):
    """``FRA votes no on A1 in council``; ``DEU abstains on A1``."""

    author: Author
    vote: Literal["yes", "no", "abstain"]
    incident: Word
    organ: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidesTree(Tree):
    """``council decides on A1``; ``the guarantors decide on A1``."""

    body: Names | The
    incident: Word


EventTree = IncidentTree | ActTree | NotifiesWithdrawal | FindsTree | VotesTree | DecidesTree


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine(Tree):
    """A dated event."""

    at: Moment
    event: EventTree


# What is expected.


@dataclass(frozen=True, slots=True, kw_only=True)
class OwesTree(Tree):
    """``18 parties must assist USA by 2001-10-09 under article 5 over S11``.

    Attributes:
        who: Names, or None with ``count`` and ``plural``.
        forbidden: Whether it is ``must not``.
    """

    who: Names | None
    action: Action
    count: int | None = None
    plural: Word | None = None
    forbidden: bool = False
    by: Moment | None = None
    article: ArticleName | None = None
    over: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDutyTree(Tree):
    """``no duty of HUN under article 5``."""

    who: Names
    article: ArticleName | None = None
    over: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsTree(Tree):
    """``USA has met article 5``, ``is in breach of``, ``is released from``,
    ``is excepted from``, ``still owes``.
    """

    who: Names
    state: Literal["met", "breached", "lapsed", "excepted", "pending"]
    article: ArticleName
    over: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IsPartyTree(Tree):
    """``FIN is [not] a party [to NAT]``."""

    who: Names
    negated: bool = False
    agreement: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InForceTree(Tree):
    """``NAT is [not] in force``."""

    agreement: Word
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UndeterminedTree(Tree):
    """``it is undetermined whether CLAIM, for want of origin``."""

    claim: OwesTree | StandsTree | IsPartyTree | InForceTree
    want: tuple[Word, ...] = ()


ClaimTree = OwesTree | NoDutyTree | StandsTree | IsPartyTree | InForceTree | UndeterminedTree


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectLine(Tree):
    """``expect on 2026-03-03 CLAIM``; ``text`` is the claim as written, spaces folded."""

    claim: ClaimTree
    text: str
    at: Moment | None = None


# Statements.


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Tree):
    """A statement of a block.

    Attributes:
        trail: The Markdown headings above it.
        source: ``source`` lines.
        judgement: ``judgement`` lines.
    """

    trail: tuple[str, ...] = ()
    source: tuple[Word, ...] = ()
    judgement: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStatement(Statement):
    """``case "Title"``."""

    title: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorStatement(Statement):
    """``state UKR "Ukraine"``."""

    sort: Literal["state", "organisation", "actor"]
    name: Word
    title: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedNames(Tree):
    """``members A, B from D until D``; ``contains A, B from D until D``."""

    names: tuple[Word, ...]
    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupStatement(Statement):
    """``group guarantor "Guarantors" plural guarantors``."""

    name: Word
    title: Word | None = None
    plural: Word | None = None
    members: tuple[DatedNames, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganStatement(Statement):
    """``organ council "North Atlantic Council"``."""

    name: Word
    title: Word | None = None
    members: Names | The | None = None
    rule: Rule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionStatement(Statement):
    """``region ukraine "Ukraine"``."""

    name: Word
    title: Word | None = None
    contains: tuple[DatedNames, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStatement(Statement):
    """``ladder response: refrain < consult < ...``."""

    name: Word
    levels: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawStatement(Statement):
    """``law non_aggression_law "..."``."""

    name: Word
    title: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActStatement(Statement):
    """``act invite (invites, invited, invitation) "..."``; ``object`` is the line's word."""

    name: Word
    title: Word | None = None
    forms: tuple[Word, Word, Word] | None = None
    object: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeLine(Tree):
    """``by attacker: actor``; ``means: ground, air``; a sort is a single known word."""

    name: Word
    values: tuple[Word, ...]
    role: Literal["by", "on"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentStatement(Statement):
    """``incident attack (attacks, attacked, attack) "Attack"``."""

    name: Word
    title: Word | None = None
    forms: tuple[Word, Word, Word] | None = None
    attributes: tuple[AttributeLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineStatement(Statement):
    """``define armed attack "Armed attack"``."""

    adjective: Word
    kind: Word
    title: Word | None = None
    where: ConditionTree | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionLine(Tree):
    """``option own_choice "..."``."""

    name: Word
    title: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueStatement(Statement):
    """``issue response_level "..."``."""

    name: Word
    title: Word | None = None
    options: tuple[OptionLine, ...] = ()
    settled: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementStatement(Statement):
    """``agreement NAT "North Atlantic Treaty"``."""

    name: Word
    title: Word | None = None
    between: tuple[Word, ...] = ()
    bound_by: Literal["signature", "ratification"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleStatement(Statement):
    """``article 5 "Collective defence"`` and its lines, in the order written."""

    number: Word
    title: Word | None = None
    lines: tuple[ArticleLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingStatement(Statement):
    """``reading council_first of article 5 "..."`` or ``of armed attack``.

    Attributes:
        article: What it reads, or None.
        adjective: With ``kind``: the definition that it reads, or None.
        where: The definition's condition under this reading.
    """

    name: Word
    title: Word | None = None
    article: ArticleName | None = None
    adjective: Word | None = None
    kind: Word | None = None
    lines: tuple[ArticleLine, ...] = ()
    where: ConditionTree | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryStatement(Statement):
    """``history "..."``."""

    title: Word | None = None
    events: tuple[EventLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceLine(Tree):
    """``with response_level is own_choice``."""

    issue: Word
    option: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioStatement(Statement):
    """``scenario "..."``."""

    title: Word
    continues: Word | None = None
    readings: tuple[Word, ...] = ()
    choices: tuple[ChoiceLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    expects: tuple[ExpectLine, ...] = ()


AnyStatement = (
    CaseStatement
    | ActorStatement
    | GroupStatement
    | OrganStatement
    | RegionStatement
    | LadderStatement
    | LawStatement
    | ActStatement
    | IncidentStatement
    | DefineStatement
    | IssueStatement
    | AgreementStatement
    | ArticleStatement
    | ReadingStatement
    | HistoryStatement
    | ScenarioStatement
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTree(Tree):
    """A file's statements in order."""

    statements: tuple[AnyStatement, ...]
