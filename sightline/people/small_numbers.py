"""Keeping counts of one to five children out of what people write for members to read.

It finds the number beside the word, digits or spelt out. It is a net under whoever writes, no proof
that a text gives nobody away: what is told without a number is for the writer to see.
"""

import re

from django.core.exceptions import ValidationError

NUMBER = r"(?:[1-5]|one|two|three|four|five|a single|an only)"
PEOPLE = (
    r"(?:child|children|girls?|boys?|bab(?:y|ies)|siblings?|sisters?|brothers?|twins?"
    r"|young (?:people|persons?|women|woman|men|man)|care leavers?|teenagers?|infants?)"
)
OF_PEOPLE = re.compile(
    rf"(?<![\w.,%/-])(?:only |just )?({NUMBER}\b(?![.,%/-]?\d)(?! ?%| per cent)"
    rf"(?: of)?(?: (?!in\b|or more\b|out\b)[\w’'-]+){{0,3}}? {PEOPLE})\b",
    re.IGNORECASE,
)

RATIO = re.compile(
    r"\b(?:[1-4]|one|two|three|four) in (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)


def no_small_number(text: str) -> None:
    """Raise ValidationError where the text counts one to five children; it quotes the words."""
    found = OF_PEOPLE.search(RATIO.sub("", " ".join(text.split())))
    if found:
        raise ValidationError(
            f"“{found[1]}” tells of fewer than six children, and members read this: "
            "say it without the number"
        )
