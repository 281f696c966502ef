"""Addresses of the boards, beneath boards/."""

from django.urls import path

from sightline.governance.views import kept, matters
from sightline.governance.views.boards import board, boards, governance_picture
from sightline.governance.views.built_reports import (
    committee_report,
    committee_report_file,
    scrutineer_report,
    scrutineer_report_file,
)
from sightline.governance.views.lists import addresses
from sightline.governance.views.meetings import attendance, meeting, paper_file
from sightline.governance.views.partner import countersign, partner

urlpatterns = [
    path("", boards, name="boards"),
    path("map/", governance_picture, name="boards-map"),
    *addresses(),
    path("<int:pk>/", board, name="board"),
    path("new/<slug:slug>/", kept.add, name="kept-add"),
    path("change/<slug:slug>/<int:pk>/", kept.edit, name="kept-edit"),
    path("meetings/<int:pk>/", meeting, name="meeting"),
    path("meetings/<int:pk>/attendance/", attendance, name="attendance"),
    path("papers/<int:pk>/file/", paper_file, name="paper-file"),
    path("partner/", partner, name="partner"),
    path("partner/countersign/", countersign, name="countersign"),
    path("committee-reports/<int:pk>/", committee_report, name="committee-report"),
    path(
        "committee-reports/<int:pk>/report.<slug:ending>",
        committee_report_file,
        name="committee-report-file",
    ),
    path("scrutineer-reports/<int:pk>/", scrutineer_report, name="scrutineer-report"),
    path(
        "scrutineer-reports/<int:pk>/report.<slug:ending>",
        scrutineer_report_file,
        name="scrutineer-report-file",
    ),
    path("matters/raise/", matters.raise_matter, name="matter-add"),
    path("matters/<int:pk>/", matters.matter, name="matter"),
    path("matters/<int:pk>/answer/", matters.answer, name="matter-answer"),
    path("matters/<int:pk>/accept/", matters.accept, name="matter-accept"),
    path("matters/<int:pk>/send-back/", matters.send_back, name="matter-send-back"),
    path("matters/<int:pk>/move/", matters.move, name="matter-move"),
]
