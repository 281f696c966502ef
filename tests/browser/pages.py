"""Every page that a person can look at, and who looks at it: for axe and for the screenshots."""

from typing import NamedTuple

DESKTOP, PHONE = 1280, 375


class Page(NamedTuple):
    """A page: what its picture is called, its address, and as whom it is seen."""

    name: str
    address: str
    role: str | None = "analyst"
    follow: str = ""  # then the first link that fits


PAGES = (
    Page("sign-in", "/sign-in/", None),
    Page("home-director", "/", "director"),
    Page("home-manager", "/", "manager"),
    Page("home-councillor", "/", "councillor"),
    Page("measures", "/measures/"),
    Page("measures-councillor", "/measures/", "councillor"),
    Page("measures-area", "/measures/?area=Children+in+care"),
    Page("coverage", "/measures/coverage/"),
    Page("coverage-councillor", "/measures/coverage/", "councillor"),
    Page("coverage-gap", "/measures/coverage/contingency/"),
    Page("for-director", "/for/director/", "director"),
    Page("for-head-of-service", "/for/head-of-service/"),
    Page("for-team-manager", "/for/team-manager/", "manager"),
    Page("for-iro-service", "/for/iro-service/"),
    Page("for-improvement-board", "/for/improvement-board/", "improvement"),
    Page("for-corporate-parenting-board", "/for/corporate-parenting-board/", "councillor"),
    Page("for-scrutiny", "/for/scrutiny/", "councillor"),
    Page("for-public", "/for/public/", None),
    Page("publish", "/for/scrutiny/publish/"),
    Page("measure-share", "/measures/visits_in_timescale/"),
    Page("measure-count", "/measures/children_in_care/"),
    Page("measure-mean", "/measures/sdq_mean/?by=age_band"),
    Page("measure-change", "/measures/change_in_children_in_care/"),
    Page("measure-councillor", "/measures/visits_in_timescale/", "councillor"),
    Page("measure-beside", "/measures/three_or_more_placements/"),
    Page("measure-beside-councillor", "/measures/convicted/", "councillor"),
    Page("measure-limits", "/measures/referrals/"),
    Page("measure-groups", "/measures/visits_in_timescale/?by=placement_group"),
    Page("declare-change", "/measures/visits_in_timescale/changes/declare/", "director"),
    Page("how-long", "/waits/"),
    Page("how-long-councillor", "/waits/", "councillor"),
    Page("children-behind", "/measures/visits_in_timescale/children/"),
    Page("explain", "/measures/visits_in_timescale/how/"),
    Page("scrutiny", "/scrutiny/", "director"),
    Page("scrutiny-councillor", "/scrutiny/", "councillor"),
    Page("clocks", "/clocks/"),
    Page("clocks-councillor", "/clocks/", "councillor"),
    Page("children", "/children/"),
    Page("children-manager", "/children/?reason=review", "manager"),
    Page("child", "/children/", follow="th a[href^='/children/']"),
    Page("child-manager", "/children/", "manager", follow="th a[href^='/children/']"),
    Page("loads", "/data/"),
    Page("upload", "/data/load/"),
    Page("templates", "/data/templates/"),
    Page("issues", "/data/1/issues/"),
    Page("quality", "/data/quality/"),
    Page("quality-manager", "/data/quality/", "manager"),
    Page("quality-councillor", "/data/quality/", "councillor"),
    Page("quality-by-return", "/data/quality/by-return/"),
    Page("quality-by-check", "/data/quality/by-check/"),
    Page("quality-by-team", "/data/quality/by-team/"),
    Page("quality-by-figure", "/data/quality/by-figure/"),
    Page("quality-check", "/data/quality/by-check/code_unknown/"),
    Page("quality-worklist", "/data/quality/to-put-right/"),
    Page("quality-worklist-manager", "/data/quality/to-put-right/", "manager"),
    Page("quality-clashes", "/data/quality/who-is-who/"),
    Page("quality-clashes-manager", "/data/quality/who-is-who/", "manager"),
    Page("quality-disagreements", "/data/quality/sources-disagree/"),
    Page("quality-disagreements-manager", "/data/quality/sources-disagree/", "manager"),
    Page("quality-disagreements-councillor", "/data/quality/sources-disagree/", "councillor"),
    Page("changes", "/data/changes/"),
    Page("changes-manager", "/data/changes/", "manager"),
    Page("changes-councillor", "/data/changes/", "councillor"),
    Page("changes-children", "/data/changes/children/"),
    Page("changes-children-manager", "/data/changes/children/", "manager"),
    Page("changes-intervals", "/data/changes/intervals/"),
    Page("changes-intervals-councillor", "/data/changes/intervals/?kind=review", "councillor"),
    Page("access-log", "/access-log/?check=1"),
    Page("findings", "/findings/", "improvement"),
    Page("finding", "/findings/1/", "improvement"),
    Page("reviews", "/findings/reports/", "improvement"),
    Page("review", "/findings/reports/1/", "improvement"),
    Page("review-add", "/findings/reports/add/", "improvement"),
    Page("not-found", "/nothing-here/"),
    Page("refused", "/children/", "councillor"),
)
