"""Which issues a person asks for, within those that the person may see."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from sightline.jobs.doubts import Among
from sightline.jobs.quality import Wanted
from sightline.people.scope import Scope

ASKED = {"rule": "rule", "return": "return_name", "severity": "severity", "team": "owner"}
"""Word of an address → what it narrows."""


def within(scope: Scope) -> Wanted:
    """All the issues of the children of a scope; everyone's includes those of no child.

    Raises ValueError for the scope of nobody: whoever sees no child must not come so far.
    """
    if scope.nobody:
        raise ValueError("Who sees no child sees no issue row.")
    return Wanted(team=scope.team or "", worker=scope.worker or "")


def among(scope: Scope) -> Among:
    """The children of a scope, to ask what is in doubt of them. Raises ValueError as `within`."""
    if scope.nobody:
        raise ValueError("Who sees no child sees nothing that is in doubt of one.")
    return Among(team=scope.team or "", worker=scope.worker or "")


def asked(query: Mapping[str, str], scope: Scope) -> Wanted:
    """What an address asks for, within the scope."""
    narrowed = {name: query[word] for word, name in ASKED.items() if query.get(word)}
    measure, new = query.get("measure", ""), bool(query.get("new"))
    return replace(within(scope), **narrowed, measure=measure, new=new)


def query_of(wanted: Wanted) -> str:
    """The same again, for the links to further pages and to the download."""
    kept = {word: getattr(wanted, name) for word, name in ASKED.items() if getattr(wanted, name)}
    kept |= {"measure": wanted.measure} if wanted.measure else {}
    kept |= {"new": "1"} if wanted.new else {}
    return urlencode(kept) + "&" if kept else ""
