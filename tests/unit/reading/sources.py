"""Sources as they come: pages, PDF files and feeds, built here byte by byte."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>Envoys meet in Bern | The Daily Example</title>
<meta property="og:site_name" content="The Daily Example">
<meta property="og:title" content="Envoys meet in Bern">
<meta property="article:published_time" content="2025-08-18T23:30:00-04:00">
<link rel="canonical" href="https://news.example.org/envoys-meet">
</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Envoys meet in Bern</h1>
<p>The foreign minister of Ruritania said on Monday that her country would sign the treaty.</p>
<p>Her colleague from Graustark <b>&ldquo;rejected&rdquo;</b> the clause on inspections, and asked
for a third reading of the text before the end of the month.</p>
<p>Both envoys will meet again in September, according to a statement of the hosts.</p>
</article>
<footer>Terms of use, privacy, contact. Copyright 2019.</footer>
</body></html>
"""


def pdf_of(pages: Sequence[Sequence[str]], *, title: str = "", extra: bytes = b"") -> bytes:
    """A PDF file with these lines on its pages (ISO 32000-1, 7.5)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT, _text(f"<< /Title ({title}) >>")]
    kids = []
    for lines in pages:
        shown = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
        stream = _text(f"BT /F1 11 Tf 14 TL 60 760 Td {shown} ET") + extra
        kids.append(add_page(objects, zlib.compress(stream)))
    objects[1] = _text(f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>")
    return assembled(objects)


def add_page(objects: list[bytes], packed: bytes) -> str:
    """Add a page with this content, and say how it is referred to."""
    number = len(objects) + 1
    objects.append(
        _text(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    )
    head = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n"
    objects.append(_text(head) + packed + b"\nendstream")
    return f"{number} 0 R"


def assembled(objects: Sequence[bytes]) -> bytes:
    """A file of these objects."""
    file, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(file))
        file += _text(f"{number} 0 obj\n") + one + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(file)
    file += _text(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}")
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\n"
    return file + _text(f"{trailer}startxref\n{start}\n%%EOF\n")


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"


def _text(written: str) -> bytes:
    return written.encode("latin-1")


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Daily Example</title><link>https://news.example.org/</link>
<item><title>Envoys meet</title><link>https://news.example.org/1</link>
<pubDate>Mon, 18 Aug 2025 23:30:00 -0400</pubDate><description>They met.</description>
<content:encoded><![CDATA[<p>The envoys met in <b>Bern</b>.</p><p>They &amp; their hosts
agreed to meet again.</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>Third reading</title><link>https://news.example.org/2</link>
<description>Graustark asks for a third reading.</description></item>
</channel></rss>
"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Wire</title>
<entry><title>Treaty signed</title><id>urn:x:1</id><updated>2025-08-19T08:00:00Z</updated>
<link href="https://wire.example.org/1"/><content type="text">Ruritania signed the treaty.</content>
</entry></feed>
"""
