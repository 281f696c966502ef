"""The links under the header: a person sees those that their role may open."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, resolve, reverse

from sightline.people.access import permissions_of
from sightline.people.models import User


@dataclass(frozen=True, slots=True)
class Place:
    """A link in the navigation: where it goes, what it is called, and the address it heads."""

    url_name: str
    title: str


PLACES = (
    Place("home", "Today"),
    Place("measures", "Measures"),
    Place("children", "Children"),
    Place("findings", "Findings"),
    Place("loads", "Data"),
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
        href = _address(place.url_name)
        if href is None or not user.may_any(permissions_of(resolve(href).func)):
            continue
        beneath = path.startswith(href) if href != "/" else path == "/"
        links.append(Link(place.title, href, current=path == href, active=beneath))
    return tuple(links)


def _address(url_name: str) -> str | None:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return None
