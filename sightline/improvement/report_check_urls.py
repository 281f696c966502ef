"""Addresses of the check of reports, of statements, promises and conflicts, beneath findings/."""

from django.urls import path

from sightline.improvement.views import report_statement
from sightline.improvement.views.report_check import report_check, report_check_download
from sightline.improvement.views.report_conflicts import (
    report_conflict,
    report_conflicts,
    report_conflicts_download,
)
from sightline.improvement.views.report_promises import report_promises, report_promises_download

report_check_urls = [
    path("reports/<int:pk>/check/", report_check, name="report-check"),
    path(
        "reports/<int:pk>/check/statements.<str:form>",
        report_check_download,
        name="report-check-download",
    ),
    path("statements/<int:pk>/", report_statement.statement, name="statement"),
    path("statements/<int:pk>/bind/", report_statement.bind, name="statement-bind"),
    path("statements/<int:pk>/unbind/", report_statement.unbind, name="statement-unbind"),
    path("statements/<int:pk>/overrule/", report_statement.overrule, name="statement-overrule"),
    path("statements/<int:pk>/give/", report_statement.give, name="statement-give"),
    path("statements/<int:pk>/agree/", report_statement.agree, name="statement-agree"),
    path("statements/<int:pk>/action/", report_statement.make_action, name="statement-action"),
    path("statements/<int:pk>/accept/", report_statement.accept, name="statement-accept"),
    path("conflicts/", report_conflicts, name="report-conflicts"),
    path("conflicts/list.<str:form>", report_conflicts_download, name="report-conflicts-download"),
    path("conflicts/<str:key>/", report_conflict, name="report-conflict"),
    path("promises/", report_promises, name="report-promises"),
    path("promises/list.<str:form>", report_promises_download, name="report-promises-download"),
]
