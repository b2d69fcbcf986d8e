"""What a user names becomes articles, and what cannot be read is reported."""

from __future__ import annotations

import datetime as dt
import importlib
import os
import sys
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from servanda.core.diagnostic import Severity
from servanda.workbench.reading.sources import files
from servanda.workbench.reading.sources.addresses import is_public
from servanda.workbench.reading.sources.articles import gather
from servanda.workbench.reading.sources.gathered import Gathered, Taken
from servanda.workbench.reports import Checked
from tests.docs.pages import ROOT
from tests.unit.reading.sources import ATOM, FEED, PAGE, add_page, assembled, pdf_of


def gathered(*sources: str, **settings: Any) -> Gathered:
    found = gather(sources, **settings)
    assert isinstance(found, Gathered)
    return found


def taken(content: bytes, **settings: object) -> Taken:
    found = gathered("-", standard_input=content, **settings)
    assert not found.checked.diagnostics
    (one,) = found.taken
    return one


def refused(content: bytes) -> tuple[str, str]:
    found = gathered("-", standard_input=content)
    (report,) = found.checked.diagnostics
    assert not found.taken
    assert report.severity is Severity.ERROR
    return report.code, report.headline


def words(one: Taken) -> list[str]:
    article = one.article
    return [article.text[start:end] for start, end in article.paragraphs]


# Plain text.


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_copies_of_a_text_are_one_text_whatever_ends_their_lines(end: str, encoding: str) -> None:
    text = "Head\n\n  He said \N{LEFT DOUBLE QUOTATION MARK}no\N{RIGHT DOUBLE QUOTATION MARK}.\n"
    one = taken(text.replace("\n", end).encode(encoding))
    assert one.article.text == text
    assert one.article.digest == taken(text.encode()).article.digest
    assert words(one) == ["Head", text.split("\n")[2].strip()]
    assert (one.form, one.taken_by) == ("text", "")


def test_a_western_text_has_its_lines_ended_alike_too() -> None:
    found = gathered("-", standard_input="Le café\r\na fermé.\r\n".encode("cp1252"))
    assert found.articles[0].text == "Le café\na fermé.\n"


def test_a_western_text_that_is_not_in_utf_8_is_read_and_this_is_told() -> None:
    found = gathered("-", standard_input="The café in Zürich – closed.".encode("cp1252"))
    assert found.articles[0].text == "The café in Zürich – closed."
    (remark,) = found.checked.diagnostics
    assert (remark.code, remark.severity) == ("SV958", Severity.WARNING)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "SV952"),
        (b" \r\n\t", "SV952"),
        (b"\xef\xbb\xbf \n", "SV952"),
        (b"PK\x03\x04\x00\x00", "SV953"),
        (b"The \x1b[31mtreaty", "SV953"),
        (b"The \xed\xa0\x80 treaty: \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", "SV953"),
        ("Министр сказал".encode("cp1251"), "SV953"),
        (b"\xff\xfe\x00\xd8T\x00", "SV953"),
        (b"a\x81b" * 1, "SV953"),
        (b"<?xml version='1.0'?><nitf><p>x</p></nitf>", "SV953"),
    ],
)
def test_what_is_no_text_is_not_read(content: bytes, code: str) -> None:
    assert refused(content)[0] == code


