"""An attacker who knows the method, the total and the shown cells learns no withheld cell."""

from collections import defaultdict
from itertools import product

import pytest

from sightline.insight.suppression import Breakdown, suppress_breakdown


@pytest.mark.parametrize(("cells", "largest"), [(2, 30), (3, 14), (4, 8)])
def test_every_withheld_cell_could_be_something_else(cells: int, largest: int) -> None:
    """Every breakdown up to a size, grouped by what is published of it: an exhaustive attack.

    The grid is finite, so a breakdown near its edge may lack the alternatives that lie outside it;
    only publications whose withheld cells all fit within the grid are judged.
    """
    behind: dict[Breakdown, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(largest + 1), repeat=cells):
        behind[suppress_breakdown(counts)].append(counts)
    judged = 0
    for shown, candidates in behind.items():
        hidden = [i for i, cell in enumerate(shown.cells) if cell is None]
        known = sum(cell for cell in shown.cells if cell is not None)
        if not hidden or (shown.total is not None and shown.total - known > largest):
            continue
        judged += 1
        for index in hidden:
            assert len({counts[index] for counts in candidates}) > 1, (shown, candidates)
    assert judged > 10


@pytest.mark.parametrize("counts", list(product(range(8), repeat=3)))
def test_no_small_cell_or_total_is_ever_shown(counts: tuple[int, ...]) -> None:
    shown = suppress_breakdown(counts)
    assert all(cell is None or cell == 0 or cell >= 6 for cell in (*shown.cells, shown.total))
    pairs = zip(shown.cells, counts, strict=True)
    assert all(cell is None or cell == count for cell, count in pairs)
