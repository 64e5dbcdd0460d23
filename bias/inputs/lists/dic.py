"""LIWC dictionaries, `.dic`, as of 2001, 2007 and 2015.

    %
    1	battle
    2	family (of words)
    %
    clash*	1
    lock horns	1	2

Between two `%` stand the categories, a number and a name each; below, a word, a
phrase or a beginning with `*`, and the numbers of its categories. Files in the wild part
cells by blanks, write 01 for 1, repeat words and have conditions such as `<of>131/125`.
"""

import re
from collections.abc import Iterator

from bias.errors import LexiconError
from bias.inputs.lists.entry import Entry, Gathered
from bias.words.cut import column_word

_CATEGORY = re.compile(r"(\d+)\s+(\S.*)")
_BLANK_PARTED = re.compile(r"(\S.*?)\s+(\d[\d\s]*)")
_CONDITION = re.compile(r"[<>()/\[\]]")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
"""What a category's name says about itself: `function (Function Words)`."""
_SHOWN = 3
"""Faults told at once; the file is refused for any."""


def read_dic(text: str, file: str) -> Gathered:
    """Read a LIWC dictionary.

    Raises `LexiconError`, naming file and line: no categories between `%` lines, or lines that
    name none of them.
    """
    found, wrong = Gathered(file), list[str]()
    lines = list(enumerate((line.strip() for line in text.split("\n")), start=1))
    marks = [number for number, line in lines if line == "%"]
    if len(marks) < 2 or any(line for _, line in lines[: marks[0] - 1]):
        raise LexiconError(
            f"{file}, line {next((n for n, line in lines if line), 1)}: no list of categories "
            "between two lines '%' on top. Write '%', lines such as '1<tab>anger', '%'."
        )
    categories = _categories(lines[marks[0] : marks[1] - 1], file, wrong)
    for number, line in lines[marks[1] :]:
        if line:
            found.entries += _entries(line, number, categories, found, wrong)
    if wrong:
        more = f" And {len(wrong) - _SHOWN} more lines." if len(wrong) > _SHOWN else ""
        raise LexiconError(" ".join(wrong[:_SHOWN]) + more)
    return found


def _categories(lines: list[tuple[int, str]], file: str, wrong: list[str]) -> dict[str, str]:
    """Return the categories by number."""
    categories: dict[str, str] = {}
    for number, line in lines:
        match = _CATEGORY.fullmatch(line)
        name = column_word(_BRACKETS.sub("", match[2]) or match[2]) if match else ""
        if match is None or not name:
            if line:
                wrong.append(
                    f"{file}, line {number}: {line!r} is no category. Write its number, a tab and "
                    "its name."
                )
        elif _number(match[1]) in categories:
            wrong.append(f"{file}, line {number}: category {match[1]} comes twice. Number it anew.")
        else:
            categories[_number(match[1])] = name
    return categories


def _number(digits: str) -> str:
    """Return a category's number without leading zeros, however long."""
    return digits.lstrip("0") or "0"


def _entries(
    line: str, number: int, categories: dict[str, str], found: Gathered, wrong: list[str]
) -> Iterator[Entry]:
    """Yield one entry for each category of a line."""
    word, cells = _cut(line)
    if _CONDITION.search(word):
        found.report(number, f"{word!r} depends on other words (LIWC's conditions); left out.")
        return
    for cell in cells:
        if _CONDITION.search(cell):
            found.report(number, f"{cell!r} of {word!r} is a condition of LIWC's; left out.")
        elif not cell.isdecimal() or _number(cell) not in categories:
            wrong.append(
                f"{found.file}, line {number}: {word!r} has category {cell!r}. Allowed are the "
                f"{len(categories)} numbers listed on top."
            )
        else:
            yield Entry(word, categories[_number(cell)], number)
    if not cells:
        wrong.append(f"{found.file}, line {number}: {word!r} has no category. Add its number.")


def _cut(line: str) -> tuple[str, list[str]]:
    """Part the word from its categories: at the first tab, else before the last numbers."""
    word, tab, rest = line.partition("\t")
    if tab:
        return word.strip(), rest.split()
    match = _BLANK_PARTED.fullmatch(line)
    if match:
        return match[1], match[2].split()
    word, _, rest = line.partition(" ")
    return word, [cell for cell in rest.split() if _CONDITION.search(cell) or cell.isdecimal()]
