"""Sightline: one true line of sight for children's services in England.

The jobs of the command line, for Python: `sightline.check`, `load`, `run_measures`, `children`,
`waiting`, `child`, `read_letter`, `compare_letters`. Each is imported when first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sightline.jobs.checks import check
    from sightline.jobs.children import view as child
    from sightline.jobs.children import waiting
    from sightline.jobs.figures import children
    from sightline.jobs.loads import load
    from sightline.jobs.runs import run as run_measures
    from sightline.letters import compare as compare_letters
    from sightline.letters import read as read_letter

_WHERE = {
    "check": ("sightline.jobs.checks", "check"),
    "load": ("sightline.jobs.loads", "load"),
    "run_measures": ("sightline.jobs.runs", "run"),
    "children": ("sightline.jobs.figures", "children"),
    "waiting": ("sightline.jobs.children", "waiting"),
    "child": ("sightline.jobs.children", "view"),
    "read_letter": ("sightline.letters", "read"),
    "compare_letters": ("sightline.letters", "compare"),
}

__all__ = [
    "check",
    "child",
    "children",
    "compare_letters",
    "load",
    "read_letter",
    "run_measures",
    "waiting",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'sightline' has no attribute {name!r}")
    module, function = _WHERE[name]
    return getattr(import_module(module), function)
