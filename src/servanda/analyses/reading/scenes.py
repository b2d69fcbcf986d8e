"""An article with its tokens, and who and what can be meant in it."""

from __future__ import annotations

from msgspec.structs import replace

from servanda.analyses.reading.article import Article, Quote, Stretch
from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.meaning.finding.stances import phrase
from servanda.analyses.reading.meaning.grammar.clauses import inside, main_clauses
from servanda.analyses.reading.meaning.grammar.voices import depths
from servanda.analyses.reading.meaning.places.media import Outlets
from servanda.analyses.reading.meaning.topics.topics import Matter
from servanda.analyses.reading.names.resolved import Resolved
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.proposal import Guess, Speaker
from servanda.analyses.reading.tokens import Parsed, Token

_ITS = ("its ", "his country's ", "her country's ")


class Scene:
    """An article with its tokens, and who and what can be meant in it.

    Attributes:
        matters: What it may be about.
        outlets: Through what something can have been said.
        depths: For each token, in how many quotations, one within another, it stands.
    """

    __slots__ = ("_meant", "article", "depths", "matters", "names", "outlets", "parsed")

    def __init__(
        self, article: Article, parsed: Parsed, names: Names, matters: tuple[Matter, ...]
    ) -> None:
        self.article = article
        self.parsed = parsed
        self.names = names
        self.matters = matters
        self.outlets = Outlets(
            {name: one.id for one in names.lists.outlets for name in (one.name, *one.also)}
        )
        self.depths = depths(parsed)
        self._meant: dict[str, Resolved] = {}

    def meant(self, words: str) -> Resolved:
        """Who is meant by some words on the day of the article."""
        found = self._meant.get(words)
        if found is None:
            found = self.names.resolve(words, self.article.dateline, self.parsed.text)
            self._meant[words] = found
        return found

    def known(self, speaker: Speaker, saying: Attribution) -> Speaker:
        """A speaker of whom nothing is known, by what its own words say of it."""
        if speaker.words is None or speaker.parties.value or speaker.parties.suggested:
            return speaker
        if speaker.person.value:
            meant = self.meant(speaker.person.value)
            parties = Guess(meant.parties, "likely", meant.reason)
            return (
                speaker
                if meant.person or not meant.parties
                else replace(speaker, parties=parties, person=Guess("", "likely", meant.reason))
            )
        if speaker.words.words.lower().startswith(_ITS):
            return self._of_what_is_said(speaker, saying)
        found = self.meant(speaker.words.words)
        named = Guess(found.parties, found.tier, found.reason) if found.parties else None
        return replace(
            speaker,
            parties=named or speaker.parties,
            unnamed=speaker.unnamed or found.unnamed,
        )

    def _of_what_is_said(self, speaker: Speaker, saying: Attribution) -> Speaker:
        """*Its foreign minister*, behind what is said: of whom that speaks first."""
        for clause in main_clauses(self.parsed, inside(self.parsed, saying.content))[:1]:
            if clause.subject is None or clause.subject.start >= saying.source[0].start:
                continue
            words = self.words_at(clause.subject)
            parties = self.meant(words).parties
            if len(parties) == 1:
                because = f'"its" is that of "{words}", of which it speaks'
                return replace(speaker, parties=Guess(parties, "likely", because))
        return speaker

    def words_at(self, token: Token) -> str:
        """The phrase whose main word a token is."""
        places = phrase(self.parsed, token)
        tokens = self.parsed.tokens
        return self.parsed.text[tokens[places[0]].start : tokens[places[-1]].end]

    def sentence(self, token: Token) -> Stretch:
        """The sentence of a token."""
        tokens = self.parsed.sentence_of(token)
        return Stretch(tokens[0].start, tokens[-1].end)

    def words_of(self, saying: Attribution) -> Quote:
        """A saying from its first to its last word, as far as one sentence goes."""
        around = self.sentence(self.parsed.tokens[saying.verb])
        parts = (*saying.source, *saying.cue, *saying.content)
        start = max(around.start, min(part.start for part in parts))
        end = min(around.end, max(part.end for part in parts))
        return self.article.quote(Stretch(start, end) if start < end else saying.cue[0])
