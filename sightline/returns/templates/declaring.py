"""The language in which a template is declared: what it is for, who keeps it, its columns."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.returns.fields import Field, Kind, Table
from sightline.returns.templates.words import Choice, reader_of

RETURN_NAME = "templates"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: our name, its heading, and a note on what to write in it.

    `key`: no row can be placed without it. `required`: a blank is worth a warning. `choices` are
    the only answers, `usual` those a person is offered and need not take. `past`: its dates lie in
    the past of the list, so they tell how far the list goes. `low` and `high` bound a number.
    """

    name: str
    heading: str
    note: str
    kind: Kind = "text"
    key: bool = False
    required: bool = False
    choices: tuple[Choice, ...] = ()
    usual: tuple[str, ...] = ()
    past: bool = False
    low: float | None = None
    high: float | None = None
    example: str = ""

    @property
    def offered(self) -> tuple[str, ...]:
        """The words of the drop-down list; none where a person writes freely."""
        if self.kind == "flag":
            return ("Yes", "No")
        return tuple(choice.words for choice in self.choices) or self.usual

    def field(self) -> Field:
        """The column as the readers of returns know it."""
        return Field(
            self.name,
            self.kind,
            key=self.key,
            required=self.required,
            codes=tuple(choice.value for choice in self.choices),
            low=self.low,
            high=self.high,
            told=reader_of(self.choices) if self.choices else None,
            heading=self.heading,
        )


@dataclass(frozen=True, slots=True)
class Basis:
    """What the law or guidance says on the matter; `verified` where it was read in its source."""

    words: str
    source: str
    url: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Template:
    """One template. `same_row`: columns that make a row of a newer copy take an older one's place.

    A template is a running list: a newer copy replaces what older ones say of its rows, and need
    not repeat the others.
    """

    name: str
    title: str
    purpose: str
    kept_by: str
    columns: tuple[Column, ...]
    same_row: tuple[str, ...]
    basis: tuple[Basis, ...] = ()

    def __getitem__(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        for each in self.columns:
            if each.name == name:
                return each
        raise KeyError(name)

    def table(self) -> Table:
        """The template as a table to be read."""
        who = "child_id" if any(each.name == "child_id" for each in self.columns) else None
        return Table(RETURN_NAME, self.name, tuple(each.field() for each in self.columns), who)


def child(example: str, *, key: bool = True, note: str = "") -> Column:
    """The child's ID, the same in every template."""
    return Column(
        "child_id",
        "Child ID",
        note or "The child's ID in the case management system, as the statutory returns have it.",
        key=key,
        example=example,
    )


def worker(example: str, *, key: bool = False, note: str = "") -> Column:
    """The worker's ID, the same in every template."""
    return Column(
        "worker_id",
        "Worker ID",
        note or "The worker's ID in the case management system, or the Social Work England number.",
        key=key,
        example=example,
    )


def carer(example: str) -> Column:
    """The carer's ID, the same in every template."""
    return Column(
        "carer_id",
        "Carer ID",
        "The carer's or household's ID in the case management system; never a name.",
        example=example,
    )
