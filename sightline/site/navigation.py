"""The links under the header: a person sees those that their role may open."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, resolve, reverse

from sightline.people.access import permissions_of
from sightline.people.models import User


@dataclass(frozen=True, slots=True)
class Place:
    """A link in the navigation: where it goes, what it is called, and the address it heads.

    Who may not open it goes to `otherwise`, where there is one.
    """

    url_name: str
    title: str
    otherwise: str = ""


PLACES = (
    Place("home", "Today"),
    Place("measures", "Measures"),
    Place("scrutiny", "Scrutiny"),
    Place("board-requests", "Requests"),
    Place("packs", "Packs"),
    Place("children", "Children"),
    Place("findings", "Findings"),
    Place("plan", "Plan"),
    Place("boards", "Boards"),
    Place("loads", "Data", otherwise="quality"),
    Place("access-log", "Access log"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A place as one person sees it on one page."""

    title: str
    href: str
    current: bool  # this very page
    active: bool  # this page or one beneath it


def links_for(user: User, path: str) -> tuple[Link, ...]:
    """The places that `user` may open, told which one `path` lies in."""
    links = []
    for place in PLACES:
        href = next(
            (each for name in (place.url_name, place.otherwise) if (each := _open(user, name))), ""
        )
        if not href:
            continue
        beneath = path.startswith(href) if href != "/" else path == "/"
        links.append(Link(place.title, href, current=path == href, active=beneath))
    return tuple(links)


def _open(user: User, url_name: str) -> str | None:
    """The address, where there is one and `user` may open it."""
    href = _address(url_name) if url_name else None
    return href if href and user.may_any(permissions_of(resolve(href).func)) else None


def _address(url_name: str) -> str | None:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return None
