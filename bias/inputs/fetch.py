"""Fetch a page by its address: the only place that opens a connection, and only where asked to.

The name is looked up once and the very address found is connected to, so that a name cannot turn
private between the look and the call. Every redirect is looked at like the first address.
"""

import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from io import BytesIO
from threading import Timer
from time import monotonic
from urllib.parse import SplitResult, urljoin, urlsplit

from bias.errors import ReadError
from bias.inputs.inputs import buffered
from bias.inputs.limits import LARGEST, Unpacked, whole
from bias.version import __version__

SECONDS = 20.0
"""From the first call to the last byte, redirects included."""
MOST_REDIRECTS = 5
LONGEST = 2_000
"""Characters of an address."""
PORTS = (80, 443)
AGENT = f"newsbias/{__version__}"

_PIECE = 65_536
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/json": ".json",
    "text/csv": ".csv",
    "application/x-ndjson": ".jsonl",
}
"""Kinds of answers that are read, and as what."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered."""

    data: bytes
    suffix: str
    """Of the format to read it in."""
    charset: str | None
    url: str
    """Where it was found in the end."""


def is_address(given: object) -> bool:
    """Tell an address on the web from a path.

    >>> is_address("HTTPS://a.example/x"), is_address("news/http.txt")
    (True, False)
    """
    return str(given)[:8].lower().startswith(("http:/", "https:/"))


def fetch(url: str) -> Fetched:
    """Return what an address answers.

    Raises `ReadError`: it leads to a private network, takes too long, is too large, redirects too
    often, answers with an error or with something that is no text.
    """
    deadline = monotonic() + SECONDS
    for _ in range(MOST_REDIRECTS + 1):
        parts = _parts(url)
        try:
            with _answer(parts, deadline) as answer:
                if answer.status in (301, 302, 303, 307, 308):
                    url = urljoin(url, answer.headers.get("Location", ""))
                    continue
                found = _fetched(answer, url)
                if monotonic() >= deadline:
                    raise TimeoutError
                return found
        except (OSError, HTTPException) as error:
            late = monotonic() >= deadline
            reason = f"no answer within {SECONDS:.0f} seconds" if late else f"no answer ({error})"
            raise ReadError(f"{reason}. Save the page as .html and name the file.") from error
    raise ReadError(f"more than {MOST_REDIRECTS} redirects. Name the address they lead to.")


def _parts(url: str) -> SplitResult:
    """Return an address in its parts; refuse those that no page stands at."""
    try:
        parts = urlsplit(url.encode("idna").decode() if not url.isascii() else url)
        port = parts.port
    except ValueError as error:
        raise ReadError(f"it is no address of a page ({error}). Check it.") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or len(url) > LONGEST:
        raise ReadError("it is no address of a page. Allowed are http:// and https://.")
    if parts.username is not None or port not in (None, *PORTS):
        raise ReadError("addresses with a user or a port of their own are not called.")
    if any(sign <= " " or sign == "\x7f" for sign in url):
        raise ReadError("the address holds blanks or control characters. Write them as %20.")
    return parts


@contextmanager
def _answer(parts: SplitResult, deadline: float) -> Iterator[HTTPResponse]:
    """Call an address and close the connection in the end, or when time is up."""
    host = str(parts.hostname)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    left = deadline - monotonic()
    if left <= 0:
        raise TimeoutError
    raw = socket.create_connection((_public_address(host, port), port), timeout=left)
    timer = Timer(left, _hang_up, [raw])
    timer.start()
    try:
        connection = HTTPConnection(host, port)
        connection.sock = raw
        if parts.scheme == "https":
            connection = HTTPSConnection(host, port)
            connection.sock = raw = _context().wrap_socket(raw, server_hostname=host)
        path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        connection.request("GET", path, headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"})
        yield connection.getresponse()
    finally:
        timer.cancel()
        raw.close()


def _hang_up(connection: socket.socket) -> None:
    """End a call whose time is up, however slowly it still answers."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        connection.close()


def _context() -> ssl.SSLContext:
    import certifi

    return ssl.create_default_context(cafile=certifi.where())


def _public_address(host: str, port: int) -> str:
    """Return where a name leads; refuse it when any of its addresses is not on the open web."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(address[0]) for *_, address in found]
    if not addresses or not all(map(is_public, addresses)):
        raise ReadError(
            f"{host} leads into a private network, which is not called. "
            "Save the page as .html and name the file."
        )
    return addresses[0]


def is_public(address: str) -> bool:
    """Tell an address of the open web, also inside another kind of address.

    >>> is_public("93.184.215.14"), is_public("10.0.0.1"), is_public("::ffff:127.0.0.1")
    (True, False, False)
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _fetched(answer: HTTPResponse, url: str) -> Fetched:
    """Read an answer."""
    if answer.status != 200:
        raise ReadError(f"it answers {answer.status} {answer.reason}. Check the address.")
    kind = answer.headers.get_content_type()
    if kind not in _KINDS:
        raise ReadError(f"it answers with {kind}, which is not read. Save it and name the file.")
    data = b"".join(_pieces(answer))
    if answer.length:
        raise HTTPException("the answer ends early")
    packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packing in ("gzip", "x-gzip"):
        data = whole(buffered(Unpacked(BytesIO(data))), "the page", LARGEST)
    elif packing != "identity":
        raise ReadError(f"it answers packed as {packing}, which is not read. Save the page.")
    return Fetched(data, _KINDS[kind], answer.headers.get_content_charset(), url)


def _pieces(answer: HTTPResponse) -> Iterator[bytes]:
    """Yield an answer piece by piece; one that is too large is given up."""
    length = 0
    while piece := answer.read1(_PIECE):
        length += len(piece)
        if length > LARGEST:
            raise ReadError(f"it is larger than {LARGEST:,} bytes. Save the part that matters.")
        yield piece
