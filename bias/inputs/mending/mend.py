"""The steps in order, and what each is called."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bias.document.article import Block
from bias.inputs.mending.encoding import repaired, without_controls
from bias.inputs.mending.escapes import printable, unescaped
from bias.inputs.mending.forum import without_marks
from bias.inputs.mending.glue import parted
from bias.inputs.mending.invisible import plain_letters, visible
from bias.inputs.mending.lines import indented, single_spaced, undivided, unquoted, with_line_ends
from bias.inputs.mending.lost_marks import with_lost_marks
from bias.inputs.mending.marks import usual_marks
from bias.inputs.mending.markup import looks_marked_up, paragraphs_of, resolved
from bias.inputs.mending.printed import unnumbered, unpaged
from bias.inputs.mending.stubs import set_apart

Step = tuple[str, Callable[[str], str]]

_FIRST: tuple[Step, ...] = (
    ("letters read in a wrong encoding", without_controls),
    ("heads, feet and breaks of pages", unpaged),
    ("line ends of other kinds", with_line_ends),
    ("numbers before the lines", unnumbered),
    ("a “>” before every line", unquoted),
    ("codes of e-mail", printable),
    ("letters read in a wrong encoding", repaired),
    ("line ends and letters written as escapes", unescaped),
    ("HTML entities", resolved),
    ("marks of forums and wikis", without_marks),
)
_LETTERS: tuple[Step, ...] = (
    ("ligatures and full-width letters", plain_letters),
    ("characters that nobody sees", visible),
    ("quotation marks of unusual form", usual_marks),
    ("quotation marks lost to “?”", with_lost_marks),
    ("sentences run together", parted),
)
_LINES: tuple[Step, ...] = (
    ("paragraphs told by their indents", indented),
    ("words divided at line ends", undivided),
    ("a blank line after each line", single_spaced),
    ("a note of where the text was cut off, set apart", set_apart),
)
_OF_LETTERS = tuple(step for step in _FIRST if step[1] in (without_controls, repaired, resolved))
MARKUP = "HTML tags"


@dataclass(frozen=True, slots=True)
class Mended:
    """A text, and what was done to it."""

    text: str
    told: tuple[str, ...] = ()
    """What was mended, in a few words each; empty where nothing was."""
    blocks: tuple[Block, ...] = ()
    """One per paragraph where the text was marked up, else empty."""


def mend(text: str) -> Mended:
    """Return a text, or a headline, without what was done to it; of a story see `mend_lines` too.

    >>> mend("&ldquo;We lost,&rdquo; she said.")
    Mended(text='“We lost,” she said.', told=('HTML entities',), blocks=())
    """
    first = _applied(text.replace("\r\n", "\n").replace("\r", "\n"), _FIRST)
    if not looks_marked_up(first.text):
        return _then(first, _LETTERS)
    paragraphs = paragraphs_of(first.text)
    told = (*first.told, MARKUP)
    done = [mend_letters(paragraph) for paragraph, _ in paragraphs]
    kept = [(d, block) for d, (_, block) in zip(done, paragraphs, strict=True) if d.text.strip()]
    return Mended(
        "\n\n".join(d.text for d, _ in kept),
        tuple(dict.fromkeys([*told, *(note for d, _ in kept for note in d.told)])),
        tuple(block for _, block in kept),
    )


def mend_letters(text: str) -> Mended:
    """Return one paragraph or headline with its letters mended; it stays one."""
    return _then(_applied(text, _OF_LETTERS), _LETTERS)


def mend_lines(text: str) -> Mended:
    """Return a story, mended already, whose lines were cut at a margin with hyphens or blanks."""
    return _applied(text, _LINES)


def _then(before: Mended, steps: Iterable[Step]) -> Mended:
    after = _applied(before.text, steps)
    return Mended(after.text, tuple(dict.fromkeys([*before.told, *after.told])))


def _applied(text: str, steps: Iterable[Step]) -> Mended:
    told = dict[str, None]()
    for name, step in steps:
        done = step(text)
        if done != text:
            told[name] = None
            text = done
    return Mended(text, tuple(told))
