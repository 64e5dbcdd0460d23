"""Headlines of other stories behind a label, in brackets or between sentences.

"(RELATED: …)", "READ MORE: …", "[WATCH: …]". A label that is also an ordinary
word ("see", "read", "more") counts in capitals only.
"""

import re
from collections.abc import Iterator

from bias.roles.look import Find, Look
from bias.roles.role import Role
from bias.roles.title_run import LEAST_TITLE, end_of_title, is_title
from bias.words.cut import Span

_OF = r"(?: (?:from|on|about)\b[^:()\[\]|.?!\"“”]{2,40})?"
_STORY = (
    r"related(?: (?:articles?|content|coverage|news|posts?|reading|stor(?:y|ies)|links?))?"
    rf"|read (?:more|also|next|this){_OF}|more (?:from|on|about)\b[^:()\[\]|.?!\"“”]{{2,40}}"
    r"|see (?:also|more)|also (?:read|see)|don['’]t miss|must[- ]read|icymi"
    r"|in case you missed it|flashback|further reading|go deeper|recommended(?: reading)?"
    r"|trending(?: now)?"
)
_MEDIA = r"watch (?:live|now|more|fox)|must[- ](?:watch|see)|listen (?:now|live)|related video"
_WEAK_STORY = r"read|more|see|also|earlier|previously|opinion|exclusive"
_WEAK_MEDIA = r"watch|listen|videos?|photos|pictures|gallery|slideshow|podcast|audio|hear"
_ANY = "|".join((_MEDIA, _STORY, _WEAK_STORY, _WEAK_MEDIA))
_STRONG = re.compile(rf"{_MEDIA}|{_STORY}", re.IGNORECASE)
_IS_MEDIA = re.compile(rf"(?:{_MEDIA}|{_WEAK_MEDIA})", re.IGNORECASE)

_BRACKET = re.compile(
    rf"[(\[]\s*(?P<label>(?i:{_ANY}))\s*[:|»>]\s*"
    r"(?P<title>(?:[^()\[\]]|\([^()\[\]]{0,80}\)|\[[^()\[\]]{0,80}\]){3,300})(?:[)\]]|$)"
)
_LABEL = re.compile(rf"(?:(?<=[.!?…\"”’')\]])|(?<=\s)|^)(?P<label>(?i:{_ANY}))\s?[:|]\s+(?=\S)")
_COLON = re.compile(r"[:|]\s+(?=\S)")
_LONGEST_LABEL = 64
"""Characters of the longest label, its colon left out, at most."""
_UNSIGNED = re.compile(
    r"(?<=[.!?…\"”’')\]])\s*(?P<label>RELATED|READ (?:MORE|ALSO|NEXT)|MORE FROM|SEE ALSO"
    r"|ALSO READ|Related(?: (?:[Ss]tor(?:y|ies)|[Aa]rticles?|[Cc]overage|[Rr]eading))?)"
    r"\s+(?=[A-Z0-9‘“'\"])"
)
_UNSIGNED_HINTS = ("RELATED", "READ", "MORE FROM", "SEE ALSO", "Related")
_LONE = re.compile(
    r"(?<=[.!?…\"”’)])\s*(?P<label>(?:READ MORE|SEE MORE|LEARN MORE|MORE|Read more|Learn more"
    r"|(?:Read the )?[Ff]ull story|(?:Continue|Keep) reading)(?:\s*[»→]+|[\s.…]*$)"
    r"|(?:Related|RELATED) (?:[Ss]tories|[Aa]rticles|[Cc]overage|STORIES|ARTICLES):?\s*$)"
)
_AFTER_STOP = frozenset(".!?…\"”’')]")
_POST = re.compile(r"https?://t\.co/|[@#]\w")


def find_bracketed(look: Look) -> Iterator[Find]:
    """Yield headlines behind a label in brackets; a bracket may be left open at the end."""
    for match in _BRACKET.finditer(look.text):
        label = match["label"]
        words = look.words_in(Span(*match.span("title")))
        if len(words) >= LEAST_TITLE and _announces(look.text, match):
            note = "another story's headline in brackets, behind a label"
            yield Find(*match.span(), _role(label), match.start("title"), "phrase", note, True)


def find_labelled(look: Look) -> Iterator[Find]:
    """Yield headlines behind a label that stands where a sentence could begin."""
    matches = [m for m in _labels(look.text) if _opens(look.text, m)]
    if any(map(look.text.__contains__, _UNSIGNED_HINTS)):
        matches += [m for m in _UNSIGNED.finditer(look.text) if is_title(look, m.end())]
    for match in matches:
        end = None
        if not _POST.match(look.text, match.end()):
            end = end_of_title(look, match.end())
        if end is not None:
            label, note = match["label"], "another story's headline behind a label"
            spoken = not (label.isupper() and _STRONG.fullmatch(label))
            start = match.start("label")
            yield Find(start, end, _role(label), match.end(), "phrase", note, not spoken)


def _labels(text: str) -> Iterator[re.Match[str]]:
    """Yield labels: looked for before each colon only, for speed."""
    done = 0
    for colon in _COLON.finditer(text):
        first = max(done, colon.start() - _LONGEST_LABEL)
        match = _LABEL.search(text, first, colon.end() + 1)
        if match:
            yield match
            done = match.end()


def find_lone(look: Look) -> Iterator[Find]:
    """Yield a label left over at the paragraph's end."""
    for match in _LONE.finditer(look.text):
        note = "a link's label left over"
        yield Find(*match.span("label"), "promo_story", match.end(), "phrase", note)


def _announces(text: str, match: re.Match[str]) -> bool:
    """Tell whether a bracket's label announces a headline, unlike "(read: nobody)"."""
    label, title = match["label"], match["title"]
    if label.isupper():
        return True
    if title[0].islower():
        return False
    after_stop = text[: match.start()].rstrip()[-1:] in {"", *_AFTER_STOP}
    return _STRONG.fullmatch(label) is not None or (label[0].isupper() and after_stop)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Tell whether a label is set as one: after a stop, or in capitals and of its own kind."""
    label = match["label"]
    strong = _STRONG.fullmatch(label) is not None
    before = text[: match.start("label")].rstrip()[-1:]
    goes_on = text[match.end() : match.end() + 1].islower()
    if not goes_on and (not before or before in _AFTER_STOP):
        return label.isupper() or (strong and label[0].isupper())
    return strong and label.isupper()


def _role(label: str) -> Role:
    return "promo_media" if _IS_MEDIA.fullmatch(label) else "promo_story"
