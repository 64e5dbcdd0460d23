"""Sentences of a paragraph that ask for a click or a subscription, and ad markers."""

import re
from collections.abc import Iterator

from bias.roles.look import Find, Look
from bias.roles.role import Role

LONGEST_APPEAL = 240
"""Characters beyond which a sentence is no appeal."""

_APPEALS: tuple[tuple[Role, str, re.Pattern[str]], ...] = tuple(
    (role, note, re.compile(rf"[(\[\s]*(?:{expression})", re.IGNORECASE))  # type: ignore[misc]
    for role, note, expression in (
        (
            "promo_story",
            "asks for a click to another page",
            r"(?:please )?(?:click|tap) here\b"
            r"|(?:to|for|if)\b[^.?!]{3,100}[,—–-]* ?(?:please )?click here(?: now)?\W*$"
            r"|read more\b[^.?!]{0,80}[,—–-] ?click here(?: now)?\W*$"
            r"|read more(?: (?:at|from|on|about|in|of|here)\b[^.?!]{0,80})?\W*$"
            r"|for more\b[^?!]{0,80}, (?:please )?(?:go|head|turn) (?:here|to)\b[^?!]{0,60}$"
            r"|(?:for|to) (?![^?!]*\b(?:e-?mail|inbox|newsletters?)\b)[^?!]{3,100}, "
            r"(?:please )?(?:visit|see|read|go to|check out) "
            r"(?:our|this link|www|https?|\w+\.(?:com|org|net|gov)\b)[^?!]{0,100}$",
        ),
        (
            "promo_media",
            "asks to watch or listen elsewhere",
            r"(?-i:WATCH|LISTEN)(?: IT| LIVE)? (?-i:HERE)\W*$"
            r"|(?:you can )?(?:watch|listen to|hear) [^.?!]{3,140}\bhere\W*$",
        ),
        (
            "signup",
            "asks for a subscription",
            r"(?:please |to [^.?!,]{3,60}, |if you [^.?!,]{3,60}, )?(?:sign up|subscribe)\b(?:"
            r"\s+(?:here|now|today)\b|\s+to (?:our|my|(?:get|receive) (?:our|the|a))\b"
            r"|\s+to\b[^.?!]{0,60}\bhere\W*$|[^.?!]{0,80}\b(?:newsletters?|inbox|e-?mail|podcast|alerts?)\b)"
            r"|want [^?]{3,120}\b(?:newsletter|inbox)\b[^?]{0,40}\?"
            r"|get (?:our|the) [^.?!]{0,60}\b(?:newsletter|app|inbox)\b"
            r"|download (?:the|our) [^.?!]{0,40}\bapp\b"
            r"|please (?:subscribe|donate"
            r"|consider (?:donating|subscribing|supporting|becoming|making a))\b"
            r"|to (?:get|receive) [^?!]{3,120}\b(?:e-?mail|inbox|newsletters?)\b[^?!]{0,30}, "
            r"(?:go to|visit|sign up|click|subscribe|write to)\b"
            r"|(?:you can )?(?:download|subscribe)\b[^.?!]{0,30}"
            r"\b(?:itunes|spotify|stitcher|apple podcasts|rss feed)\b",
        ),
        (
            "signup",
            "asks to follow an account",
            r"(?:please )?(?:follow|like|find|join) (?:us|me|him|her|them|@\w+"
            r"|(?-i:[A-Z])[\w’'.-]+(?: (?-i:[A-Z])[\w’'.-]+){0,2}) "
            r"(?:(?:on|at)\b[^.?!]{0,20}?|(?=@))"
            r"(?:@\w|\btwitter\b|\bfacebook\b|\binstagram\b|\byoutube\b|\btelegram\b)"
            r"|follow [\w.@ ]{2,40} for (?:more|exclusive|the latest|updates|breaking|live)\b",
        ),
    )
)
_AD = re.compile(
    r"(?<=[.!?…\"”’)])\s*(?P<ad>(?:ADVERTISEMENT|Advertisement)(?=\s*$|\s+[A-Z“\"‘])"
    r"|(?:Ad Policy|Ad Feedback|AD FEEDBACK|Sponsored Content)(?=\s*$)"
    r"|(?:(?i:story|article) continues (?:below|after)(?: (?:the |this )?"
    r"(?:ad|advertisement|video|photo|gallery))?)(?=\s*$|[.:]\s*|\s+[A-Z“\"‘])[.:]?)"
)
_OPENING = re.compile(
    r"[(\[\s]*(?:click|download|find|follow|for|get|if|join|like|listen|please|read|sign|subscribe"
    r"|hear|tap|to|want|watch|you)\b",
    re.IGNORECASE,
)
"""How every one of them begins; most sentences do not."""
_REPORTED = re.compile(r",[”\"’]? [^,.?!]{1,40}\b(?:said|says|told|wrote|added|warned)\b")
"""An appeal that somebody is reported to have made is the story."""


def find_appeals(look: Look) -> Iterator[Find]:
    """Yield the sentences that ask for a click, a subscription or a follower."""
    for sentence in look.sentences:
        is_short = sentence.end - sentence.start <= LONGEST_APPEAL
        if is_short and _OPENING.match(look.text, sentence.start):
            text = sentence.of(look.text)
            for role, note, expression in _APPEALS:
                if expression.match(text):
                    if not _REPORTED.search(text):
                        yield Find(
                            sentence.start, sentence.end, role, sentence.start, "phrase", note
                        )
                    break


def find_ads(look: Look) -> Iterator[Find]:
    """Yield advertising markers between two sentences."""
    for match in _AD.finditer(look.text):
        yield Find(*match.span("ad"), "ad", match.start("ad"), "phrase", "marks an advertisement")
