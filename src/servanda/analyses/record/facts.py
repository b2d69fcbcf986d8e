"""What a record comes to, statement by statement: stances, denials, what is taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from servanda.analyses.record.chains import Chain, Chains, Link
from servanda.analyses.record.matters import Matters
from servanda.analyses.record.outcome import Denial, Mention, Stance, Withdrawal
from servanda.analyses.record.taking import Taking
from servanda.analyses.record.words import wording
from servanda.model.case import Case
from servanda.model.node import ActorId, IssueId, StatementId
from servanda.model.record import OnStatement, ThatSaid
from servanda.model.words import Speaker


@dataclass(frozen=True, slots=True)
class Record:
    """A record, read: everything that any day and any bar may ask of it.

    Attributes:
        chains: Each statement that can be dated, in the order of the text.
        undated: Statements of which nobody can tell when they were made (W1).
    """

    case: Case
    chains: Mapping[StatementId, Chain]
    stances: tuple[Stance, ...]
    denials: tuple[Denial, ...]
    withdrawals: tuple[Withdrawal, ...]
    mentions: tuple[Mention, ...]
    undated: tuple[StatementId, ...]
    matters: Matters
    wording: Speaker
    standings: Chains
    taking: Taking

    def issues(self, chain: Chain, link: Link) -> tuple[IssueId, ...]:
        """The issues that a saying speaks of."""
        return self.taking.issues(chain, link)


def read_record(case: Case) -> Record:
    """The record of a case, read."""
    words = wording(case)
    matters = Matters(case, words)
    standings = Chains(case, words)
    found = {statement.id: standings.of(statement) for statement in case.statements}
    chains = {name: chain for name, chain in found.items() if chain is not None}
    taking = Taking(chains, standings, matters, words)
    facts = _Facts(chains, standings, taking, words)
    said = [(chain, link) for chain in chains.values() for link in chain.said]
    return Record(
        case,
        chains,
        stances=tuple(stance for chain, link in said for stance in taking.stances(chain, link)),
        denials=tuple(one for chain, link in said for one in facts.denials(chain, link)),
        withdrawals=tuple(one for chain, link in said for one in facts.withdrawals(chain, link)),
        mentions=tuple(one for chain, link in said for one in facts.mentions(chain, link)),
        undated=tuple(name for name, chain in found.items() if chain is None),
        matters=matters,
        wording=words,
        standings=standings,
        taking=taking,
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    chains: Mapping[StatementId, Chain]
    standings: Chains
    taking: Taking
    wording: Speaker

    def denials(self, chain: Chain, link: Link) -> Iterator[Denial]:
        """That something was said is denied, by each who speaks (W14)."""
        content = link.saying.content
        if link.saying.kind != "denies" or not isinstance(content, ThatSaid | OnStatement):
            return
        for one in link.heard:
            standing, reporter, why = self.standings.standing(chain, link.depth, one.voice)
            found = self.taking.denied(chain, link, one.voice)
            yield Denial(
                voice=one.voice,
                denied=self._denied(content, found),
                own=found is not None and one.voice in found[1].voices,
                target=content.statement if isinstance(content, OnStatement) else None,
                matters=() if found is None else self.taking.matters(*found),
                standing=standing,
                said=link.when.moment,
                known=chain.known,
                dated=link.when.written,
                statement=chain.statement.id,
                depth=link.depth,
                reporter=reporter,
                why=why,
                origin=chain.statement.origin,
            )

    def _denied(self, content: ThatSaid | OnStatement, found: tuple[Chain, Link] | None) -> str:
        """What is denied, in words; a statement that was only made later by its name."""
        if found is not None:
            return self.wording.saying(found[1].saying)
        return self.wording.said(content)

    def withdrawals(self, chain: Chain, link: Link) -> Iterator[Withdrawal]:
        """An earlier statement is taken back, by each who speaks (W13)."""
        content, kind = link.saying.content, link.saying.kind
        if kind not in {"retracts", "corrects"} or not isinstance(content, OnStatement):
            return
        how: Literal["retracts", "corrects"] = "retracts" if kind == "retracts" else "corrects"
        for one in link.heard:
            standing, reporter, _ = self.standings.standing(chain, link.depth, one.voice)
            yield Withdrawal(
                voice=one.voice,
                kind=how,
                target=content.statement,
                standing=standing,
                said=link.when.moment,
                known=chain.known,
                dated=link.when.written,
                statement=chain.statement.id,
                depth=link.depth,
                reporter=reporter,
                origin=chain.statement.origin,
            )

    def mentions(self, chain: Chain, link: Link) -> Iterator[Mention]:
        """An issue is spoken of, whatever is said of it (W17)."""
        issues = self.taking.issues(chain, link)
        for one in link.heard if issues else ():
            if one.sort in {"party", "unnamed"} and one.voice:
                standing, _, _ = self.standings.standing(chain, link.depth, one.voice)
                for issue in issues:
                    yield Mention(
                        party=ActorId(one.voice),
                        issue=issue,
                        standing=standing,
                        said=link.when.moment,
                        known=chain.known,
                        statement=chain.statement.id,
                        depth=link.depth,
                    )
