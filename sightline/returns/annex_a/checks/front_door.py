"""Annex A before care: contacts to child protection plans (lists 1 to 7)."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import Check

col = pl.col

CHECKS = (
    Check(
        "conference_held_though_unnecessary",
        "list_5",
        ("conference_date", "conference_unnecessary"),
        "is the day of a conference that is said to have been unnecessary",
        col("conference_date").is_not_null() & col("conference_unnecessary"),
        do="Take the date out, or say that the conference was needed",
    ),
    Check(
        "plan_without_conference",
        "list_5",
        ("led_to_plan", "conference_date"),
        "says that the conference led to a plan, but no conference is dated",
        col("led_to_plan") & col("conference_date").is_null(),
        do="Give the day of the conference",
    ),
    Check(
        "closed_status_but_open",
        "list_6",
        ("status", "ended"),
        "says closed, but no day of closure is given",
        (col("status") == "CLOSED") & col("ended").is_null(),
        do="Give the day it was closed, or correct the status",
    ),
    Check(
        "open_status_but_ended",
        "list_6",
        ("ended", "status"),
        "is given, but the status does not say closed",
        col("ended").is_not_null() & (col("status") != "CLOSED"),
        do="Take the date out, or correct the status",
    ),
    Check(
        "need_blank",
        "list_6",
        ("started", "need"),
        "began work with the child, and no need is given",
        col("started").is_not_null() & col("need").is_null(),
        do="Give the child's primary need",
    ),
    Check(
        "category_blank",
        "list_7",
        ("started", "latest_category"),
        "began a child protection plan, and no category of abuse is given",
        col("started").is_not_null() & col("latest_category").is_null(),
        do="Give the category",
    ),
    Check(
        "plan_of_an_adult",
        "list_7",
        ("date_of_birth", "started"),
        "makes the young person 18 or more when the plan began",
        col("started") >= col("date_of_birth").dt.offset_by("18y"),
        do="Correct the date of birth or the day the plan began",
    ),
    Check(
        "many_previous_plans",
        "list_7",
        ("previous_plans",),
        "is more plans than a child is likely to have had",
        col("previous_plans") > 8,
        do="Make sure that it counts plans, not months or reviews",
    ),
)
