"""Pages that hold no story, or the beginning of one: they are not rated.

Consent notices, captchas and error pages are saved in place of articles; paywalls and news
services cut a story off after a few lines. Each says so in words of its own.
"""

import re
from collections.abc import Iterator

from bias.reading import Reading

LONGEST_STUB = 120
"""Words of a story that a paywall may have cut off."""
LONGEST_PAGE = 250
"""Words of a captcha or an error page; 600 of a consent notice."""
LEAST_CONSENT = 2.5
"""Words of consent per 100, of which `LEAST_KINDS` differ (set by hand on texts of our own)."""
LEAST_KINDS = 4
MOST_BELOW = 25
"""Words of the story below the box of a paywall."""

_NOTE = re.compile(r"\[\+\d{1,7} chars\]")
_ENDS_CUT = re.compile(r"(?:\[(?:…|\.{3})\]|\((?:…|\.{3}|more…?)\))\W*$")
_ENDS_OPEN = re.compile(r"(?:…|\.{3})\s*$")
_WALL = re.compile(
    r"\bsubscribers?[ -]only\b|\b(?:only|exclusive(?:ly)?|reserved) (?:to|for) (?:\w{1,20} )?"
    r"(?:subscribers|members)\b|\bfor (?:our )?subscribers only\b"
    r"|\b(?:to|and) (?:continue reading|read (?:on|more|the (?:full|rest|whole)|this (?:article|story)"
    r"|the article)|keep reading|unlock|view this article|finish reading)\b.{0,60}\b(?:subscri|"
    r"log ?in|sign (?:in|up)|regist|join|account|trial)"
    r"|\b(?:subscri\w{1,8}|log ?in|sign (?:in|up)|register|join)\b.{0,60}\b(?:to|and) "
    r"(?:continue|read on|read (?:the|this|more)|unlock|keep reading|view|access)\b"
    r"|\baccount to (?:continue|read)\b|\bunlock (?:this|the) (?:article|story)\b"
    r"|\breached your (?:\w{1,20} ){0,3}(?:limit|articles?)\b|\bfree articles? (?:left|remaining|this month)\b"
    r"|\b(?:article|story|content) is (?:only )?(?:available )?(?:to|for) (?:\w{1,20} )?"
    r"(?:subscribers|members)\b|\bpremium (?:article|content|story)\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|\bpartners\b|\bpersonal data\b|\bpersonali[sz]ed\b|\bvendors?\b|"
    r"\bgeolocation\b|\blegitimate interests?\b|\bprivacy\b|\bpreferences\b|\bidentifiers\b|"
    r"\bon (?:a|your) device\b|\bdata processing\b|\bprocess(?:ing)? (?:your )?data\b|"
    r"\baccept all\b|\breject all\b|\badvertising\b|\bsettings\b|\bopt[ -]out\b",
    re.IGNORECASE,
)
_BARRED = re.compile(
    r"\bverify (?:that )?you(?:[’']re| are) (?:a |not a )?(?:human|robot)|\bare you a (?:robot|human)\b|"
    r"\b(?:not|aren[’']t) a (?:robot|bot)\b|"
    r"\bunusual (?:traffic|activity) (?:from|on) your\b|\bchecking your browser\b|"
    r"\benable javascript and cookies\b|\bpardon our interruption\b|\bcaptcha\b|"
    r"\bcomplete the security check\b|\bcloudflare\b|\bray id\b|\byour connection needs to be verified\b",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"\bpage (?:not|could not be|cannot be|can[’']t be|was not) found\b|\b40[34](?: |:|$)|\baccess denied\b|"
    r"\bpermission to access\b|\bforbidden\b.{0,40}\bserver\b|\bservice (?:temporarily )?unavailable\b|"
    r"\b(?:not|currently un)available in your (?:region|country|location)\b|"
    r"\bunavailable (?:for|due to) legal reasons\b|\bpage you (?:are|were) looking for\b|"
    r"\bsomething went wrong\b.{0,60}\bagain\b|\bsite can[’']t be reached\b|\binternal server error\b",
    re.IGNORECASE | re.DOTALL,
)
_TOLD = re.compile(r"\b(?:said|told|says|according to)\b", re.IGNORECASE)


def no_story_reason(reading: Reading) -> str | None:
    """Return why an article holds no story, or not all of it; None when it holds one."""
    text, story = reading.document.text, reading.words
    words = int(reading.document.is_word.sum())
    if _NOTE.search(text):
        return "the text is cut off: its service gives the beginning only"
    if words <= 3 * LONGEST_PAGE and not _TOLD.search(text):
        if words <= LONGEST_PAGE and _BARRED.search(text):
            return "no article: a page that asks whether its reader is human"
        if words <= LONGEST_PAGE and _FAILED.search(text):
            return "no article: an error page"
        if _is_consent(text, words):
            return "no article: a consent notice"
    if story > LONGEST_STUB:
        return None
    if _is_walled(reading):
        return "the story is cut off by a paywall"
    return "the text is cut off in its middle" if _ends_cut(reading) else None


def _is_consent(text: str, words: int) -> bool:
    found = [match[0].lower() for match in _CONSENT.finditer(text)]
    return len(set(found)) >= LEAST_KINDS and 100 * len(found) >= LEAST_CONSENT * words


def _is_walled(reading: Reading) -> bool:
    """Tell a story below which there is the box of a paywall and hardly any story."""
    text, below = reading.document.text, 0
    for number in reversed(range(len(reading.roles))):
        paragraph = reading.document.paragraphs[number]
        if _WALL.search(text, paragraph.start, paragraph.end):
            return True
        below += (paragraph.last - paragraph.first) * (reading.roles[number].role == "body")
        if below > MOST_BELOW:
            return False
    return False


def _ends_cut(reading: Reading) -> bool:
    """Tell a story whose last words show that more should follow."""
    last = next(iter([*_story(reading)][-1:]), "")
    return bool(_ENDS_CUT.search(last) or _ENDS_OPEN.search(last))


def _story(reading: Reading) -> Iterator[str]:
    text = reading.document.text
    for number in reading.paragraphs_with("body"):
        yield reading.document.paragraphs[number].of(text)
