"""Messages: web pages that a browser saved in one file (.mhtml), and e-mails (.eml)."""

import email
import io
from email.policy import default

from bias.errors import ReadError
from bias.inputs.columns import Columns
from bias.inputs.items import Records
from bias.inputs.limits import LARGEST_DOCUMENT, too_long
from bias.inputs.page import Page
from bias.inputs.plain import article_of_text
from bias.inputs.record import Origin

_ABOVE = ("Subject", "Date", "From")
"""Headers that a text keeps above it, as where it is copied out of an e-mail."""


def read_saved(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read the page or the text of a message; nothing else in it is opened.

    Raises `ReadError` when it holds neither.
    """
    data = stream.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        raise too_long("the file", LARGEST_DOCUMENT)
    try:
        message = email.message_from_bytes(data, policy=default)
        part = message.get_body(("html", "plain"))
        content = part.get_content() if part is not None else ""
        is_page = part is not None and part.get_content_subtype() == "html"
        above = "".join(f"{n}: {message[n]}\n" for n in _ABOVE if message[n])
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        raise ReadError(f"it is no sound message ({error}). Save it again.") from error
    if not isinstance(content, str) or not content.strip():
        raise ReadError("there is no page and no text in it. Save it as .html or .txt.")
    if is_page:
        yield Page(content.encode("utf-8", "replace"), origin, charset="utf-8")
    else:
        yield article_of_text(f"{above}\n{content}", origin)
