"""The separate things that one recommendation asks for."""

import re

from sightline.improvement.models import Finding

_BULLET = re.compile(r"^\s*(?:[•▪◦–-]|\(?[a-z0-9]{1,3}[.)])\s+")


def parts_of(finding: Finding) -> tuple[str, ...]:
    """The parts of the exact words, at least one: the lines of its sub-list where it has one."""
    lines = [line for line in finding.text.splitlines() if line.strip()]
    if len(lines) < 2:
        return (finding.text.strip(),)
    listed = [line for line in lines if _BULLET.match(line)] or lines[1:]
    return tuple(_BULLET.sub("", line).strip() for line in listed)
