"""The XML form of the SSDA903: children with nested episodes and answers, laid out as tables."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from sightline.returns.grids import CellGrid
from sightline.returns.ssda903.headings import column_name
from sightline.returns.ssda903.schema import schema_of_any_year
from sightline.returns.trouble import UnreadableError

ROOT = "EXPSSDA903"

# Elements that are a row of a table each; other answers stand directly in the child's header.
_ROWS = {
    "EPISODE": "episodes",
    "AREVIEW": "reviews",
    "AMISSING": "missing",
    "PERMANENCE": "previous_permanence",
    "OC2": "oc2",
    "OC3": "oc3",
    "AD1": "ad1",
    "AD_PLACED": "placed_for_adoption",
    "SW_EPISODE": "sw_episodes",
    "DOLO": "dolo",
}
_IN_HEADER = {"header": "UPN", "uasc": "DUC", "oc3": "IN_TOUCH", "ad1": "DATE_INT"}
"""Tables whose answers stand in the header, and the answer without which a child has no row."""


def is_ours(data: bytes) -> bool:
    """Whether the bytes begin as an XML document with our root element."""
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and ROOT.encode() in start


def read_tables(data: bytes) -> list[tuple[str, CellGrid]]:
    """Every table that has rows, under its name, as if each had come as a CSV with a heading row.

    Raises UnreadableError where the document is broken or declares entities of its own.
    """
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        raise UnreadableError("file_unreadable", "declares entities of its own; no return does")
    columns = {name: [f.name for f in table.fields] for name, table in schema_of_any_year().items()}
    rows: dict[str, list[list[str]]] = {name: [names] for name, names in columns.items()}
    for table, answers in _answers(data):
        rows[table].append([answers.get(name, "") for name in columns[table]])
    return [(name, CellGrid(cells)) for name, cells in rows.items() if len(cells) > 1]


def _answers(data: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        for _, element in ET.iterparse(io.BytesIO(data), events=("end",)):
            if element.tag == "CHILD":
                yield from _of_child(element)
                element.clear()
    except ET.ParseError as error:
        line, _ = error.position
        raise UnreadableError(
            "file_truncated", f"breaks off or is damaged as XML, at line {line}"
        ) from error


def _of_child(child: ET.Element) -> Iterator[tuple[str, dict[str, str]]]:
    header = child.find("HEADER")
    own = _leaves(header) if header is not None else {}
    who: dict[str, str] = {name: own[name] for name in ("CHILD", "DOB", "SEX") if name in own}
    for name, telling in _IN_HEADER.items():
        if own.get(telling) or name == "header":
            yield name, own
    for element in child.iter():
        table = _ROWS.get(element.tag)
        if table is not None and len(element):
            yield table, _leaves(element) | who


def _leaves(element: ET.Element) -> dict[str, str]:
    return {column_name(e.tag): (e.text or "").strip() for e in element if not len(e)}
