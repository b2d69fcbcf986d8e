"""Reading articles: the whole reader against the pipeline of spaCy alone, on the same texts.

The texts are the pieces of news in `../shared/data/news` where they are at hand, else the sentences
that the reader is measured by, page after page. Both go through the same pipeline, with the same
paragraphs; what is measured is what the rules add to it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from bench.ratio import Ratio, peak_memory, seconds_of
from servanda.analyses.reading.article import Article
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.parsing import model, parse
from servanda.analyses.reading.reader import read_parsed
from servanda.workbench.reading.by_rules import names_for, reader_by_rules

ROOT = Path(__file__).resolve().parents[1]
NEWS = ROOT.parent / "shared" / "data" / "news" / "ukraine_talks.jsonl"
SENTENCES = ROOT / "tests" / "validation" / "reading_sentences"

TEXTS = 8
"""How many texts are read in a round."""

READ = "from bench.reading import read_all; read_all()"
PARSED = "from bench.reading import parse_all; parse_all()"


def missing() -> tuple[str, ...]:
    """What has to be installed for these rows and is not."""
    return tuple(name for name in ("spacy",) if find_spec(name) is None)


def reader(rounds: int) -> Iterator[Ratio]:
    """What reading costs, beyond what spaCy's pipeline costs on the same texts."""
    if missing():
        return
    reader_by_rules()(articles()[0])
    ratios = []
    for _ in range(rounds):
        alone, read = seconds_of(parse_all), seconds_of(read_all)
        ratios.append(read / alone)
        words = sum(len(article.text.split()) for article in articles())
        print(f"read: {words / read:,.0f} words a second in one process", file=sys.stderr)
    yield Ratio.of("articles to proposed statements, time", "spaCy's pipeline, same texts", ratios)
    whole, alone_memory = peak_memory(READ), peak_memory(PARSED)
    if whole and alone_memory:
        yield Ratio.of(
            "articles to proposed statements, peak memory",
            "spaCy's pipeline, same texts",
            [whole / alone_memory],
        )
    yield from _long(rounds)


def _long(rounds: int) -> Iterator[Ratio]:
    """What the rules cost in a long text: as much as in its parts, where they grow with it alone."""
    apart = [(article, parse(article)) for article in articles()]
    text = "\n\n".join(article.text for article in articles())
    together = Article("all of them", text, paragraphs_of(text))
    parsed, names = parse(together), names_for(None)

    def read_apart() -> None:
        for one in apart:
            read_parsed(*one, names)

    ratios = [
        seconds_of(lambda: read_parsed(together, parsed, names)) / seconds_of(read_apart)
        for _ in range(rounds)
    ]
    yield Ratio.of("the rules alone, on all articles as one text", "on each by itself", ratios)


@cache
def articles() -> tuple[Article, ...]:
    """The texts that are read."""
    return tuple(
        Article(f"text {number}", text, paragraphs_of(text))
        for number, text in enumerate(islice(_texts(), TEXTS), 1)
    )


def _texts() -> Iterator[str]:
    if NEWS.exists():
        with NEWS.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)
    else:
        yield from (path.read_text(encoding="utf-8") for path in sorted(SENTENCES.glob("*.md")))


def parse_all() -> None:
    """Has spaCy parse all texts, paragraph by paragraph."""
    for article in articles():
        for _ in model().pipe(article.text[start:end] for start, end in article.paragraphs):
            pass


def read_all() -> None:
    """Reads all texts, one after the other."""
    read = reader_by_rules()
    for article in articles():
        read(article)
