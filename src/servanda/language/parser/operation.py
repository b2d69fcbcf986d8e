"""What an article says about the operation of another: exceptions, suspension, ending, powers."""

from __future__ import annotations

from servanda.language.parser.actors import ARTICLES, article_name, names, noun, the
from servanda.language.parser.cursor import Cursor
from servanda.language.slip import pasted
from servanda.language.tree import (
    ArticleName,
    DoesNotApply,
    MaySuspend,
    MayWaive,
    Names,
    Noun,
    OperatesTree,
    Operation,
    The,
    Word,
)

_FORMS: tuple[tuple[tuple[str, ...], Operation], ...] = (
    (("is", "suspended"), "is suspended"),
    (("ceases", "to", "apply"), "ceases to apply"),
    (("applies", "again"), "applies again"),
)
"""The words for the operation of an article, or of a whole agreement."""


_FOR_GOOD = frozenset(
    ("ends", "lapses", "ceases", "cease", "terminates", "expires", "terminated", "void", "longer")
)
"""What treaties write where an article ceases to apply."""


def is_about_an_agreement(c: Cursor) -> bool:
    """Whether a name comes next, and then that it is suspended, ends or applies again."""
    if not c.sees_name():
        return False
    ends = c.sees_one_of("ends", ahead=1) and c.token(2) is None
    return ends or any(_sees(c, words, ahead=1) for words, _ in _FORMS)


def _sees(c: Cursor, words: tuple[str, ...], ahead: int) -> bool:
    return all(c.sees_one_of(word, ahead=ahead + n) for n, word in enumerate(words))


def on_a_text(c: Cursor) -> DoesNotApply | OperatesTree:
    """``article 5 does not apply``, ``article 5 is suspended for RUS``, ``PACT ends``."""
    start = c.start
    text = _text(c)
    for words, how in _FORMS:
        if c.take(*words):
            whom = _for(c)
            return OperatesTree(span=c.span(start), text=text, how=how, whom=whom)
    if isinstance(text, Word):
        c.need("ends")
        return OperatesTree(span=c.span(start), text=text, how="ends")
    aside = _instead(c, text)
    c.need("does", "not", "apply", hints=aside)
    return DoesNotApply(span=c.span(start), article=text)


def _instead(c: Cursor, article: ArticleName) -> tuple[str, ...]:
    """What is meant in the place of other words about an article."""
    number = f"article {article.number.text}"
    written = [token.text for token in c.tokens[c.at :]]
    if "again" in written or "resumes" in written:
        return pasted(f"{number} applies again")
    if "suspended" in written:
        return pasted(f"{number} is suspended")
    if not _FOR_GOOD.isdisjoint(written):
        return pasted(f"{number} ceases to apply")
    if written and written[0] in {"shall", "will", "applies", "apply", "is"}:
        return pasted(f"{number} does not apply")
    return (
        "an exception has one wording: `does not apply`",
        "or write `is suspended`, `ceases to apply` or `applies again`",
    )


def _text(c: Cursor) -> ArticleName | Word:
    return article_name(c) if c.sees("article") else c.name("an article or an agreement")


def _for(c: Cursor) -> Names | Noun | The | None:
    """For whom, where that is said."""
    if not c.take("for"):
        return None
    if c.sees("the"):
        return the(c)
    return noun(c) if c.sees_one_of("each", *ARTICLES) else names(c, "for whom")


# Powers.


def gives_power(c: Cursor) -> bool:
    """Whether what may be done is to suspend or to waive."""
    return c.sees("may", "suspend") or c.sees("may", "waive")


def power(c: Cursor, start: int, who: Names | Noun | The) -> MaySuspend | MayWaive:
    """``a party may suspend article 5 for all``, ``the victim may waive article 5``."""
    c.need("may")
    if c.take("waive"):
        if not c.sees("article"):
            c.expected("an article", ("what is waived is an article, such as `article 5`",))
        article = article_name(c)
        return MayWaive(span=c.span(start), who=who, article=article)
    if isinstance(who, The):
        raise c.fault(
            "SV432",
            "who may suspend is named, or is one of a set",
            *pasted(f"a party may {' '.join(t.text for t in c.tokens[c.at :])}"),
            first=0,
            last=c.at - 2,
        )
    c.need("suspend")
    text = _text(c)
    for_all = c.take("for", "all")
    return MaySuspend(span=c.span(start), who=who, text=text, for_all=for_all)
