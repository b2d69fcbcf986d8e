"""From an address that the user named to what is there: asked once, of nobody else."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from email.message import Message
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from servanda import __version__
from servanda.core.diagnostic import Diagnostic
from servanda.workbench.reading.sources.failures import (
    LARGEST_BYTES,
    extra_needed,
    not_fetched,
    too_large,
)
from servanda.workbench.reading.sources.files import Content

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.util import Url

SCHEMES = ("http://", "https://")
"""What an address begins with."""

SECONDS = 10.0
"""How long a server may keep silent."""

SECONDS_IN_ALL = 60.0
"""How long all of an answer may take."""

MOST_REDIRECTS = 5

_PIECE = 65536
_MOVED = frozenset({301, 302, 303, 307, 308})
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""Addresses of version 4 within those of version 6 (RFC 6052)."""


class _RefusalError(Exception):
    """Why an address gave nothing, in words."""


def is_address(source: str) -> bool:
    """Whether a source is an address of the web, and no file."""
    return source.casefold().startswith(SCHEMES)


def fetched(address: str) -> Content | Diagnostic:
    """What is at an address.

    A server may send on to another address that is public, or that is of the host that the user
    named; to no file, and to no machine that only the user's own network reaches (OWASP, *Server Side
    Request Forgery*). The machine that was looked up is the one that is asked.

    Args:
        address: As the user named it.
    """
    try:
        import urllib3
    except ImportError:
        return extra_needed(address, "an address")
    try:
        return _followed(address)
    except _RefusalError as refusal:
        return not_fetched(address, str(refusal))
    except urllib3.exceptions.SSLError:
        return not_fetched(address, "its certificate is not one that this machine trusts")
    except (TimeoutError, urllib3.exceptions.TimeoutError):
        return not_fetched(address, "it took too long to answer")
    except (OSError, UnicodeError, ValueError, urllib3.exceptions.HTTPError):
        return not_fetched(address, "it cannot be reached, or its answer cannot be read")


def _followed(address: str) -> Content | Diagnostic:
    from urllib3.util import parse_url

    named, place = "", address
    until = time.monotonic() + SECONDS_IN_ALL
    for _ in range(MOST_REDIRECTS + 1):
        url = parse_url(place)
        if url.scheme not in {"http", "https"} or not url.host:
            raise _RefusalError("it leads to what is no page of the web")
        if url.auth:
            raise _RefusalError("an address with a password is not asked for")
        named = named or url.host
        response = _answer(url, any_machine=url.host == named)
        try:
            if response.status not in _MOVED or "location" not in response.headers:
                return _content(address, place, response, until)
            place = urljoin(place, response.headers["location"])
        finally:
            response.close()
    raise _RefusalError(f"it leads from one address to another more than {MOST_REDIRECTS} times")


def _answer(url: Url, *, any_machine: bool) -> BaseHTTPResponse:
    """What the first machine of an address answers that can be reached and may be asked."""
    from urllib3.exceptions import NewConnectionError

    port = url.port or (443 if url.scheme == "https" else 80)
    machines = list(dict.fromkeys(_machines(url.host or "", port)))
    asked = [one for one in machines if any_machine or is_public(one)]
    if machines and not asked:
        raise _RefusalError("it leads to a machine that is not public")
    for number, machine in enumerate(asked, 1):
        try:
            return _asked(url, machine, port)
        except NewConnectionError:
            if number == len(asked):
                raise
    raise _RefusalError("there is no such host")


def _machines(host: str, port: int) -> Iterator[str]:
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except socket.gaierror:
        raise _RefusalError("there is no such host") from None
    return (str(entry[4][0]) for entry in found)


def is_public(machine: str) -> bool:
    """Whether anybody can reach a machine by its number."""
    number: IPv4Address | IPv6Address = ip_address(machine.partition("%")[0])
    if isinstance(number, IPv6Address):
        within = number.ipv4_mapped or number.sixtofour
        if number in _TRANSLATED:
            within = IPv4Address(int(number) & 0xFFFFFFFF)
        if within is not None:
            return is_public(str(within))
    return number.is_global and not number.is_multicast


def _asked(url: Url, machine: str, port: int) -> BaseHTTPResponse:
    """The answer of one machine, before its content is read."""
    import urllib3

    pool: urllib3.HTTPConnectionPool
    if url.scheme == "https":
        import ssl

        import certifi

        trusted = ssl.create_default_context()
        trusted.load_verify_locations(certifi.where())
        host = (url.host or "").strip("[]")
        pool = urllib3.HTTPSConnectionPool(
            machine, port, ssl_context=trusted, server_hostname=host, assert_hostname=host
        )
    else:
        pool = urllib3.HTTPConnectionPool(machine, port)
    headers = {
        "Host": url.netloc or "",
        "User-Agent": f"servanda/{__version__}",
        "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
        " application/pdf, text/plain, */*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }
    return pool.urlopen(
        "GET",
        url.request_uri,
        headers=headers,
        redirect=False,
        preload_content=False,
        assert_same_host=False,
        timeout=urllib3.Timeout(connect=SECONDS, read=SECONDS),
        retries=False,
    )


def _content(
    name: str, place: str, response: BaseHTTPResponse, until: float
) -> Content | Diagnostic:
    if response.status != 200:
        raise _RefusalError(
            f"the server answered {response.status} {response.reason or ''}".rstrip()
        )
    content = bytearray()
    for piece in response.stream(_PIECE, decode_content=True):
        content += piece
        if len(content) > LARGEST_BYTES:
            return too_large(name, f"more than {LARGEST_BYTES // 10**6} MB are not read")
        if time.monotonic() > until:
            raise _RefusalError(f"its answer took longer than {SECONDS_IN_ALL:.0f} seconds")
    kind = Message()
    kind["content-type"] = response.headers.get("content-type", "")
    declared = "content-type" in response.headers
    return Content(
        name,
        bytes(content),
        charset=kind.get_content_charset("") or "",
        media_type=kind.get_content_type() if declared else "",
        address=place,
    )
