"""Addresses of the findings register, beneath findings/."""

from django.urls import path

from sightline.improvement.report_check_urls import report_check_urls
from sightline.improvement.views import decide
from sightline.improvement.views.add_review import add
from sightline.improvement.views.finding import finding, page
from sightline.improvement.views.register import download, register
from sightline.improvement.views.reviews import review, review_file, reviews

urlpatterns = [
    path("", register, name="findings"),
    path("download/", download, name="findings-download"),
    path("reports/", reviews, name="reviews"),
    path("reports/add/", add, name="review-add"),
    path("reports/<int:pk>/", review, name="review"),
    path("reports/<int:pk>/file/", review_file, name="review-file"),
    path("<int:pk>/", finding, name="finding"),
    path("<int:pk>/page.png", page, name="finding-page"),
    path("<int:pk>/confirm/", decide.confirm, name="finding-confirm"),
    path("<int:pk>/edit/", decide.edit, name="finding-edit"),
    path("<int:pk>/reject/", decide.reject, name="finding-reject"),
    path("<int:pk>/reopen/", decide.reopen, name="finding-reopen"),
    *report_check_urls,
]
