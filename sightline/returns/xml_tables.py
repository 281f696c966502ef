"""From an XML document to flat tables, as it streams by: each block becomes a row of its table.

Nothing of the document is kept but the rows: memory grows with the rows, not with the file. A
document type is refused outright, so no entity is ever expanded and nothing outside the file is
read; nesting, kinds of element, single tags and single values are all bounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, NoReturn
from xml.parsers import expat

import polars as pl

from sightline.returns.trouble import UnreadableError
from sightline.returns.xml_rows import Block, RowCollector

CHUNK = 1 << 18
_DEEPEST = 60
_MOST_KINDS = 2_000  # of element
_LONGEST_VALUE = 1 << 20  # characters
_LONGEST_TAG = 1 << 20  # bytes
_MOST_TOLD = 20  # of notes of one kind
_OTHERS = "…"  # stands for all beyond those


@dataclass(frozen=True, slots=True)
class Layout:
    """What a document holds: blocks that are rows, and wrappers that only hold others.

    `ignored` are elements of the return that nobody needs.
    """

    blocks: tuple[Block, ...]
    wrappers: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


@dataclass(slots=True)
class Document:
    """The tables of a document, each a frame of its columns, its ancestors' numbers and LINE.

    `notes` are (table or None, rule, words): what was in the document and is in no row.
    """

    frames: dict[str, pl.DataFrame]
    notes: list[tuple[str | None, str, str]] = field(default_factory=list)


def read_document(stream: IO[bytes], layout: Layout) -> Document:
    """Read a document to its end.

    Raises UnreadableError where it breaks off, is damaged, or is built to fill the memory.
    """
    return _Reading(layout).read(stream)


def refuse_entities(*_: object) -> NoReturn:
    """Refuse a document type: the place where entities are declared, and no return has one."""
    raise UnreadableError("file_unreadable", "declares entities of its own; no return does")


class _Reading:
    """One reading of one document: expat calls `_start`, `_end` and `_texts.append`."""

    def __init__(self, layout: Layout) -> None:
        self._rows = RowCollector(layout.blocks)
        self._blocks = {block.element.lower(): block for block in layout.blocks}
        self._wrappers = {name.lower() for name in layout.wrappers}
        self._ignored = {name.lower() for name in layout.ignored}
        self._names: dict[str, str] = {}
        self._texts: list[str] = []
        self._depth = 0
        self._passed_over = 0  # the depth at which an unknown element began, else 0
        self._told: dict[tuple[str | None, str, str], tuple[int, int]] = {}
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._texts.append
        parser.StartDoctypeDeclHandler = refuse_entities
        parser.UseForeignDTD(False)

    def read(self, stream: IO[bytes]) -> Document:
        given = 0
        try:
            while chunk := stream.read(CHUNK):
                given += len(chunk)
                self._parser.Parse(chunk, False)
                self._check_held(given)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise broken(error) from error
        except (LookupError, ValueError) as error:  # an encoding that nobody knows
            raise _no_encoding() from error
        return Document(self._rows.frames(), self._notes())

    def _check_held(self, given: int) -> None:
        if sum(map(len, self._texts)) > _LONGEST_VALUE:
            self._too_large("a value longer than a million characters")
        if given - max(self._parser.CurrentByteIndex, 0) > _LONGEST_TAG + CHUNK:
            self._too_large("a tag longer than a million characters")

    def _too_large(self, what: str) -> NoReturn:
        line = self._parser.CurrentLineNumber
        raise UnreadableError("file_too_large", f"holds {what}, at line {line}; no return does")

    def _start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        name = self._names.get(tag) or self._name(tag)
        if self._texts:
            self._stray()
        self._depth += 1
        if self._depth > _DEEPEST:
            self._too_large("elements nested too deeply")
        if self._passed_over:
            return
        block = self._blocks.get(name)
        if block is not None:
            self._rows.open(block, self._parser.CurrentLineNumber)
        elif name not in self._wrappers and not self._rows.has_column(name):
            self._passed_over = self._depth
            if name not in self._ignored:
                self._tell("element_unknown", tag)

    def _end(self, tag: str) -> None:
        name = self._names[tag]
        self._depth -= 1
        if self._passed_over:
            if self._depth < self._passed_over:
                self._passed_over = 0
            self._texts.clear()
            return
        block = self._blocks.get(name)
        if block is not None:
            self._close(block)
        elif name in self._wrappers:
            if self._texts:
                self._stray()
        elif not self._rows.put(name, self._taken()):
            self._tell("element_repeated", tag)

    def _close(self, block: Block) -> None:
        if block.is_value:
            self._rows.put(block.element.lower(), self._taken())
        elif self._texts:
            self._stray()
        self._rows.close(block)

    def _taken(self) -> str:
        texts = self._texts
        value = texts[0] if len(texts) == 1 else "".join(texts)
        texts.clear()
        return value

    def _stray(self) -> None:
        """Text between elements, which belongs to none of them."""
        texts = self._texts
        if not (len(texts) == 1 and texts[0].isspace()) and not self._passed_over:
            words = " ".join("".join(texts).split())
            if words:
                self._tell("text_astray", words[:40])
        texts.clear()

    def _name(self, tag: str) -> str:
        if len(self._names) >= _MOST_KINDS:
            self._too_large("more kinds of element than any return has")
        name = self._names[tag] = local_name(tag)
        return name

    def _tell(self, rule: str, what: str) -> None:
        key = (None if what == _OTHERS else self._rows.table, rule, what)
        known = self._told.get(key)
        if known is not None:
            self._told[key] = (known[0] + 1, known[1])
        elif what != _OTHERS and sum(told[1] == rule for told in self._told) >= _MOST_TOLD:
            self._tell(rule, _OTHERS)
        else:
            self._told[key] = (1, self._parser.CurrentLineNumber)

    def _notes(self) -> list[tuple[str | None, str, str]]:
        return [
            (table, rule, _WORDS[rule].format(what=what, where=_where(times, line)))
            for (table, rule, what), (times, line) in self._told.items()
        ]


_WORDS = {
    "element_unknown": "holds <{what}> where the return has none ({where}); it is not read",
    "element_repeated": "holds <{what}> again where it has its place once ({where}); "
    "the first is read",
    "text_astray": "holds text that is in no element, '{what}' ({where}); it is not read",
}


def _where(times: int, line: int) -> str:
    return f"line {line}" if times == 1 else f"{times:,} times, first at line {line}"


def local_name(tag: str) -> str:
    """A tag without its prefix, in small letters: cin:LAchildID is lachildid."""
    return tag.rpartition(":")[2].lower()


def broken(error: expat.ExpatError) -> UnreadableError:
    """What the parser met, in words: a cut, bytes that are no text, or a damaged tag."""
    line = error.lineno
    if error.code in _CUT:
        return UnreadableError(
            "file_truncated",
            f"breaks off at line {line}, before its end; save, copy or download it again",
        )
    if error.code == _UNKNOWN_ENCODING:
        return _no_encoding()
    if error.code in _NO_TEXT:
        return UnreadableError(
            "file_unreadable",
            f"holds bytes at line {line} that are no text in the encoding it declares, "
            "or a character that XML does not allow there",
        )
    return UnreadableError("file_unreadable", f"is damaged as XML at line {line}")


def _no_encoding() -> UnreadableError:
    return UnreadableError("file_unreadable", "declares a character encoding that cannot be read")


_UNKNOWN_ENCODING = expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]
_CUT = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
    expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION],
}
_NO_TEXT = {expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]}
