"""Writing every document to a folder: the made-up authority's own, and those of six others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sightline.synthetic.geography import AUTHORITY
from sightline.synthetic.journey import Journey
from sightline.synthetic.letters import script
from sightline.synthetic.letters.cast import cast
from sightline.synthetic.letters.occasions import Occasion, later, occasions, said_of, stated
from sightline.synthetic.letters.planted import Document, truth_of_letters
from sightline.synthetic.letters.printing import print_pdf, print_text
from sightline.synthetic.letters.script import Script
from sightline.synthetic.letters.word import write_word

OWN, OTHERS = "texts", "elsewhere"
POSTCODE = "ZZ4 2QX"  # the town hall's, in an area that Royal Mail does not use
_SUFFIXES = {"statement": "txt", "news": "txt", "cover_report": "docx"}
_TITLES = {
    "inspection": "Inspection of {}",
    "focused_visit": "Focused visit to {}",
    "monitoring_visit": "Monitoring visit to {}",
    "commissioner_report": "Commissioner’s report on {}",
    "cover_report": "{} overview and scrutiny",
}


@dataclass(frozen=True, slots=True)
class WrittenLetters:
    """The files written, the oldest document first, and what is planted in them."""

    own: list[Path]
    elsewhere: list[Path]
    truth: dict[str, Any]


def write_letters(folder: Path, journey: Journey, until: date, seed: int = 1) -> WrittenLetters:
    """Write the authority's documents to `folder`, and other authorities' to its `elsewhere`.

    The files are named for the authority, the kind of document and the day it came out. The same
    journey, day and seed give the same files.
    """
    own, others = planned(journey, until, seed)
    return WrittenLetters(
        _print(folder, own, AUTHORITY),
        _print(folder / OTHERS, others),
        truth_of_letters(own, others),
    )


def planned(journey: Journey, until: date, seed: int) -> tuple[list[Document], list[Document]]:
    """The authority's documents and the other authorities', the oldest first; none is printed."""
    return _own(journey, until, seed), _elsewhere(until, seed)


def _own(journey: Journey, until: date, seed: int) -> list[Document]:
    when = occasions(journey, until)
    facts = cast(seed, AUTHORITY) | stated(when, journey, seed)
    facts |= {"authority": AUTHORITY, "postcode": POSTCODE}
    read = partial(_script, OWN, facts)
    found = [read(name) for name in script.names(OWN)]
    documents = [_document(AUTHORITY, each, when[each.about["when"]]) for each in found]
    return sorted(documents, key=lambda each: (each.when.published, each.file))


def _script(folder: str, facts: dict[str, str], name: str) -> Script:
    other = partial(_script, folder, facts)
    return script.parse(script.source(folder, name), facts, other)


def _elsewhere(until: date, seed: int) -> list[Document]:
    found = (_other(name, until, seed) for name in script.names(OTHERS))
    return sorted(found, key=lambda each: (each.when.published, each.file))


def _other(name: str, until: date, seed: int) -> Document:
    """Its `@when` says how many months before `until` it ended, and how many days it took."""
    about = script.about(script.source(OTHERS, name))
    authority = about["authority"]
    months, length = map(int, about["when"].split())
    when = Occasion.ending(later(until, -months), length, 45 if length > 2 else 35)
    facts = cast(seed, name) | said_of("", when) | {"authority": authority}
    return _document(authority, _script(OTHERS, facts, name), when)


def _document(authority: str, written: Script, when: Occasion) -> Document:
    place = authority.lower().replace(" ", "-")
    kind = written.kind.replace("_", "-")
    suffix = _SUFFIXES.get(written.kind, "pdf")
    name = f"{place}-{kind}-{when.published.isoformat()}.{suffix}"
    return Document(name, written, when)


def _print(folder: Path, documents: Sequence[Document], authority: str = "") -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    return [_printed(folder / each.file, each.script, authority) for each in documents]


def _printed(path: Path, written: Script, authority: str) -> Path:
    if path.suffix == ".txt":
        return print_text(path, written)
    title = _TITLES[written.kind].format(written.about.get("authority", authority))
    write = write_word if path.suffix == ".docx" else print_pdf
    return write(path, title, written)
