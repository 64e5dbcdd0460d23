"""An article as it was read."""

from dataclasses import dataclass, field

from bias.errors import UsageError

SHOWN = 70
"""Letters of a headline at a prompt."""


@dataclass(frozen=True, slots=True)
class Block:
    """What a web page says about one paragraph; evidence for its role.

    Plain text has no blocks.
    """

    link_share: float = 0.0
    """Share of the paragraph's characters that stand inside links, 0 to 1."""
    emphasis_share: float = 0.0
    """Share of its characters in bold, italic or heading markup, 0 to 1."""
    aside: bool = False
    """It stands in an `aside`, `nav`, `footer` or a box named like one."""
    tag: str = "p"
    """The block's own element."""
    classes: str = ""
    """Class and id words of the block and its containers, parted by blanks."""
    extracted: bool = True
    """The extractor counted it as article text."""


@dataclass(frozen=True, slots=True, repr=False)
class Article:
    """One article as read.

    Text is tidied as the contract says: line ends to LF, Unicode NFC, white
    space around paragraphs trimmed; whatever else reading altered stands in `mended`.
    """

    headline: str = ""
    """Empty when the source has none."""
    body: str = ""
    """Paragraphs parted by blank lines or, without any, by line ends."""
    id: str = ""
    """The caller's own identifier; empty when none came."""
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    source: str = ""
    """Where it was read from: a path, with a line or row number in a table."""
    extra: dict[str, str] = field(default_factory=dict, hash=False)
    """Other columns of the input, for grouping."""
    blocks: tuple[Block, ...] = ()
    """One per paragraph of `body` when the source is a web page, else empty."""
    mended: tuple[str, ...] = ()
    """What reading put right in headline and body, in a few words each; empty for most."""

    def __new__(cls, *texts: object, **fields: object) -> "Article":
        """Refuse a text that may be headline or body, and names that are no fields."""
        unknown = sorted(fields.keys() - set(cls.__slots__))
        if unknown:
            raise UsageError(
                f"Article has no {', '.join(unknown)}. Its fields are {', '.join(cls.__slots__)}."
            )
        if len(texts) == 1 and "body" not in fields:
            raise UsageError(
                f"Article got one text without a name, {texts[0]!r:.40}. "
                "Say headline=… or body=…, or give both."
            )
        return object.__new__(cls)

    def __repr__(self) -> str:
        """Return what it is in one line: texts are long."""
        told = [f"{len(self.body):,} characters", self.outlet, self.date, self.source]
        return f"<Article {self.headline[:SHOWN]!r}, {', '.join(filter(None, told))}>"

    def __post_init__(self) -> None:
        for name in ("headline", "body", "id", "source"):
            _check_text(name, getattr(self, name))
        for name in ("outlet", "date", "url"):
            if getattr(self, name) is not None:
                _check_text(name, getattr(self, name))


def _check_text(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise UsageError(
            f"Article({name}=…) got {type(value).__name__} {value!r:.40}. Give text; leave it out "
            "when there is none."
        )
