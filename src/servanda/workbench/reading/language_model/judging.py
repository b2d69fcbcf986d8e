"""What of an answer stands: by the same verifier as what the rules read, and by one thing more."""

from __future__ import annotations

from typing import NamedTuple

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.overheard import overheard
from servanda.analyses.reading.proposal import Proposal
from servanda.analyses.reading.verifier import verify
from servanda.workbench.reading.language_model.answers import Answer, Told
from servanda.workbench.reading.language_model.placing import Placing, Unplaced

MOST_STATEMENTS = 400
"""More than an article holds; what an answer has beyond is dropped unread."""


class Judged(NamedTuple):
    """An answer, part by part.

    Attributes:
        kept: The proposals that stand, each once.
        stood: The statements that they were made of.
        refused: The other statements, each with why it was refused.
    """

    kept: tuple[Proposal, ...]
    stood: tuple[Told, ...]
    refused: tuple[tuple[Told, str], ...]


def judged(
    answer: Answer, article: Article, placing: Placing, rules: tuple[Proposal, ...]
) -> Judged:
    """Part what stands of an answer from what does not.

    Args:
        answer: What a model has said.
        article: The article.
        placing: Makes proposals of it.
        rules: What the rules have read in the article.
    """
    kept: dict[str, Proposal] = {}
    stood, refused = [], []
    for number, told in enumerate(answer.statements):
        if number >= MOST_STATEMENTS:
            refused.append((told, f"there are more than {MOST_STATEMENTS} statements"))
            continue
        found = placing.proposal(told)
        why = found.why if isinstance(found, Unplaced) else _against(found, article, rules)
        if why:
            refused.append((told, why))
        elif isinstance(found, Proposal) and found.id not in kept:
            kept[found.id] = found
            stood.append(told)
    return Judged(tuple(kept.values()), tuple(stood), tuple(refused))


def _against(proposal: Proposal, article: Article, rules: tuple[Proposal, ...]) -> str:
    why = "; ".join(verify(proposal, article))
    if why or proposal.standing.value != "first-hand":
        return why
    word = overheard(proposal, rules, article)
    return (
        f'somebody else may be telling it, by "{word}"; put who tells it into its chain'
        if word
        else ""
    )
