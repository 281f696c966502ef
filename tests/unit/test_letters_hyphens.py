"""Words parted by a hyphen at the end of a line keep it."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from sightline.letters import read


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (
            "Too many children wait in the pre-",
            "proceedings process.",
            "the pre-proceedings process",
        ),
        ("Managers work well in a multi-", "agency hub for children.", "a multi-agency hub"),
        ("Children have both short-", "and longer-term aims.", "both short- and longer-term aims"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays(
    above: str, below: str, whole: str, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica-Bold", 24)
    canvas.drawString(72, 740, "Inspection of Northmoor children's services")
    canvas.setFont("Helvetica", 12)
    for place, line in enumerate(
        ["Social workers know the children of Northmoor well.", above, below]
    ):
        canvas.drawString(72, 690 - 14 * place, line)
    canvas.save()
    assert whole in read(path).findings[0].text
