"""What changed in the SSDA903, year by year. Each entry names the year from which it holds."""

from __future__ import annotations

from sightline.returns.fields import Field
from sightline.returns.ssda903.tables_2017 import BORN, CHILD, codes
from sightline.returns.yearly import Change, Codes, NewTable

BASE_YEAR = 2017
LAST_YEAR = 2027

CHANGES: tuple[Change, ...] = (
    # 2018/19: special guardianship is split by whether the guardian was a relative and a carer.
    Codes(2019, "episodes", "REC", without=codes("E43 E44"), more=codes("E45 E46 E47 E48")),
    Codes(2019, "episodes", "REASON_PLACE_CHANGE", more=("CUSTOD",)),
    # 2021/22: apprenticeships are told apart from other training or employment.
    Codes(2022, "oc3", "ACTIV", without=codes("F3 P3"), more=codes("F4 P4 F5 P5")),
    # 2023/24: each social worker a child has had.
    NewTable(
        2024,
        "sw_episodes",
        (
            CHILD,
            BORN,
            Field("SW_ID", required=True),
            Field("SW_DECOM", "date", key=True),
            Field("SW_DEC", "date"),
            Field(
                "SW_REASON",
                "code",
                codes=codes(
                    "MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS"
                ),
            ),
        ),
    ),
    # 2024/25: sex by letter; supported accommodation becomes a registered setting of its own.
    Codes(2025, "header", "SEX", without=codes("1 2"), more=codes("M F U")),
    Codes(2025, "uasc", "SEX", without=codes("1 2"), more=codes("M F U")),
    Codes(2025, "episodes", "PLACE", without=codes("H5 P2"), more=("K3",)),
    # 2025/26: other placements are told apart.
    Codes(2026, "episodes", "PLACE", more=codes("Z11 Z12 Z13 Z14")),
    # 2026/27: periods in which a child was deprived of liberty.
    NewTable(
        2027,
        "dolo",
        (CHILD, BORN, Field("DOLO_START", "date", key=True), Field("DOLO_END", "date")),
    ),
)
