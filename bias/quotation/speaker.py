"""A source beside its words."""

from dataclasses import dataclass

from bias.article import Span


@dataclass(frozen=True, slots=True)
class Speaker(Span):
    """A source as it is named beside its words."""

    name: str
    """The wording in the article, such as "Mr. Ryan" or "a senior official"; a pronoun's is
    that of the source it stands for."""
    last: str
    """Last word of the name it stands for, lower case; a pronoun's is the name before it."""
    named: bool
    """A name; else a description such as "officials"."""
    person: bool
    """A person's name, as far as its shape tells."""
    verb: str = ""
    """The report verb as it stands; empty when there is none."""
