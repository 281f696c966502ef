"""Hold the habits of the house that no linter knows: small files, signs on rooms, clean paths.

Run by `make check`; prints each breach as path:line: words and exits 1 when there is one.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE = 400

# Files that may be longer, each with the reason why they are one thing.
LONG_FILES: dict[str, str] = {}

# A folder of a machine, not of the reader's: these begin paths that exist in one place only.
MACHINE_PATH = re.compile(r"(?<![\w.:/*<>-])/(?:work|farm|home|root|tmp|Users)/[\w.-]")
UNFINISHED = re.compile(r"\b(?:T[O]DO|FIX[M]E)\b")
TEXT = {".py", ".md", ".html", ".css", ".js", ".mjs", ".scss", ".toml", ".yml", ".json", ""}


def tracked(root: Path) -> Iterator[Path]:
    """Yield the text files that git tracks, or would track, under root."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        path = root / name
        if path.is_file() and path.suffix in TEXT and path.suffix != ".lock":
            yield path


def breaches_of_text(name: str, text: str) -> Iterator[str]:
    """Yield machine paths and unfinished marks, as path:line: words."""
    for number, line in enumerate(text.splitlines(), start=1):
        if MACHINE_PATH.search(line):
            yield f"{name}:{number}: a path of one machine: {line.strip()[:80]}"
        if UNFINISHED.search(line):
            yield f"{name}:{number}: unfinished work: {line.strip()[:80]}"


def breaches_of_module(name: str, text: str) -> Iterator[str]:
    """Yield a module that is too long, or a room without its sign."""
    length = len(text.splitlines())
    if length > LONGEST_FILE and name not in LONG_FILES:
        yield f"{name}:1: {length} lines; over {LONGEST_FILE} asks to be two files"
    is_sign = name.endswith("/__init__.py") and "/migrations/" not in name
    if is_sign and not ast.get_docstring(ast.parse(text)):
        yield f"{name}:1: a room without its sign (one docstring: what lives here)"


def rooms_without_sign(root: Path, modules: Sequence[Path]) -> Iterator[str]:
    """Yield folders of modules that have no __init__.py at all."""
    for folder in sorted({module.parent for module in modules}):
        if not (folder / "__init__.py").exists():
            yield f"{folder.relative_to(root).as_posix()}:1: a folder of modules, no __init__.py"


def breaches(root: Path) -> Iterator[str]:
    """Yield every breach in the checkout at root."""
    modules = []
    for path in tracked(root):
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        yield from breaches_of_text(name, text)
        if name.startswith("sightline/") and path.suffix == ".py":
            modules.append(path)
            yield from breaches_of_module(name, text)
    yield from rooms_without_sign(root, modules)


def main() -> int:
    """Print every breach; return 1 when there is one."""
    found = list(breaches(ROOT))
    print("\n".join(found) or "the house is in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
