"""The XML forms of the returns: which of them a document is, told from its root and what is in it.

A form is known by its root element and by the collection it says it is, or the elements that only
it has; never by the file's name.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

import polars as pl

from sightline.returns.grids import FrameGrid, Sheet
from sightline.returns.trouble import UnreadableError
from sightline.returns.xml_rows import LINE
from sightline.returns.xml_tables import (
    Document,
    Layout,
    broken,
    local_name,
    read_document,
    refuse_entities,
)

PROBED = 1 << 16
"""Bytes, from the start of a document, in which its form is told."""


@dataclass(frozen=True, slots=True)
class XmlForm:
    """The XML form of a return.

    `tables` makes a document's frames into those of the return: text columns and LINE; `said` gives
    what the document says of itself. Where roots are shared, the collection named in the header or
    an element of `telling` decides.
    """

    root: str
    title: str
    layout: Layout
    tables: Callable[[Document], Mapping[str, pl.DataFrame]]
    said: Callable[[Document], Mapping[str, str]] = lambda document: {}
    collection: str | None = None
    telling: frozenset[str] = frozenset()


def looks_like_xml(head: bytes) -> bool:
    """Whether the first bytes of a file are those of an XML document, in whatever encoding."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[:400].decode(encoding, "ignore").lstrip("\ufeff \t\r\n").startswith("<")
    return head[:400].lstrip(b" \t\r\n").startswith((b"<", b"<\x00", b"\x00<"))


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def form_of(head: bytes, forms: tuple[XmlForm, ...]) -> XmlForm:
    """The form of the document that begins so.

    Raises UnreadableError where it is none of ours, declares entities, or breaks off before that
    is told.
    """
    probe = _Probe(forms)
    try:
        probe.parser.Parse(head[:PROBED], len(head) < PROBED)
    except _ToldError:
        pass
    except expat.ExpatError as error:
        if probe.found is None and not probe.candidates:
            raise broken(error) from error
    except (LookupError, ValueError) as error:
        words = "declares a character encoding that cannot be read"
        raise UnreadableError("file_unreadable", words) from error
    found = probe.found or (probe.candidates[0] if len(probe.candidates) == 1 else None)
    if found is None:
        known = ", ".join(form.title for form in forms)
        root = f" <{probe.root}>" if probe.root else ""
        raise UnreadableError(
            "file_unknown", f"is an XML document{root} of none of the returns read here: {known}"
        )
    return found


class _ToldError(Exception):
    """Enough of the document has been seen."""


@dataclass(slots=True)
class _Probe:
    forms: tuple[XmlForm, ...]
    root: str | None = None
    candidates: tuple[XmlForm, ...] = ()
    found: XmlForm | None = None
    parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text.append
        self.parser.StartDoctypeDeclHandler = refuse_entities

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        name = local_name(tag)
        self.text.clear()
        if self.root is None:
            self.root = tag[:40]
            self.candidates = tuple(f for f in self.forms if f.root.lower() == name)
            if not self.candidates:
                raise _ToldError
        for form in self.candidates:
            if not form.telling or name in form.telling:
                self.found = form
                raise _ToldError

    def end(self, tag: str) -> None:
        if local_name(tag) == "collection":
            said = "".join(self.text).strip().upper()
            named = tuple(form for form in self.candidates if form.collection == said)
            self.candidates = named or self.candidates


def sheets(
    path: str, stream: IO[bytes], head: bytes, forms: tuple[XmlForm, ...]
) -> Iterator[Sheet]:
    """Every table of a document that has rows. `stream` begins where `head` does.

    Raises UnreadableError where the document as a whole cannot be read, or holds no row.
    """
    form = form_of(head, forms)
    document = read_document(stream, form.layout)
    tables, said = form.tables(document), form.said(document)
    homeless = [note for note in document.notes if note[0] not in tables]
    for name, frame in tables.items():
        own = [note for note in document.notes if note[0] == name]
        yield _sheet(path, name, frame, said, (*homeless, *own))
        homeless = []
    if not tables:
        raise UnreadableError("file_empty", f"is {form.title} without a single row")


def _sheet(
    path: str,
    name: str,
    frame: pl.DataFrame,
    said: Mapping[str, str],
    notes: tuple[tuple[str | None, str, str], ...],
) -> Sheet:
    """A table as a grid, its rows named by their lines, or counted where two share a line."""
    lines = frame[LINE]
    by_line = bool((lines.diff().fill_null(1) > 0).all())
    rows = lines if by_line else pl.int_range(1, len(lines) + 1, dtype=pl.Int64, eager=True)
    return Sheet(
        path,
        FrameGrid(frame.drop(LINE), rows),
        name,
        noun="table",
        notes=tuple((rule, words) for _, rule, words in notes),
        row_noun="Line" if by_line else "Row",
        said=said,
    )
