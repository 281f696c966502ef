"""Addresses of the oversight pages."""

from django.urls import path

from sightline.oversight.audiences import PROFILES
from sightline.oversight.views.audience import page_for
from sightline.oversight.views.beside import beside_chart, beside_csv
from sightline.oversight.views.board_request_steps import (
    accept_answer,
    answer_request,
    send_back_answer,
    take_on_request,
    withdraw_request,
)
from sightline.oversight.views.board_requests import ask_for_board, board_request, board_requests
from sightline.oversight.views.chart import between_chart, chart
from sightline.oversight.views.child import child
from sightline.oversight.views.children import children
from sightline.oversight.views.children_behind import children_behind
from sightline.oversight.views.clocks import clocks
from sightline.oversight.views.coverage import coverage, coverage_gap
from sightline.oversight.views.declared_changes import declare_change, take_back_change
from sightline.oversight.views.explain import explain
from sightline.oversight.views.figures_csv import breakdown_csv, figures_csv
from sightline.oversight.views.home import home
from sightline.oversight.views.how_long import how_long, how_long_chart
from sightline.oversight.views.issues import issues, issues_csv
from sightline.oversight.views.load_progress import load_progress
from sightline.oversight.views.loads import loads
from sightline.oversight.views.measure import measure
from sightline.oversight.views.measures import measures
from sightline.oversight.views.pack_issue import pack_draft, pack_draft_pdf
from sightline.oversight.views.packs import (
    issued_pack,
    pack_chart,
    pack_file,
    packs,
    packs_csv,
    packs_xlsx,
)
from sightline.oversight.views.publish import publish_page_for
from sightline.oversight.views.published import published_csv_for, published_page_for
from sightline.oversight.views.quality.check import check
from sightline.oversight.views.quality.clashes import clashes, clashes_xlsx
from sightline.oversight.views.quality.cuts import by_check, by_measure, by_return, by_team
from sightline.oversight.views.quality.disagreements import disagreements, disagreements_xlsx
from sightline.oversight.views.quality.download import download
from sightline.oversight.views.quality.overview import overview
from sightline.oversight.views.quality.trend import trend, trend_by_load
from sightline.oversight.views.quality.worklist import worklist
from sightline.oversight.views.record_changes import (
    record_changes,
    record_changes_chart,
    record_changes_csv,
)
from sightline.oversight.views.record_changes_children import (
    record_changes_children,
    record_changes_children_csv,
)
from sightline.oversight.views.record_intervals import record_intervals, record_intervals_csv
from sightline.oversight.views.scrutiny import scrutiny
from sightline.oversight.views.scrutiny_decisions import close_decision, decide
from sightline.oversight.views.teams_chart import teams_chart
from sightline.oversight.views.templates import template_file, templates
from sightline.oversight.views.upload import upload

STAFF = [profile for profile in PROFILES if not profile.published]
OUTWARD = [profile for profile in PROFILES if profile.published]

