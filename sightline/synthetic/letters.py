"""Three invented inspection documents as PDFs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sightline.synthetic.journey import Journey


def write_letters(folder: Path, journey: Journey, until: date) -> list[Path]:
    """Write the letters; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return []
