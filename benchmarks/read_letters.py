"""Seconds per 100 pages to read the published reports, beside the plain text extraction of them.

Run: `uv run python benchmarks/read_letters.py`. The reports lie in $SIGHTLINE_SHARED/sources/ofsted
(by default in a folder `shared` beside this checkout). The baseline is `pdftotext -layout` where it
is installed, else pypdfium2's own extraction of the same pages' text.
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
    found = shutil.which("pdftotext")
    name = (
        "pdftotext -layout" if found else "pypdfium2 text extraction (pdftotext is not installed)"
    )
    baseline = with_pdftotext if found else with_pypdfium2
    read(paths[0])
    pages = sum(read(path).pages for path in paths)
    ours, theirs = seconds(read, paths), seconds(baseline, paths)
    print(f"{len(paths)} reports, {pages} pages")
    print(f"sightline.letters.read: {100 * ours / pages:.3f} seconds per 100 pages")
    print(f"{name}: {100 * theirs / pages:.3f} seconds per 100 pages")
    print(f"ratio: {ours / theirs:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
