"""What a list is: a sentence, tables, and what stands out; a page and a file alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sightline.people.models import User
from sightline.people.permissions import Permission


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    words: str
    href: str

    def __str__(self) -> str:
        return self.words


Cell = str | int | date | Link | None


@dataclass(frozen=True, slots=True)
class Table:
    """Columns (heading: width in characters of its column in Excel) and rows of as many cells."""

    heading: str
    columns: dict[str, int]
    rows: Sequence[Sequence[Cell]]
    empty: str = "None."


@dataclass(frozen=True, slots=True)
class Listing:
    """The content of a list as one person sees it on one day. `main` is what is downloaded."""

    sentence: str
    main: Table
    intro: str = ""
    marks: Sequence[str] = ()
    more: Sequence[Table] = ()
    adds: Sequence[Link] = field(default=())


@dataclass(frozen=True, slots=True)
class List:
    """A list: its place in the addresses, its title, to whom it opens, and how it is made."""

    slug: str
    title: str
    made: Callable[[User, date], Listing]
    opens_to: Permission = Permission.SEE_BOARDS


def add_link(user: User, words: str, address: str) -> tuple[Link, ...]:
    """A link to a form, for those who may fill it in."""
    return (Link(words, address),) if user.may(Permission.KEEP_BOARDS) else ()
