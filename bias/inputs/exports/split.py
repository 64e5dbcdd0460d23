"""Which archive a text comes from, and the articles in it."""

from collections.abc import Callable

from bias.document.article import Article
from bias.inputs.exports.factiva import is_factiva, read_factiva
from bias.inputs.exports.fields import Exported, iso_date
from bias.inputs.exports.nexis import is_nexis, read_nexis
from bias.inputs.exports.numbered import is_numbered, read_numbered
from bias.inputs.exports.proquest import is_proquest, read_proquest
from bias.inputs.record import Origin
from bias.inputs.story import story_of

_ARCHIVES: dict[str, tuple[Callable[[str], bool], Callable[[str], list[Exported]]]] = {
    "ProQuest": (is_proquest, read_proquest),
    "Factiva": (is_factiva, read_factiva),
    "Nexis": (is_nexis, read_nexis),
    "several articles": (is_numbered, read_numbered),
}


def split_export(text: str, origin: Origin) -> list[Article]:
    """Return the articles of an archive's export; none when the text is no export."""
    for name, (is_from, read) in _ARCHIVES.items():
        if is_from(text):
            found = read(text)
            several = len(found) > 1
            return [
                _article(exported, origin.at(number if several else None), name)
                for number, exported in enumerate(found, start=1)
            ]
    return []


def _article(exported: Exported, origin: Origin, archive: str) -> Article:
    fields = exported.fields
    story = story_of(exported.headline, exported.body, fields.get("outlet"))
    return Article(
        headline=story.headline,
        body=story.body,
        id=origin.stem,
        outlet=fields.get("outlet"),
        date=iso_date(fields["date"]) if "date" in fields else None,
        url=fields.get("url"),
        source=origin.name,
        extra={n: v for n, v in fields.items() if n not in ("outlet", "date", "url")},
        mended=(*story.mended, f"taken out of a text of {archive}"),
    )
