"""The corpus reader: NLTK's methods, and a choice of voice and role."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, compress, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bias.corpus.groups import NOT_GIVEN
from bias.document.document import VOICES
from bias.errors import UsageError
from bias.nltk.corpus_file import Held, Lines, pack_each
from bias.nltk.packed import HEADLINE, Packed
from bias.nltk.views import View
from bias.roles.role import ROLES

if TYPE_CHECKING:
    from bias.analysis import Analysis
    from bias.nltk.text import Text

Names = str | Sequence[str] | None
"""One or several; None for all."""

TAGSETS: dict[str, Callable[[Packed], list[str]]] = {
    "cue": lambda article: article.cue_of,
    "voice": lambda article: article.voice_of,
    "role": lambda article: article.role_of,
}


class CorpusReader:
    """Analysed articles as a corpus.

    Every method takes `fileids` and `categories` as NLTK's do, one or several, and by name
    `voice` (`outlet` or `quoted`) and `role` (`headline`, or one or several of a paragraph's roles,
    such as `body`): then it gives nothing else. What the outlet says itself is
    `voice="outlet", role=["headline", "body"]`.

    Parameters
    ----------
    source
        Analyses, which are kept in memory; or the path of a file that `bias.nltk.write_corpus`
        wrote, of which one article is.
    by
        What the categories are: `outlet`, `date`, `url`, or a column of the articles' own.
    """

    def __init__(
        self, source: "str | Path | Iterable[Analysis] | Analysis", by: str = "outlet"
    ) -> None:
        self.by = by
        self._lines: Lines | Held = (
            Lines(Path(source)) if isinstance(source, str | Path) else Held(_held(source))
        )

    def __repr__(self) -> str:
        """Return what it is in one line."""
        return f"<CorpusReader of {self._lines!r} by {self.by}>"

    @cached_property
    def _index(self) -> dict[str, tuple[int, str]]:
        """The place and the category of each article."""
        return {
            article.id: (place, article.about.get(self.by) or NOT_GIVEN)
            for place, article in self._lines.places()
        }

    def fileids(self, categories: Names = None) -> list[str]:
        """Return the articles' identifiers, of some categories or of all."""
        wanted = _set_of(categories, self.categories(), f"{self.by} among the articles")
        return [id for id, (_, category) in self._index.items() if category in wanted]

    def categories(self, fileids: Names = None) -> list[str]:
        """Return the categories, sorted; of some articles or of all."""
        wanted = _set_of(fileids, list(self._index), "article")
        return sorted({category for id, (_, category) in self._index.items() if id in wanted})

    def raw(self, fileids: Names = None, categories: Names = None) -> str:
        """Return the text of the articles, one after the other."""
        return "\n\n".join(article.text for article in self._at(self._places(fileids, categories)))

    def words(
        self,
        fileids: Names = None,
        categories: Names = None,
        *,
        voice: str | None = None,
        role: Names = None,
    ) -> View:
        """Return words, numbers and marks, as they are written."""
        return self._view(_each, _words, fileids, categories, voice, role)

    def sents(
        self,
        fileids: Names = None,
        categories: Names = None,
        *,
        voice: str | None = None,
        role: Names = None,
    ) -> View:
        """Return sentences, each a list of its chosen words; none is empty."""
        return self._view(_by_sentence, _words, fileids, categories, voice, role)

    def paras(
        self,
        fileids: Names = None,
        categories: Names = None,
        *,
        voice: str | None = None,
        role: Names = None,
    ) -> View:
        """Return headlines and paragraphs, each a list of sentences; none is empty."""
        return self._view(_by_paragraph, _words, fileids, categories, voice, role)

    def tagged_words(
        self,
        fileids: Names = None,
        categories: Names = None,
        tagset: str = "cue",
        *,
        voice: str | None = None,
        role: Names = None,
    ) -> View:
        """Return pairs of a word and its tag.

        `tagset`: `cue`, the category of the strongest cue that holds the word, `O` without one;
        `voice`; or `role`.
        """
        return self._view(_each, _tagged(tagset), fileids, categories, voice, role)

    def tagged_sents(
        self,
        fileids: Names = None,
        categories: Names = None,
        tagset: str = "cue",
        *,
        voice: str | None = None,
        role: Names = None,
    ) -> View:
        """Return sentences of such pairs."""
        return self._view(_by_sentence, _tagged(tagset), fileids, categories, voice, role)

    def tagged_paras(
        self,
        fileids: Names = None,
        categories: Names = None,
        tagset: str = "cue",
        *,
        voice: str | None = None,
        role: Names = None,
    ) -> View:
        """Return headlines and paragraphs of such sentences."""
        return self._view(_by_paragraph, _tagged(tagset), fileids, categories, voice, role)

    def text(
        self,
        fileids: Names = None,
        categories: Names = None,
        *,
        voice: str | None = None,
        role: Names = None,
    ) -> "Text":
        """Return an `nltk.Text` of chosen words, for concordances and collocations."""
        from bias.nltk.text import Text

        sents = self.sents(fileids, categories, voice=voice, role=role)
        return Text(chain.from_iterable(sents), self.by if categories is None else str(categories))

    def _view(
        self,
        unit: "Callable[[Packed, list[Any], list[bool]], Iterator[Any]]",
        items: "Callable[[Packed], list[Any]]",
        fileids: Names,
        categories: Names,
        voice: str | None,
        role: Names,
    ) -> View:
        if voice is not None and voice not in VOICES:
            raise UsageError(f"voice is {voice!r}. Allowed: {', '.join(VOICES)}.")
        roles = _set_of(role, [HEADLINE, *ROLES], "role")
        places = self._places(fileids, categories)

        def found() -> Iterator[Any]:
            for article in self._at(places):
                yield from unit(article, items(article), _chosen(article, voice, roles))

        return View(found)

    def _places(self, fileids: Names, categories: Names) -> list[int] | None:
        """Return where the articles asked for stand; None for all."""
        if fileids is None and categories is None:
            return None
        ids = _set_of(fileids, list(self._index), "article").intersection(self.fileids(categories))
        return [place for id, (place, _) in self._index.items() if id in ids]

    def _at(self, places: list[int] | None) -> Iterator[Packed]:
        return iter(self._lines) if places is None else self._lines.at(places)