urlpatterns = [
    path("", home, name="home"),
    path("measures/", measures, name="measures"),
    path("measures/coverage/", coverage, name="coverage"),
    path("measures/coverage/<slug:element>/", coverage_gap, name="coverage-gap"),
    path("measures/<slug:measure_id>/", measure, name="measure"),
    path("measures/<slug:measure_id>/chart.svg", chart, name="chart"),
    path("measures/<slug:measure_id>/between.svg", between_chart, name="between-chart"),
    path("measures/<slug:measure_id>/teams.svg", teams_chart, name="teams-chart"),
    path("measures/<slug:measure_id>/figures.csv", figures_csv, name="figures-csv"),
    path("measures/<slug:measure_id>/breakdown.csv", breakdown_csv, name="breakdown-csv"),
    path("measures/<slug:measure_id>/beside.svg", beside_chart, name="beside-chart"),
    path("measures/<slug:measure_id>/beside.csv", beside_csv, name="beside-csv"),
    path("measures/<slug:measure_id>/children/", children_behind, name="children-behind"),
    path("measures/<slug:measure_id>/how/", explain, name="explain"),
    path("measures/<slug:measure_id>/changes/declare/", declare_change, name="declare-change"),
    path(
        "measures/<slug:measure_id>/changes/<int:pk>/take-back/",
        take_back_change,
        name="take-back-change",
    ),
    path("waits/", how_long, name="how-long"),
    path("waits/<slug:name>.svg", how_long_chart, name="how-long-chart"),
    path("scrutiny/", scrutiny, name="scrutiny"),
    path("scrutiny/decide/", decide, name="scrutiny-decide"),
    path("scrutiny/decisions/<int:pk>/", close_decision, name="scrutiny-close"),
    path("requests/", board_requests, name="board-requests"),
    path("requests/ask/", ask_for_board, name="ask-for-board"),
    path("requests/<int:pk>/", board_request, name="board-request"),
    path("requests/<int:pk>/take-on/", take_on_request, name="take-on-request"),
    path("requests/<int:pk>/answer/", answer_request, name="answer-request"),
    path("requests/<int:pk>/withdraw/", withdraw_request, name="withdraw-request"),
    path("requests/<int:pk>/send-back/", send_back_answer, name="send-back-answer"),
    path("requests/<int:pk>/accept/", accept_answer, name="accept-answer"),
    path("packs/", packs, name="packs"),
    path("packs/packs.csv", packs_csv, name="packs-csv"),
    path("packs/packs.xlsx", packs_xlsx, name="packs-xlsx"),
    path("packs/issued/<int:pk>/", issued_pack, name="issued-pack"),
    path("packs/issued/<int:pk>/charts/<int:place>.svg", pack_chart, name="pack-chart"),
    path("packs/issued/<int:pk>/pack.<slug:ending>", pack_file, name="pack-file"),
    path("packs/<slug:kind_id>/draft/", pack_draft, name="pack-draft"),
    path("packs/<slug:kind_id>/draft.pdf", pack_draft_pdf, name="pack-draft-pdf"),
    path("clocks/", clocks, name="clocks"),
    path("children/", children, name="children"),
    path("children/<path:child_id>/", child, name="child"),
    path("data/", loads, name="loads"),
    path("data/load/", upload, name="upload"),
    path("data/load/<int:job_id>/", load_progress, name="load-progress"),
    path("data/quality/", overview, name="quality"),
    path("data/quality/by-return/", by_return, name="quality-by-return"),
    path("data/quality/by-return/<slug:return_name>.svg", trend, name="quality-trend"),
    path("data/quality/after-each-load.svg", trend_by_load, name="quality-trend-by-load"),
    path("data/quality/by-check/", by_check, name="quality-by-check"),
    path("data/quality/by-check/<slug:rule>/", check, name="quality-check"),
    path("data/quality/by-team/", by_team, name="quality-by-team"),
    path("data/quality/by-figure/", by_measure, name="quality-by-measure"),
    path("data/quality/to-put-right/", worklist, name="quality-worklist"),
    path("data/quality/who-is-who/", clashes, name="clashes"),
    path("data/quality/who-is-who.xlsx", clashes_xlsx, name="clashes-xlsx"),
    path("data/quality/sources-disagree/", disagreements, name="disagreements"),
    path("data/quality/sources-disagree.xlsx", disagreements_xlsx, name="disagreements-xlsx"),
    path("data/quality/data-quality.xlsx", download, name="quality-xlsx"),
    path("data/templates/", templates, name="templates"),
    path("data/templates/<slug:name>.xlsx", template_file, {"form": "xlsx"}, name="template-xlsx"),
    path("data/templates/<slug:name>.csv", template_file, {"form": "csv"}, name="template-csv"),
    path("data/changes/", record_changes, name="record-changes"),
    path("data/changes/chart.svg", record_changes_chart, name="record-changes-chart"),
    path("data/changes/changes.csv", record_changes_csv, name="record-changes-csv"),
    path("data/changes/children/", record_changes_children, name="record-changes-children"),
    path(
        "data/changes/children.csv", record_changes_children_csv, name="record-changes-children-csv"
    ),
    path("data/changes/intervals/", record_intervals, name="record-intervals"),
    path("data/changes/intervals.csv", record_intervals_csv, name="record-intervals-csv"),
    path("data/<int:load_id>/issues/", issues, name="issues"),
    path("data/<int:load_id>/issues.csv", issues_csv, name="issues-csv"),
    *(path(f"for/{each.id}/", page_for(each), name=each.page_url) for each in STAFF),
    *(
        path(
            f"for/{each.id}/",
            published_page_for(each, without_sign_in=each.without_sign_in),
            name=each.page_url,
        )
        for each in OUTWARD
    ),
    *(
        path(
            f"for/{each.id}/figures.csv",
            published_csv_for(each, without_sign_in=each.without_sign_in),
            name=each.csv_url,
        )
        for each in OUTWARD
    ),
    *(
        path(f"for/{each.id}/publish/", publish_page_for(each), name=each.publish_url)
        for each in OUTWARD
    ),
]
