"""A sheet as one HTML page: no network, nothing beside it; answers stay in the browser."""

import hashlib
import json
from collections.abc import Sequence

from bias.coding.guidelines import GUIDELINES, ROLES_MEAN
from bias.coding.items import LABELS, Item
from bias.document.document import Document
from bias.report.html.element import element, escaped
from bias.report.html.page import Section, asset, page

Marked = tuple[Document, tuple[Item, ...]]


def sheet_page(articles: Sequence[Marked], columns: Sequence[str], between: str) -> bytes:
    """Return the page; equal input, equal bytes.

    Parameters
    ----------
    articles
        Each with its items.
    columns
        Of the table that the page exports.
    between
        Parts the words of a sentence there.
    """
    count = len(articles)
    title = f"To mark: {count} article{'s' * (count != 1)}"
    sections = [Section("guidelines", "How to mark", _guidelines(), "Guidelines")]
    sections += [_article(place, *one) for place, one in enumerate(articles, 1)]
    digest = hashlib.sha256("\n".join(i.name + i.text for _, s in articles for i in s).encode())
    told = {"columns": columns, "between": between, "sheet": digest.hexdigest()[:16]}
    data = element(
        "section", _bar(), id="bar", aria_label="Your marks", data_sheet=json.dumps(told)
    )
    style = asset("page.css") + asset("sheet.css")
    return page(title, _header(title), sections, style, ("page.js", "sheet.js"), "a1", data)


def _header(title: str) -> str:
    told = (
        "Click words to mark them, tick sentences that are biased, choose what each paragraph is. "
        "Everything is kept in this browser; save it as a file when you are done."
    )
    return element("h1", title) + element("p", told, class_="facts")


def _bar() -> str:
    """Return what stays in sight: who marks, how far it is, and the way out."""
    name = element("label", "Your name " + element("input", id="coder", autocomplete="off"))
    done = element("span", "", id="done", role="status")
    return name + done + element("button", "Save the marks as a file", type="button", id="save")


def _guidelines() -> str:
    rows = "".join(
        element("dt", escaped(name)) + element("dd", escaped(told)) for name, told in GUIDELINES
    )
    roles = "; ".join(f"{role.replace('_', ' ')}: {told}" for role, told in ROLES_MEAN.items())
    keys = (
        "Keyboard: Tab leads from box to box; on a sentence, arrows walk its words and Enter marks "
        "the word."
    )
    told = element("dt", "Roles") + element("dd", escaped(roles))
    return element("dl", rows + told, class_="how") + element("p", keys, class_="soft")


def _article(place: int, document: Document, items: tuple[Item, ...]) -> Section:
    whole, *rest = items
    outlet = " · ".join(filter(None, (document.article.outlet, document.article.date)))
    parts = [element("p", escaped(outlet), class_="facts")] if outlet else []
    block = list[str]()
    for item in rest:
        if item.kind == "paragraph":
            parts += _block(block)
            block = [_role(item)]
        else:
            block.append(_sentence(document, item))
    parts += [*_block(block), _whole(whole)]
    title = f"{place}. {whole.text or whole.article}"
    return Section(f"a{place}", title, "".join(parts), str(place))


def _block(parts: list[str]) -> list[str]:
    return [element("div", "".join(parts), class_="block")] if parts else []


def _role(item: Item) -> str:
    options = "".join(
        element("option", escaped(role.replace("_", " ")), value=role) for role in ROLES_MEAN
    )
    unset = element("option", "role: body unless told", value="")
    told = {"aria_label": "What this paragraph is", "data_item": item.name, "data_kind": item.kind}
    return element("select", unset + options, data_text=item.text, **told)


def _sentence(document: Document, item: Item) -> str:
    """Return a sentence: a box for it, and each of its words to be clicked."""
    box = element("input", type="checkbox", aria_label="This sentence is biased")
    at, words = item.start, list[str]()
    for token in document.tokens[_first(document, item) : _last(document, item)]:
        words.append(escaped(document.text[at : token.start]))
        text = escaped(token.of(document.text))
        words.append(element("span", text, class_="w") if token.kind == "word" else text)
        at = token.end
    words.append(escaped(document.text[at : item.end]))
    told = element("span", "".join(words), class_="t", tabindex="0", role="group", dir="auto")
    return element(
        "span", box + told, class_="s", data_item=item.name, data_kind=item.kind
    ) + " "  # fmt: skip


def _first(document: Document, item: Item) -> int:
    return int(document.starts.searchsorted(item.start))


def _last(document: Document, item: Item) -> int:
    return int(document.starts.searchsorted(item.end))


def _whole(item: Item) -> str:
    """Return what is asked of the article: its rating, a note, and that it is read to the end."""
    choices = "".join(
        element("label", element("input", type="radio", name=item.name, value=label) + f" {label}")
        for label in LABELS["article"]
    )
    asked = element("legend", "Would most readers call this article biased?")
    note = element("label", "Note " + element("input", class_="note", autocomplete="off"))
    read = element("input", type="checkbox", class_="read")
    done = element("label", f"{read} I have read it: what is not marked is plain, and body")
    told = element("fieldset", asked + choices) + note + done
    return element(
        "div", told, class_="whole", data_item=item.name, data_kind=item.kind, data_text=item.text
    )  # fmt: skip
