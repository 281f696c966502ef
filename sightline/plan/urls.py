"""The addresses of the plan, beneath plan/."""

from django.urls import path

from sightline.plan.views import (
    actions,
    aligned,
    capacity,
    kept,
    pages,
    recommendations,
    sheets,
    top_and_foot,
    versions,
)

urlpatterns = [
    path("", pages.plan, name="plan"),
    path("download/<str:form>/", pages.download, name="plan-download"),
    path("actions/", actions.actions, name="actions"),
    path("actions/download/<str:form>/", actions.download, name="actions-download"),
    path("part/<int:pk>/", pages.priority, name="plan-priority"),
    path("mine/", pages.my_part, name="plan-mine"),
    path("loose/", pages.loose, name="plan-loose"),
    path("loose/download/<str:form>/", pages.loose_download, name="plan-loose-download"),
    path("together/", aligned.page, name="plan-aligned"),
    path("together/download/<str:form>/", aligned.download, name="plan-aligned-download"),
    path("history/", pages.history, name="plan-history"),
    path("versions/", versions.every, name="plan-versions"),
    path("versions/keep/", versions.take, name="plan-version-take"),
    path("versions/moved/<str:form>/", versions.slips_download, name="plan-slips-download"),
    path("versions/<int:pk>/", versions.one, name="plan-version"),
    path("versions/<int:pk>/sign/", versions.sign, name="plan-version-sign"),
    path("versions/<int:pk>/publish/", versions.publish, name="plan-version-publish"),
    path("direction/", top_and_foot.directions, name="directions"),
    path("direction/<int:pk>/", top_and_foot.direction, name="direction"),
    path("teams/", top_and_foot.teams, name="plan-teams"),
    path("capacity/", capacity.capacity, name="plan-capacity"),
    path("capacity/download/<str:form>/", capacity.download, name="plan-capacity-download"),
    path("sheets/", sheets.upload, name="plan-import"),
    path("sheets/look/", sheets.look, name="plan-import-look"),
    path("sheets/columns/", sheets.columns, name="plan-import-columns"),
    path("sheets/export/", sheets.export, name="plan-export"),
    path("recommendations/", recommendations.every, name="plan-recommendations"),
    path("recommendations/<int:pk>/", recommendations.one, name="plan-from-recommendations"),
    path("outcomes/<int:pk>/write/", kept.write_action, name="plan-action-write"),
    path("new/<slug:slug>/", kept.add, name="plan-add"),
    path("change/<slug:slug>/<int:pk>/", kept.edit, name="plan-edit"),
]
