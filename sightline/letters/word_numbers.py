"""The numbers that Word prints before paragraphs but does not keep in their text."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_BULLET = "bullet"
_LETTERS = {"lowerLetter", "upperLetter", "lowerRoman", "upperRoman"}


class Numbering:
    """Counts the list items of one document in order of print."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        """`numbering` and `styles` are the XML roots of those parts, or None."""
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        self._restart: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        self._of_style = _numbers_of_styles(styles)
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: Any) -> None:
        for abstract in numbering.findall(qn("w:abstractNum")):
            levels = {int(_value(each, "w:ilvl")): each for each in abstract.findall(qn("w:lvl"))}
            self._levels[_value(abstract, "w:abstractNumId")] = levels
        for num in numbering.findall(qn("w:num")):
            name = _value(num, "w:numId")
            self._abstract[name] = _child(num, "w:abstractNumId")
            starts = {
                int(_value(each, "w:ilvl")): int(_child(each, "w:startOverride"))
                for each in num.findall(qn("w:lvlOverride"))
                if _child(each, "w:startOverride")
            }
            self._restart[name] = starts

    def next(self, paragraph: Any, style: str) -> tuple[str | None, bool]:
        """The number that Word prints before the paragraph ("2.4"), and whether it is a list item.

        Bullets and letters give no number. Asking counts the paragraph: ask once for each.
        """
        name, level = self._list_of(paragraph, style)
        found = self._levels.get(self._abstract.get(name, ""), {}).get(level)
        if name in ("", "0") or found is None:
            return None, False
        if _child(found, "w:numFmt") == _BULLET:
            return None, True
        self._count(name, level)
        return self._printed(name, level), True

    def _list_of(self, paragraph: Any, style: str) -> tuple[str, int]:
        properties = paragraph.find(qn("w:pPr"))
        own = None if properties is None else properties.find(qn("w:numPr"))
        name, level = self._of_style.get(style, ("", 0))
        if own is None:
            return name, level
        own_level = _child(own, "w:ilvl")
        return _child(own, "w:numId") or name, int(own_level) if own_level else level

    def _count(self, name: str, level: int) -> None:
        abstract = self._abstract[name]
        counts = self._counts[abstract]
        if name not in self._begun:
            self._begun.add(name)
            for each, start in self._restart.get(name, {}).items():
                counts[each] = start - 1
        for above in range(level):
            counts.setdefault(above, self._start(abstract, above))
        counts[level] = counts.get(level, self._start(abstract, level) - 1) + 1
        for below in [each for each in counts if each > level]:
            del counts[below]

    def _start(self, abstract: str, level: int) -> int:
        found = self._levels[abstract].get(level)
        return int(_child(found, "w:start") or 1) if found is not None else 1

    def _printed(self, name: str, level: int) -> str | None:
        abstract = self._abstract[name]
        pattern = _child(self._levels[abstract][level], "w:lvlText")
        for each in range(level + 1):
            if f"%{each + 1}" not in pattern:
                continue
            found = self._levels[abstract].get(each)
            if found is not None and _child(found, "w:numFmt") in _LETTERS:
                return None
            pattern = pattern.replace(f"%{each + 1}", str(self._counts[abstract].get(each, 1)))
        number = pattern.strip(" .)(:")
        return number if number.replace(".", "").isdigit() else None


def _numbers_of_styles(styles: Any) -> dict[str, tuple[str, int]]:
    """The list and level of each style that has one, by its own or the style it is based on."""
    own: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in () if styles is None else styles.findall(qn("w:style")):
        name = _value(style, "w:styleId")
        based[name] = _child(style, "w:basedOn")
        found = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if found is not None and _child(found, "w:numId"):
            own[name] = (_child(found, "w:numId"), int(_child(found, "w:ilvl") or 0))
    resolved = {}
    for name in based:
        above, seen = name, set()
        while above and above not in own and above not in seen:
            seen.add(above)
            above = based.get(above, "")
        if above in own:
            resolved[name] = own[above]
    return resolved


def _value(element: Any, name: str) -> str:
    return str(element.get(qn(name)) or "")


def _child(element: Any, name: str) -> str:
    """The value of a child such as <w:numId w:val="3"/>; "" where there is none."""
    found = element.find(qn(name))
    return "" if found is None else str(found.get(qn("w:val")) or "")
