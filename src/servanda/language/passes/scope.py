"""Where a word stands, and with it what the word can mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.core.spelling import LONGEST_WORD, near
from servanda.language.keywords import OWN_VERBS
from servanda.language.passes.reports import NO_CLAUSE, Citation, Related, Reports
from servanda.language.passes.table import Sort, Symbol, Table, a
from servanda.language.passes.verbs import FORMS, Form, Lexicon, Verb, form_of
from servanda.language.slip import NAME_IT
from servanda.language.tree import ArticleName, Tree, Word
from servanda.model.builtins import ACTS, ASSIST, NOTICE
from servanda.model.inflection import declaration, regular
from servanda.model.node import AgreementId, ArticleNumber, ArticleRef
from servanda.model.vocabulary import IncidentKind

Person = Literal["bearer", "author", "applicant"]

_FORM_NAMES: dict[Form, str] = {
    "infinitive": "the infinitive",
    "third": "the third person",
    "participle": "the participle",
    "noun": "the noun",
}

_MOST_ARTICLES = 5

_ONE_SLIP = 1

_THE = "the_"
"""What a name may be thought to begin with: ``the_council``."""
"""Letters in which a verb may differ: `invited` is not `invoked`, which is another legal act."""

_ASSIST = next(act.forms for act in ACTS if act.id == ASSIST)

_HELP = ("help", "aid", "support", "defend")
"""Verbs that treaties have for assistance."""

_KEYWORDS: dict[Sort, str] = {"definition": "define"}
"""The first word of a statement, where it is not the sort of what it declares."""

_SUGGESTED = frozenset(get_args(Sort)) - {"organisation", "actor"}
"""What is suggested to be declared; other actors than states and organs are rare."""

_BY_CONTEXT = frozenset({"SV211", "SV304", "SV305", "SV319"})
"""Reports that hang on what the clause is about."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of the case, and what a clause adds to them.

    Attributes:
        clause: What to cite.
        agreement: The agreement that the clause is in.
        kind: The incident that the clause is about; its attributes can be named.
        persons: Whom the clause can name by their part in it.
        unsure: Whether it is not known what the clause is about, because the words that
            say so are reported already.
    """

    table: Table
    vocabulary: Lexicon
    reports: Reports
    clause: Citation = NO_CLAUSE
    agreement: AgreementId | None = None
    kind: IncidentKind | None = None
    persons: frozenset[Person] = frozenset()
    unsure: bool = False

    def within(self, clause: Citation) -> Scope:
        """The same scope in another place of the text."""
        return replace(self, clause=clause)

    # Places and reports.

    def origin(self, at: Tree | Word) -> Origin:
        """Where a part of the clause stands."""
        return self.reports.origin(at, self.clause)

    def error(
        self,
        code: str,
        at: Tree | Word,
        headline: str,
        *hints: str,
        label: str = "",
        related: Related = (),
    ) -> None:
        """Report a mistake in the clause, unless it would only follow from another one."""
        if self.unsure and code in _BY_CONTEXT:
            return
        self.reports.error(code, self.origin(at), headline, *hints, label=label, related=related)

    def unknown(
        self,
        word: Word,
        headline: str,
        spellings: Mapping[str, str],
        *,
        code: str = "SV201",
        otherwise: str = "",
    ) -> None:
        """Report a word that nothing is called, with names that are spelt nearly so.

        Args:
            word: The word.
            headline: What is wrong.
            spellings: Each way to write a name that would fit, and the name.
            code: The report's code.
            otherwise: What to do where no name is near.
        """
        about = word.text if code == "SV201" else headline
        origin = self.origin(word)
        if word.text in self.reports.unread or self.reports.again(code, about, origin):
            return
        hints = self._near(word.text, spellings) or tuple(filter(None, [otherwise]))
        self.reports.once(Diagnostic(code, Severity.ERROR, headline, origin, hints=hints), about)

    def _near(
        self, text: str, spellings: Mapping[str, str], most_letters: int = LONGEST_WORD
    ) -> tuple[str, ...]:
        if self.reports.crowded:
            return ()
        found = near(text, spellings, most_letters)
        if not found and text.removeprefix(_THE) in spellings:
            found = (spellings[text.removeprefix(_THE)],)
        return tuple(f"write `{name}`" for name in found)

    def _undeclared(
        self,
        word: Word,
        wanted: str,
        spellings: Callable[[], Mapping[str, str]],
        declare: Iterable[str],
        most_letters: int = LONGEST_WORD,
    ) -> None:
        """Report a name that no file declares."""
        origin = self.origin(word)
        if word.text in self.reports.unread or self.reports.again("SV201", word.text, origin):
            return
        report = Diagnostic(
            code="SV201",
            severity=Severity.ERROR,
            headline=f"`{word.text}` is not declared",
            origin=origin,
            label=f"{wanted} is asked for",
            hints=self._near(word.text, spellings(), most_letters) or tuple(declare),
        )
        self.reports.once(report, word.text)

    # Names.

    def find(
        self, word: Word, wanted: str, sorts: tuple[Sort, ...], others: Iterable[str] = ()
    ) -> Symbol | None:
        """What a name stands for, if it is of one of these sorts; otherwise reported.

        Args:
            word: The name.
            wanted: What is asked for, in words: ``a region``.
            sorts: What would do.
            others: Words that would do as well and are no names, as far as a slip goes.
        """
        symbol = self.table.symbols.get(word.text)
        if symbol is None and word.text in self.table.plurals:
            symbol = self.table.symbols[self.table.plurals[word.text]]
        if symbol is not None and symbol.sort in sorts and symbol.name == word.text:
            return symbol
        if symbol is None:
            keywords = (_KEYWORDS.get(sort, sort) for sort in sorts if sort in _SUGGESTED)
            declare = (f"declare it: `{keyword} {word.text} ...`" for keyword in keywords)
            self._undeclared(
                word,
                wanted,
                lambda: {other: other for other in others} | self._spellings(sorts),
                declare,
            )
        else:
            self._misfit(word, symbol, wanted, self._spellings(sorts))
        return None

    def _misfit(
        self, word: Word, symbol: Symbol, wanted: str, spellings: Mapping[str, str]
    ) -> None:
        hints = list(self._near(word.text, spellings))
        hints += self._near(symbol.title, spellings) if symbol.title else ()
        if symbol.sort == "group":
            hints.append(f"write `each {symbol.name}` or `a {symbol.name}` for its members")
        related = () if symbol.origin is None else (("declared here", symbol.origin),)
        self.error(
            "SV204",
            word,
            f"`{word.text}` is {a(symbol.sort)}, not {wanted}",
            *dict.fromkeys(hints),
            related=related,
        )

    def _spellings(self, sorts: Iterable[Sort]) -> dict[str, str]:
        if self.reports.crowded:
            return {}
        fitting = [s for s in self.table.symbols.values() if s.sort in sorts]
        titles = {symbol.title: symbol.name for symbol in fitting if symbol.title}
        return titles | {symbol.name: symbol.name for symbol in fitting}

    def verb(self, word: Word, form: Form, wanted: str, joined: str = "") -> Verb | None:
        """The act or the kind of incident that a form of a verb means; otherwise reported.

        Args:
            word: The verb.
            form: Which of its forms belongs here.
            wanted: What is asked for, in words.
            joined: The verb and the plain word behind it as one name: ``hold_referendum``.
        """
        verb = self.vocabulary.verbs[form].get(word.text)
        if verb is not None:
            return verb
        for other in FORMS:
            verb = self.vocabulary.verbs[other].get(word.text)
            if verb is not None:
                self.error(
                    "SV205",
                    word,
                    f"{_FORM_NAMES[form]} of `{verb.id}` belongs here",
                    f"write `{form_of(verb.forms, form)}`",
                    label=f"this is {_FORM_NAMES[other]}",
                )
                return None
        if form == "infinitive" and (verb := self._named_otherwise(word.text)):
            headline = f"the infinitive of `{verb.id}` is the name that it is declared by"
            self.error("SV205", word, headline, f"write `{verb.id}`")
            return None
        symbol = self.table.symbols.get(word.text)
        spellings = {text: text for text in self.vocabulary.verbs[form]}
        if word.text in OWN_VERBS:
            if joined:
                hints = _declare_joined(joined)
                self.error("SV205", word, f"`{word.text}` alone is to leave an agreement", *hints)
                return None
            if word.text.startswith("withdr"):
                hint = f"write `{form_of(NOTICE.forms, form)}`"
                self.error("SV205", word, "withdrawal begins with a notice", hint)
                return None
            headline = f"`{word.text}` has a form of its own, which does not stand here"
            self.error("SV205", word, headline)
        elif symbol is None:
            declare = _declare_joined(joined) or _declare_verb(word.text, form, wanted)
            self._undeclared(word, wanted, lambda: spellings, declare, _ONE_SLIP)
        else:
            self._misfit(word, symbol, wanted, spellings)
        return None

    def _named_otherwise(self, infinitive: str) -> Verb | None:
        """The verb of this infinitive in English that is declared by another name.

        So ``overthrow``, where it is ``incident coup (overthrows, overthrown, coup)``.
        """
        return self.vocabulary.verbs["third"].get(regular(infinitive).third)

    def no_verb(self, word: Word, form: Form) -> bool:
        """Whether a word is nothing that is declared, nor a slip of such a form of a verb."""
        known = (*self.vocabulary.verbs.values(), self.table.symbols, self.reports.unread)
        if word.text in OWN_VERBS or any(word.text in words for words in known):
            return False
        return not near(word.text, self.vocabulary.verbs[form], _ONE_SLIP)

    # Agreements and articles.

    def agreement_at(self, word: Word | None, at: Tree | Word) -> AgreementId | None:
        """The agreement named; else the one that the clause is in; else the case's only one."""
        if word is not None:
            symbol = self.find(word, "an agreement", ("agreement",))
            return None if symbol is None else AgreementId(symbol.name)
        found = self.agreement or self.table.only_agreement
        if found is None:
            self._ask_which_agreement(at, tuple(self.table.agreements))
        return found

    def _ask_which_agreement(self, at: Tree | Word, declared: tuple[AgreementId, ...]) -> None:
        if not declared and "agreement" in self.reports.unread:
            return
        headline = "no agreement is declared that this could speak of"
        if declared:
            headline = "the case has several agreements, and it is not said which is meant"
        hints = (f"{NAME_IT}`{agreement}`" for agreement in declared)
        self.error("SV206", at, headline, *hints)

    def article(self, tree: ArticleName) -> ArticleRef | None:
        """The article that a number means; otherwise reported."""
        number = ArticleNumber(tree.number.text)
        having = tuple(ref.agreement for ref in self.table.articles if ref.article == number)
        open_whose = tree.agreement is None and self.agreement is None
        if open_whose and len(self.table.agreements) > 1:
            if not having:
                numbers = {f"{r.article} of {r.agreement}": r.article for r in self.table.articles}
                self._no_article(tree, f"no agreement has an article {number}", numbers, "the")
            elif len(having) > 1:
                self._ask_which_agreement(tree, having)
            return ArticleRef(having[0], number) if len(having) == 1 else None
        agreement = self.agreement_at(tree.agreement, tree)
        if agreement is None or agreement in having:
            return None if agreement is None else ArticleRef(agreement, number)
        own = [r.article for r in self.table.articles if r.agreement == agreement]
        self._no_article(tree, f"{agreement} has no article {number}", {n: n for n in own})
        return None

    def _no_article(
        self,
        tree: ArticleName,
        headline: str,
        numbers: Mapping[str, ArticleNumber],
        whose: str = "its",
    ) -> None:
        """Report an article that is not there, with those that its number may mean."""
        text = tree.number.text
        if text in self.reports.unread:
            return
        meant = set(_parts_or_whole(text, numbers.values()))
        hints = [f"write `{way}`" for way, one in numbers.items() if one in meant][:_MOST_ARTICLES]
        if not hints and numbers:
            hints = [f"{whose} articles are {', '.join(numbers)}"]
        origin = self.origin(tree.number)
        report = Diagnostic("SV208", Severity.ERROR, headline, origin, hints=tuple(hints))
        self.reports.once(report, headline)


