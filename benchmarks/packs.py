"""How long a long pack takes: drafted from the records, and written as PDF, Word and Excel.

One pack that asks what three boards ask, over the made-up authority with about 600 children in
care. The promise is a pack of 30 pages in under 10 seconds.

    python benchmarks/packs.py [DATA]    (a folder that `sightline demo` made; else one is made)
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2 as pdfium

from sightline.site.inside import use

ASKED = ("corporate-parenting-board", "safeguarding-partners")


def main() -> None:
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
        return
    from sightline.jobs.made_up import make_up

    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "demo"
        make_up(data, children_in_care=600, years=6, seed=1, progress=lambda _: None)
        measure(data)


def measure(data: Path) -> None:
    use(data)
    from sightline.oversight.packs.drafting import draft
    from sightline.oversight.packs.kinds import KIND_BY_ID
    from sightline.packs.excel import xlsx
    from sightline.packs.pdf import pdf
    from sightline.packs.word import docx

    asked = tuple(question for name in ASKED for question in KIND_BY_ID[name].questions)
    kind = replace(KIND_BY_ID["improvement-board"], id="benchmark", more=asked)
    now = datetime.now(UTC)
    begun = time.perf_counter()
    pack = draft(kind, now.date()).pack
    taken = [("drafted", time.perf_counter() - begun)]
    writers: dict[str, Callable[[], bytes]] = {
        "PDF": lambda: pdf(pack, now),
        "Word": lambda: docx(pack, now),
        "Excel": lambda: xlsx(pack),
    }
    files = {}
    for name, write in writers.items():
        at = time.perf_counter()
        files[name] = write()
        taken.append((name, time.perf_counter() - at))
    pages = len(pdfium.PdfDocument(files["PDF"]))
    print(f"a pack of {pages} pages: {time.perf_counter() - begun:.1f} s")
    for name, seconds in taken:
        print(f"  {name:<8} {seconds:5.1f} s")


if __name__ == "__main__":
    main()
