"""Where a rule comes from, and whether anyone has read it there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """The source of a rule.

    `verified` is True only where the rule was read in the text that `url` leads to (the regulation
    itself, statutory guidance, or a definition published by the department). Where it is False,
    pages must show the rule as unverified; `note` says what was and was not read.
    """

    text: str
    url: str
    verified: bool
    note: str = ""

    def __str__(self) -> str:
        return self.text if self.verified else f"{self.text} [unverified]"
