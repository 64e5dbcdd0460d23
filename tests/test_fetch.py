"""Addresses as inputs: what is called, how much is taken, and what is refused."""

import gzip
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import bias
from bias.cli import main
from bias.errors import ReadError
from bias.inputs import Refusal, read_articles
from bias.inputs import fetch as fetching
from bias.inputs.fetch import fetch, is_public

STORY = "The mayor of Hull said on Monday that the plan would go ahead, and the board agreed to it."
PAGE = f"<title>Mayor backs plan</title><article><h1>Mayor backs plan</h1><p>{STORY}</p></article>"

Answers = dict[str, Callable[[BaseHTTPRequestHandler], None]]


def answer(
    data: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
) -> Callable[[BaseHTTPRequestHandler], None]:
    """Return what answers with some bytes."""

    def give(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return give


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Answer a byte at a time, for ever."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    """Never come to an end of the headers."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-A: b\r\n")
        handler.wfile.flush()
        time.sleep(0.05)


ANSWERS: Answers = {
    "/page": answer(PAGE.encode()),
    "/latin": answer(
        PAGE.replace("Mayor", "Mayór").encode("latin-1"), "text/html; charset=latin-1"
    ),
    "/text": answer(f"Mayor backs plan\n\n{STORY}".encode(), "text/plain"),
    "/table": answer(f'title,text\nMayor backs plan,"{STORY}"\n'.encode(), "text/csv"),
    "/packed": answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip"),
    "/moved": answer(b"", status=301, Location="/page"),
    "/round": answer(b"", status=302, Location="/round"),
    "/inside": answer(b"", status=302, Location="http://10.0.0.1/page"),
    "/file": answer(b"", status=302, Location="file:///etc/hosts"),
    "/port": answer(b"", status=302, Location="http://bay.example:22/"),
    "/gone": answer(b"", status=404),
    "/picture": answer(b"\x89PNG", "image/png"),
    "/large": answer(b"x" * 400_000),
    "/bomb": answer(gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip"),
    "/brotli": answer(b"xx", Content_Encoding="br"),
    "/slow": drip,
    "/slow-headers": drip_headers,
    "/cut": answer(PAGE.encode(), Content_Length="9000"),
    "/empty": answer(b""),
}


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server on this machine that the code takes for one of the open web."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with suppress(OSError):
                ANSWERS[self.path.partition("?")[0]](self)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    monkeypatch.setattr(fetching, "PORTS", (80, 443, port))
    monkeypatch.setattr(fetching, "is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(fetching, "SECONDS", 1.0)
    monkeypatch.setattr(fetching, "LARGEST", 300_000)
    yield f"http://127.0.0.1:{port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/text", "/table", "/packed", "/moved", "/page?a=b"])
def test_an_address_is_read(site: str, path: str) -> None:
    """A page, a text and a table are read in their formats, redirects and gzip included."""
    article = bias.read_article(f"{site}{path}")
    assert (article.headline, article.body) == ("Mayor backs plan", STORY)
    assert article.source.startswith(site)


def test_the_servers_encoding_counts(site: str) -> None:
    """What the server says of the encoding is used."""
    assert bias.read_article(f"{site}/latin").headline == "Mayór backs plan"


REFUSED = {
    "/round": "redirects",
    "/inside": "private network",
    "/file": "no address of a page",
    "/port": "port of their own",
    "/gone": "404",
    "/picture": "image/png",
    "/large": "larger than",
    "/bomb": "longer than",
    "/brotli": "packed as br",
    "/slow": "within 1 seconds",
    "/slow-headers": "within 1 seconds",
    "/cut": "ends early",
    "/empty": "empty",
}


@pytest.mark.parametrize("path", REFUSED)
def test_what_is_not_read_from_the_web(site: str, path: str) -> None:
    """Each limit is a refusal that names it, and comes in time."""
    began = time.monotonic()
    with pytest.raises(ReadError) as error:
        bias.read_article(f"{site}{path}")
    assert REFUSED[path] in str(error.value)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://0x7f.1/",
        "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://10.1.2.3/", "http://169.254.169.254/x",
        "http://192.168.0.1/", "http://0.0.0.0/", "http://user:pass@93.184.215.14/",
        "http://93.184.215.14:22/", "http:///x", "https://", "http://93.184.215.14/a b",
        "http://[bad/", "http://93.184.215.14:x/",
    ],
)  # fmt: skip
def test_private_and_strange_addresses_are_refused(url: str) -> None:
    """Nothing on this machine or in its network is called, however the address is written."""
    with pytest.raises(ReadError):
        fetch(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("100.64.0.1", False), ("172.16.0.1", False), ("192.0.2.1", False), ("224.0.0.1", False),
        ("240.0.0.1", False), ("fe80::1%eth0", False), ("fc00::1", False), ("::", False),
        ("64:ff9b::10.0.0.1", False), ("2002:a00:1::", False), ("::ffff:169.254.169.254", False),
    ],
)  # fmt: skip
def test_what_is_public(address: str, public: bool) -> None:
    """Private, shared, local, reserved and embedded private addresses are told from public ones."""
    assert is_public(address) == public


def test_a_name_that_leads_inside_as_well_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """One private address among several is enough."""
    both = [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **kwargs: both)
    with pytest.raises(ReadError, match="private network"):
        fetch("http://bay.example/")


def test_addresses_in_batches_are_off(
    site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Among several inputs an address is refused unless asked for; one alone is read."""
    text = tmp_path / "a.txt"
    text.write_text(f"Plan\n\n{STORY}")
    refused: list[Refusal] = []
    assert len(list(read_articles([text, f"{site}/page"], on_error=refused.append))) == 1
    assert "--fetch" in refused[0].reason
    out = str(tmp_path / "x.jsonl")
    command = ["analyze", str(text), f"{site}/page", "-o", out, "--jobs", "1"]
    assert main(command) == 1
    assert main([*command, "--fetch"]) == 0
    assert main(["analyze", f"{site}/page", "-o", str(tmp_path / "y.jsonl"), "--jobs", "1"]) == 0
    assert "--fetch" in capsys.readouterr().err