def test_markdown_is_text_even_where_it_has_tags(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("<div align=center>\n\n# Head\n\nShe agreed.")
    one = gathered(str(tmp_path / "a.md")).taken[0]
    assert one.form == "text"
    assert words(one)[1:] == ["# Head", "She agreed."]


# The day.


def test_the_day_is_the_users_before_the_articles_own() -> None:
    text = b"BERN, Aug. 18, 2025 (XY) - The envoys met."
    own = taken(text).article
    assert own.dateline == dt.date(2025, 8, 18)
    assert own.dateline_from == 'the article: "BERN, Aug. 18, 2025 (XY) -"'
    given = taken(text, date="2025-08-20", outlet="XY").article
    assert given.dateline == dt.date(2025, 8, 20)
    assert (given.dateline_from, given.outlet) == ("the user", "XY")


def test_without_any_day_there_is_none_whatever_the_time_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The envoys met on the 17th.")
    article = gathered(str(tmp_path / "a.txt")).articles[0]
    assert (article.dateline, article.dateline_from) == (None, "")


@pytest.mark.parametrize("date", ["yesterday", "2025-02-30", "2025-08-18 10:00", "0001-01-01"])
def test_a_day_that_is_none_is_misuse(date: str) -> None:
    found = gather(["-"], standard_input=b"x", date=date)
    assert isinstance(found, Checked)
    assert found.misuse


@pytest.mark.parametrize("outlet", ["The\x1b[31m News", "The\u200b News", "The\nNews"])
def test_an_outlet_with_a_character_that_shows_nothing_is_misuse(outlet: str) -> None:
    found = gather(["-"], standard_input=b"She agreed.", outlet=outlet)
    assert isinstance(found, Checked)
    assert found.misuse
    (report,) = found.diagnostics
    number = f"U+{ord(outlet[3]):04X}"
    assert report.headline.endswith(f"the character 4 of `--outlet` shows nothing ({number})")


# Web pages.


def test_of_a_page_the_main_text_is_read_and_what_took_it_is_told() -> None:
    one = taken(PAGE.encode())
    assert one.form == "page"
    assert one.taken_by.startswith("trafilatura ")
    assert "Copyright" not in one.article.text
    assert "World" not in one.article.text
    assert any(line.startswith("Her colleague from Graustark “rejected”") for line in words(one))
    article = one.article
    assert (article.title, article.outlet) == ("Envoys meet in Bern", "The Daily Example")
    assert article.address == "https://news.example.org/envoys-meet"
    assert article.dateline == dt.date(2025, 8, 18)
    assert article.dateline_from == ('the page: article:published_time "2025-08-18T23:30:00-04:00"')


def test_a_day_that_a_page_merely_shows_somewhere_is_not_taken() -> None:
    page = PAGE.replace('<meta property="article:published_time"', '<meta name="x"')
    page = page.replace("Copyright 2019", "Most read: 3 May 2024")
    assert taken(page.encode()).article.dateline is None


def test_a_day_declared_as_linked_data_is_that_of_the_article_and_of_no_other() -> None:
    page = PAGE.replace(
        '<meta property="article:published_time" content="2025-08-18T23:30:00-04:00">',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "datePublished":'
        ' "2001-01-01"}, {"@type": ["NewsArticle"], "datePublished": "2025-08-17"}]}</script>',
    )
    assert taken(page.encode()).article.dateline == dt.date(2025, 8, 17)


def test_a_day_that_the_address_of_a_page_declares_is_its_day() -> None:
    page = PAGE.replace('<meta property="article:published_time"', '<meta name="x"')
    article = taken(page.replace("envoys-meet", "2025/08/18/envoys").encode()).article
    assert article.dateline == dt.date(2025, 8, 18)
    assert article.dateline_from.startswith("the address of the page: https://news.example.org/")
    assert taken(page.replace("envoys-meet", "2025/19/39/x").encode()).article.dateline is None


def test_a_page_is_known_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.html").write_text("BERN - The envoys met. 3 < 4.")
    one, two = gathered(str(tmp_path)).taken
    assert (one.form, two.form) == ("page", "text")


def test_a_page_in_the_encoding_that_it_declares() -> None:
    page = PAGE.replace("utf-8", "iso-8859-1").replace("&ldquo;rejected&rdquo;", "café")
    assert "café" in taken(page.encode("cp1252")).article.text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body>" + "<div>" * 50_000 + "x" + "</div>" * 50_000 + "</body></html>",
        "<!doctype html><script>var a = 1;</script>",
    ],
)
def test_a_page_without_a_main_text_is_reported(page: str) -> None:
    assert refused(page.encode())[0] == "SV952"


# PDF files.

LINES = [
    "Envoys meet in Bern",
    "",
    "The foreign minister of Ruritania said on Monday that her",
    "country would sign the treaty (article 5), and that the gov-",
    "ernment had agreed.",
    "Her colleague from Graustark did not. He said that the text",
    "needed a third reading before anybody could think of",
]


def test_a_pdf_is_read_with_its_lines_and_its_paragraphs_go_over_the_page() -> None:
    one = taken(pdf_of([LINES, ["signing it."]], title="Envoys meet"))
    assert (one.form, one.article.title) == ("pdf", "Envoys meet")
    assert one.taken_by.startswith("pypdf ")
    assert "gov-\nernment" in one.article.text
    assert words(one)[-1].startswith("Her colleague")
    assert words(one)[-1].endswith("\fsigning it.")
    assert one.article.dateline is None


def test_a_pdf_without_letters_is_a_scan() -> None:
    code, headline = refused(pdf_of([[]]))
    assert code == "SV952"
    assert "scan" in headline


@pytest.mark.parametrize("cut", [20, 200, 400])
def test_a_broken_pdf_is_reported(cut: int) -> None:
    assert refused(pdf_of([LINES])[:cut])[0] in {"SV952", "SV956"}


