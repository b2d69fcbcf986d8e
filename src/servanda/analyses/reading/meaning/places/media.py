"""Where something was said: an interview, a network, an agency. A medium is no speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.proposal import Guess

_OCCASIONS = (
    (
        r"\bin (?:an?|his|her|their) (?:\w+ ){0,2}?interviews? (?:with|on|to|for) (?:the )?",
        "interview",
    ),
    (r"\b(?:told|tells|telling) (?:the )?(?=[A-Z])", ""),
    (r"\baccording to (?:the )?", ""),
    (r"\b(?:was|were|is) (?:quoted|cited) (?:as saying )?(?:by|on|in) (?:the )?", ""),
    (r"\b(?:speaking|spoke|appearing|appeared|said|says) (?:to|on|with|in) (?:the )?(?=[A-Z])", ""),
    (r"\b(?:wrote|writing|writes|writing) (?:in|on|for) (?:the )?", ""),
    (r"\b(?:posted|posts|posting|wrote|writes|said|tweeted|writing) on (?:the )?", ""),
    (r"\breported by (?:the )?", ""),
    (
        r"\bin (?:comments|remarks|an interview|a statement) (?:carried|published|aired|broadcast) (?:by|on|in) (?:the )?",
        "",
    ),
    (r"(?:^|, )(?=[A-Z][\w.\s-]{1,40}? (?:reported|reports)\b)", ""),
)
_SOCIAL = re.compile(
    r"\b(?:posted|posts|posting|wrote|writes|said|tweeted|writing|statement|message|post)\b[^.\"“]{0,40}?"
    r"\bon (?:his |her |its |their )?(social media|Truth Social|Telegram|Twitter|X|Facebook|WeChat|Weibo|Instagram)\b"
)
_PLACES = re.compile(
    r"\b(?:[Ii]n|[Aa]t) (?:an?|his|her|their|its|the) (?:\w+ ){0,2}?"
    r"(interview|speech|statement|press conference|news conference|briefing|address|letter)\b"
)


class Outlets:
    """Newspapers, broadcasters, agencies and networks, by what they are called.

    Attributes:
        names: Every name, mapped to the one under which it goes.
    """

    __slots__ = ("_occasions", "_reported", "names")

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names
        every = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
        self._occasions: tuple[tuple[re.Pattern[str], str], ...] = ()
        self._reported: re.Pattern[str] | None = None
        if every:
            self._occasions = tuple(
                (re.compile(rf"(?i:{opening})({every})(?![\w])"), what)
                for opening, what in _OCCASIONS
            )

    def medium_in(self, text: str) -> Guess[str]:
        """Where something was said, by the words around it that are not what was said."""
        for pattern, what in self._occasions:
            found = pattern.search(text)
            if found is not None:
                outlet = self.names[found[1]]
                return Guess(f"{outlet}, {what}" if what else outlet, "sure", f'"{found[0]}"')
        social = _SOCIAL.search(text)
        if social is not None:
            return Guess(social[1], "sure", f'"{social[0]}"')
        place = _PLACES.search(text)
        if place is not None:
            return Guess(place[1], "likely", f'"{place[0]}"')
        return Guess("", "sure", "no medium is named")


def outside(text: str, sentence: Stretch, contents: Iterable[Stretch]) -> str:
    """The words of a sentence that are not what is said in it."""
    parts: list[str] = []
    at = sentence.start
    for content in sorted(contents):
        if content.end <= at or content.start >= sentence.end:
            continue
        parts.append(text[at : max(at, content.start)])
        at = content.end
    parts.append(text[at : max(at, sentence.end)])
    return " ".join(part.strip() for part in parts if part.strip())
