"""From bytes to the characters of a text, with the encoding told where it had to be supposed."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from servanda.core.diagnostic import Diagnostic
from servanda.workbench.reading.sources.failures import encoding_supposed, not_text

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""Control characters that no text needs; those that part lines, pages and columns are left."""
_NEEDLESS = re.compile(rf"{_CONTROL.pattern}|[\ud800-\udfff]")

WESTERN_SHARE = 0.2
"""A text in Windows-1252 has fewer letters than this share outside ASCII; else it is in another
encoding, such as a Cyrillic one, which nobody could tell for sure."""

_OLD_NAMES = {"ascii": "cp1252", "iso8859-1": "cp1252"}
"""What pages call Windows-1252, after the WHATWG Encoding Standard, 4.2."""

_OF_PAGES = re.compile(
    r"utf-8|ascii|cp\d+|iso8859-\d+|koi8-[ru]|mac-\w+|gb\w+|big5\w*|shift_jis\w*|euc_\w+"
)
"""The encodings, as Python calls them, that pages are in."""

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
_DECLARED_WITHIN = 4096


class Decoded(NamedTuple):
    """A text, and what is to be known of how it was read."""

    text: str
    remarks: tuple[Diagnostic, ...] = ()


def decoded(name: str, content: bytes, charset: str = "") -> Decoded | Diagnostic:
    """The characters of a text file; a byte order mark is left out, and each line ends in one way.

    UTF-8, or UTF-16 with a byte order mark; what cannot be UTF-8 is supposed to be Windows-1252, if
    it looks like a western text, and this is told.

    Args:
        name: What the user calls it.
        content: Its bytes.
        charset: What a server said, which counts where it is not UTF-8; empty where nothing.
    """
    if content.startswith(_UTF16):
        try:
            return _without_controls(name, content.decode("utf-16"))
        except UnicodeDecodeError as error:
            return not_text(name, f"byte {error.start + 1} does not fit UTF-16")
    try:
        return _without_controls(name, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        if _encoding(charset) not in {"", "utf-8"}:
            return _without_controls(name, content.decode(_encoding(charset), "replace"))
        return _supposed(name, content, error)


def _supposed(name: str, content: bytes, error: UnicodeDecodeError) -> Decoded | Diagnostic:
    """A text that is not UTF-8 throughout: in Windows-1252, unless it is UTF-8 with a fault."""
    place = len(content) - len(error.object) + error.start + 1
    kept = content.decode("utf-8", "ignore")
    lost = len(content) - len(kept.encode())
    if sum(character > "\x7f" for character in kept) > lost:
        return not_text(name, f"byte {place} does not fit UTF-8, as the others do")
    beyond = sum(byte > 0x7F for byte in content)
    if beyond >= WESTERN_SHARE * len(content):
        return not_text(name, "it is not in UTF-8, and its encoding cannot be told")
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return not_text(name, f"byte {place} fits neither UTF-8 nor Windows-1252")
    found = _without_controls(name, text)
    if isinstance(found, Diagnostic):
        return found
    return found._replace(remarks=(encoding_supposed(name),))


def _without_controls(name: str, text: str) -> Decoded | Diagnostic:
    control = _CONTROL.search(text)
    if control is None:
        return Decoded(with_plain_line_ends(text))
    place = control.start() + 1
    return not_text(name, f"character {place} is the control character U+{ord(control[0]):04X}")


def without_controls(text: str) -> str:
    """A text without the control characters, and the halves of characters, that no text needs."""
    return with_plain_line_ends(_NEEDLESS.sub("", text))


def with_plain_line_ends(text: str) -> str:
    """A text whose lines end in one character, so that copies from several systems are one text."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded_page(content: bytes, charset: str = "") -> str:
    """The characters of a web page, as a browser would find them.

    By a byte order mark, else by what the server or the page itself declares, else as UTF-8, else as
    Windows-1252 (WHATWG, HTML, 13.2.3). What does not fit becomes U+FFFD.

    Args:
        content: Its bytes.
        charset: What the server said; empty where nothing.
    """
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), *((m, "utf-16") for m in _UTF16)):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    declared = _DECLARED.search(content[:_DECLARED_WITHIN])
    for name in (charset, declared[1].decode("ascii", "ignore") if declared else ""):
        encoding = _encoding(name)
        if encoding:
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _encoding(name: str) -> str:
    """The encoding of a name, as Python calls it; empty where it is none of a page."""
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    if found.startswith("utf-16"):
        return "utf-8"
    return _OLD_NAMES.get(found, found) if _OF_PAGES.fullmatch(found) else ""