def _held(source: "Iterable[Analysis] | Analysis") -> tuple[Packed, ...]:
    return tuple(pack_each(source))


def _set_of(names: Names, known: Sequence[str], what: str) -> set[str]:
    """Return the names given, all where none are; raises `UsageError` for one that is unknown."""
    if names is None:
        return set(known)
    given = {names} if isinstance(names, str) else set(names)
    if unknown := sorted(given.difference(known)):
        told = ", ".join(known[:20]) + (", …" if len(known) > 20 else "")
        raise UsageError(f"there is no {what} {unknown[0]!r}. There are: {told or 'none'}.")
    return given


def _chosen(article: Packed, voice: str | None, roles: set[str]) -> list[bool]:
    """Tell which tokens are wanted."""
    voices = article.voice_of if voice else ()
    by_role = [role in roles for role in article.role_of]
    if not voice:
        return by_role
    return [kept and said == voice for kept, said in zip(by_role, voices, strict=True)]


def _words(article: Packed) -> list[Any]:
    return list(article.words)


def _tagged(tagset: str) -> Callable[[Packed], list[Any]]:
    if tagset not in TAGSETS:
        raise UsageError(f"tagset is {tagset!r}. Allowed: {', '.join(TAGSETS)}.")
    tags_of = TAGSETS[tagset]
    return lambda article: list(zip(article.words, tags_of(article), strict=True))


def _each(article: Packed, items: list[Any], kept: list[bool]) -> Iterator[Any]:
    return compress(items, kept)


def _by_sentence(article: Packed, items: list[Any], kept: list[bool]) -> Iterator[Any]:
    return _cut(article.sentences, items, kept)


def _by_paragraph(article: Packed, items: list[Any], kept: list[bool]) -> Iterator[Any]:
    for first, last in pairwise([*article.paragraphs, len(items)]):
        within = [start for start in article.sentences if first <= start < last]
        if sents := list(_cut(within, items[:last], kept[:last])):
            yield sents


def _cut(firsts: Sequence[int], items: list[Any], kept: list[bool]) -> Iterator[list[Any]]:
    """Yield the wanted items of each stretch that holds some."""
    for first, last in pairwise([*firsts, len(items)]):
        if some := list(compress(items[first:last], kept[first:last])):
            yield some
