"""What a table of a return should hold: its columns, their kinds and codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "date", "number", "integer", "flag", "code", "ticks"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column.

    `key`: no row can be placed without it. `required`: a blank is worth a warning. `codes` are
    those of the year read, `other_codes` those of other years only. `same` maps another way of
    writing a code to the code. `told` reads free words (a code or a flag), one distinct value at a
    time; it gives None where it cannot tell, and UNSTATED where the words say nothing is known.
    A column of `ticks` holds a list of options as JSON: `codes` are the options, `other_codes` what
    may stand beside them and is not read.
    """

    name: str
    kind: Kind = "text"
    key: bool = False
    required: bool = False
    codes: tuple[str, ...] = ()
    other_codes: tuple[str, ...] = ()
    same: dict[str, str] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None
    told: Callable[[str], str | bool | None] | None = None
    heading: str | None = None

    @property
    def label(self) -> str:
        """The column as its heading row names it."""
        return self.heading or self.name


UNSTATED = "\x00unstated"
"""What a `told` reader gives for words that say, in so many words, that the answer is not known."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a return, as it should be in one year. `who` is the column naming the child."""

    return_name: str
    name: str
    fields: tuple[Field, ...]
    who: str | None = None

    def __getitem__(self, name: str) -> Field:
        """The field of that name; KeyError if the table has none."""
        for each in self.fields:
            if each.name == name:
                return each
        raise KeyError(name)
