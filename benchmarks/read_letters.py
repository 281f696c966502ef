"""Seconds per 100 pages to read the published reports, beside the plain text extraction of them.

Run: `uv run python benchmarks/read_letters.py`. The reports lie in $SIGHTLINE_SHARED/sources/ofsted
(by default in a folder `shared` beside this checkout). The baselines only extract the pages' text:
`pdftotext -layout` where it is installed (with the start of its process for each file), and
pypdfium2, on which the reader stands. Each is timed three times, in turn; the best time counts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2 as pdfium

from sightline.letters import read

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[1].parent / "shared"))


ROUNDS = 3


def seconds(work: Callable[[Path], object], paths: Sequence[Path]) -> float:
    start = time.perf_counter()
    for path in paths:
        work(path)
    return time.perf_counter() - start


def with_pdftotext(path: Path) -> object:
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True)


def with_pypdfium2(path: Path) -> object:
    document = pdfium.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


def main() -> int:
    paths = sorted((SHARED / "sources" / "ofsted").glob("*.pdf"))
    if not paths:
        print(f"No reports in {SHARED / 'sources' / 'ofsted'}: set SIGHTLINE_SHARED.")
        return 1
    readers: dict[str, Callable[[Path], object]] = {"sightline.letters.read": read}
    if shutil.which("pdftotext"):
        readers["pdftotext -layout"] = with_pdftotext
    readers["pypdfium2 text extraction"] = with_pypdfium2
    pages = sum(read(path).pages for path in paths)
    rounds = [{name: seconds(work, paths) for name, work in readers.items()} for _ in range(ROUNDS)]
    best = {name: min(each[name] for each in rounds) for name in readers}
    ours = best.pop("sightline.letters.read")
    print(f"{len(paths)} reports, {pages} pages")
    print(f"sightline.letters.read: {100 * ours / pages:.3f} seconds per 100 pages")
    for name, theirs in best.items():
        print(f"{name}: {100 * theirs / pages:.3f} seconds per 100 pages")
        print(f"ratio to {name}: {ours / theirs:.2f}")
    if "pdftotext -layout" not in best:
        print("pdftotext is not installed, so no ratio to it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