def test_a_pdf_with_a_password_is_reported() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_of([LINES]))))
    writer.encrypt("secret", algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    code, headline = refused(target.getvalue())
    assert code == "SV956"
    assert "password" in headline


def test_a_pdf_that_unpacks_to_more_than_is_read_is_reported() -> None:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< >>", b"<< >>"]
    kid = add_page(objects, zlib.compress(b" " * 100_000_000))
    objects[1] = f"<< /Type /Pages /Kids [{kid}] /Count 1 >>".encode()
    assert refused(assembled(objects))[0] == "SV954"


# Feeds.


def test_each_entry_of_a_feed_is_an_article_and_a_summary_is_told() -> None:
    found = gathered("-", standard_input=FEED.encode())
    whole, summary = found.taken
    assert words(whole) == [
        "The envoys met in Bern.",
        "They & their hosts agreed to meet again.",
    ]
    assert whole.whole
    assert whole.article.name == "- [1]"
    assert whole.article.address == "https://news.example.org/1"
    assert whole.article.outlet == "The Daily Example"
    assert whole.article.dateline == dt.date(2025, 8, 18)
    assert whole.article.dateline_from == 'the feed: published "Mon, 18 Aug 2025 23:30:00 -0400"'
    assert not summary.whole
    assert summary.article.dateline is None
    assert [d.code for d in found.checked.diagnostics] == ["SV959"]


def test_an_atom_feed_gives_the_day_of_the_last_change_where_it_has_no_other() -> None:
    article = taken(ATOM.encode()).article
    assert article.text == "Ruritania signed the treaty."
    assert article.dateline_from == 'the feed: updated "2025-08-19T08:00:00Z"'


def test_a_feed_that_grows_without_end_when_it_is_read_is_reported() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    found = gathered("-", standard_input=f"{bomb}]><rss><channel><item><title>&j;</title>".encode())
    assert not found.taken
    assert found.checked.errors == 1


# Files and folders.


def test_a_folder_is_read_by_name_without_what_is_hidden_or_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".c.txt", "d.jpg"):
        (tmp_path / name).write_text(f"Text {name}")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "e.txt").write_text("Text")
    found = gathered(str(tmp_path))
    assert [Path(a.name).name for a in found.articles] == ["a.txt", "b.txt"]
    (remark,) = found.checked.diagnostics
    assert remark.code == "SV959"
    assert "d.jpg" in remark.headline


def test_a_folder_without_an_article_and_a_link_that_leads_out(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert [d.code for d in gathered(str(folder)).checked.diagnostics] == ["SV952"]
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    found = gathered(str(folder))
    assert not found.taken
    assert [d.code for d in found.checked.diagnostics] == ["SV951"]


def test_what_is_no_plain_file_is_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for name in (str(pipe), "/dev/zero", str(tmp_path / "none"), "a\0b", "x" * 5000):
        found = gathered(name)
        assert not found.taken
        assert [d.code for d in found.checked.diagnostics] == ["SV951"]


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_BYTES", 10)
    (tmp_path / "a.txt").write_text("x" * 11)
    found = gathered(str(tmp_path / "a.txt"))
    assert [d.code for d in found.checked.diagnostics] == ["SV954"]


def test_one_bad_source_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "c.txt").write_text("Two.")
    sources = [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt", "a.txt")]
    found = gathered(*sources)
    assert [a.text for a in found.articles] == ["One.", "Two."]
    assert found.checked.errors == 1


@pytest.mark.parametrize(
    ("missing", "content"), [("trafilatura", PAGE), ("pypdf", "%PDF-1.4"), ("feedparser", FEED)]
)
def test_what_is_not_installed_is_named(
    missing: str, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    found = gathered("-", standard_input=content.encode())
    (report,) = found.checked.diagnostics
    assert report.code == "SV955"
    readme = (ROOT / "README.md").read_text(encoding="utf-8").replace(" --quiet", "")
    assert report.hints[0].split("`")[1] in readme


def test_text_needs_nothing_that_is_not_always_there(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("trafilatura", "pypdf", "feedparser", "urllib3", "spacy"):
        monkeypatch.setitem(sys.modules, name, None)
    importlib.reload(importlib.import_module("servanda.workbench.reading.sources.pages"))
    assert taken(b"One.").article.text == "One."


# Addresses.


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        content = {"/page": PAGE, "/feed": FEED, "/large": "x" * 100}.get(self.path, "")
        leads = {
            "/moved": "/page",
            "/file": "file:///etc/passwd",
            "/inside": f"http://localhost:{self.headers['Host'].rpartition(':')[2]}/page",
            "/round": "/round",
        }.get(self.path)
        self.send_response(302 if leads else 200 if content else 404)
        if leads:
            self.send_header("Location", leads)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(content.encode())

    def log_message(self, *_: object) -> None:
        """Keep silent."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_an_address_is_asked_and_what_is_there_is_read(site: str) -> None:
    one = gathered(f"{site}/moved").taken[0]
    assert one.article.name == f"{site}/moved"
    assert one.article.title == "Envoys meet in Bern"
    assert len(gathered(f"{site}/feed").taken) == 2


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/none", "404"),
        ("/file", "no page of the web"),
        ("/inside", "not public"),
        ("/round", "more than 5 times"),
    ],
)
def test_an_address_that_gives_nothing_says_why(site: str, path: str, why: str) -> None:
    found = gathered(site + path)
    (report,) = found.checked.diagnostics
    assert report.code == "SV957"
    assert why in report.headline


def test_an_address_without_an_answer_is_reported() -> None:
    for address in ("http://127.0.0.1:9/x", "https://a@127.0.0.1/", "http://", "http://[x/"):
        assert [d.code for d in gathered(address).checked.diagnostics] == ["SV957"]


def test_a_page_that_is_too_large_is_not_read(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("servanda.workbench.reading.sources.addresses.LARGEST_BYTES", 10)
    found = gathered(f"{site}/large")
    assert [d.code for d in found.checked.diagnostics] == ["SV954"]


@pytest.mark.parametrize(
    ("machine", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
        ("0.0.0.0", False),
    ],
)
def test_which_machines_are_public(machine: str, public: bool) -> None:
    assert is_public(machine) is public
