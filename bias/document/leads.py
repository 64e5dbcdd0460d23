"""How a line ends that leads up to a quotation without marks: a report verb, a paper, a source.

"The union said in a statement:", "had this to say:", "read as follows:", "Here is her reply:",
"According to the Daily Tram:", and a citation, "“Title,” by Ann Poe, Daily Tram:".
"""

import re

_PAPER = (
    r"(?:statement|letter|e-?mail|memo|message|tweet|post|note|response|reply|edict|order|warning"
    r"|comment|testimony|announcement|argument|quotation|quote|clause|passage)s?"
)
_SAID = (
    r"(?:wrote|writes|said|says|tweeted|tweets|posted|reads?|stated|states|explained|explains"
    r"|reported|reports|continued|added|adds|responded|responds|replied|replies|declared|noted"
    r"|argued|argues|concluded|warned|told|tells|puts? it)"
)
_THUS = (
    rf"(?:the following(?: {_PAPER})?|as follows|(?:in |with )?this(?: (?:way|{_PAPER}))?|in part"
    r"|in (?:response|reply)|again|thus|on (?-i:Twitter|Facebook|Instagram))"
)
LEADS_UP = re.compile(
    rf"\b(?:{_SAID}(?:\s+[\w’'.-]+){{0,3}}"
    r"|notes|stating|saying|continues|concludes|quoth (?:\w+ ?){1,3}"
    r"|(?:said|wrote|added) in .{1,60}"
    rf"|{_SAID} (?:\w+ ){{0,6}}{_THUS}"
    r"|(?:has|have|had) (?:this|the following) to say(?: .{1,50})?"
    r"|(?:has|tells?) the (?:story|tale)"
    r"|(?:issued|released|published|sent(?: out)?|shared|gave) (?:this|the following|an?) "
    rf"(?:\w+ ){{0,3}}{_PAPER}(?: to .{{1,60}})?"
    rf"|(?:in|with|from) (?:this|the following) (?:\w+ ){{0,2}}{_PAPER}"
    r"|here(?:['’]s| is| are) (?:(?:some|the) \w+ (?:of|from) )?"
    r"(?:(?:[\w.]+ ){0,2}[\w.]+['’]s?|his|her|their|its|the) "
    rf"(?:\w+ ){{0,3}}{_PAPER}(?:, .{{1,50}})?"
    r"|posted (?:on|to) (?-i:[A-Z])\w+"
    r"|(?-i:According) to [^.:?!]{3,110})\s*:$"
    r"|[”\"],? by (?-i:[A-Z])[^”\"]{3,90}:$"
    r"|\b(?-i:By [A-Z][\w. ]{3,40}; [A-Z])[\w. ]{2,40}:$",
    re.IGNORECASE,
)