def _declare_joined(name: str) -> tuple[str, ...]:
    """How to declare an act of several words."""
    if not name:
        return ()
    return (f"declare it: `act {name} ...`", "an act of several words is one name, joined by `_`")


def _declare_verb(text: str, form: Form, wanted: str) -> tuple[str, ...]:
    """How to declare an act or an incident of which this is a form.

    Of an infinitive and a noun the name is plain, but for the noun of an act; of other
    forms it is not.
    """
    if form == "infinitive" or (form == "noun" and wanted == "an incident"):
        sorts = ("incident",) if wanted == "an incident" else ("incident", "act")
        declare = tuple(f"declare it: `{sort} {text} ...`" for sort in sorts)
        return (*_as_help(text, form), *declare)
    if form == "third" and (way := declaration(text)):
        return (*_as_help(text, form), f"declare it: `{way}`")
    if _as_help(text, form):
        return _as_help(text, form)
    return ("an act of one's own is declared by its infinitive, such as `act invite`",)


def _as_help(text: str, form: Form) -> tuple[str, ...]:
    """That help is assistance, where a form of another verb for it stands."""
    verbs = [regular(verb) for verb in _HELP]
    if not any(form_of(verb, form) == text for verb in verbs):
        return ()
    return (f"what is meant may be `{form_of(_ASSIST, form)}`, which is built in",)


def _parts_or_whole(number: str, numbers: Iterable[str]) -> list[str]:
    """The articles that a number may mean: its paragraphs, or the article that it is one of.

    Another number that looks alike is another article, so none is suggested.
    """
    low = number.lower()
    return [
        one
        for one in numbers
        if one.lower() == low or one.startswith(f"{low}.") or low.startswith(f"{one.lower()}.")
    ]


def title(word: Word | None) -> str:
    """A title; none is empty."""
    return word.text if word else ""


def texts(words: Iterable[Word]) -> tuple[str, ...]:
    """What titles, sources or judgements say."""
    return tuple(word.text for word in words)
