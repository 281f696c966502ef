"""Addresses of the findings register, beneath findings/."""

from django.urls import path

from sightline.improvement.answer_urls import answer_urls
from sightline.improvement.report_check_urls import report_check_urls
from sightline.improvement.views import by_hand, copies, decide, interventions, themes
from sightline.improvement.views.add_review import add
from sightline.improvement.views.confirm_improvements import confirm_improvements
from sightline.improvement.views.corroboration import (
    corroborated,
    corroboration,
    corroboration_list,
)
from sightline.improvement.views.elsewhere import elsewhere, elsewhere_list
from sightline.improvement.views.finding import finding, page
from sightline.improvement.views.history import history, history_list
from sightline.improvement.views.letter_import import letter_import, letter_import_list
from sightline.improvement.views.register import download, register
from sightline.improvement.views.reviews import review, review_file, reviews, reviews_list

urlpatterns = [
    path("", register, name="findings"),
    path("findings.<str:form>", download, name="findings-download"),
    path("history/", history, name="inspection-history"),
    path("history/history.<str:form>", history_list, name="inspection-history-list"),
    path("journeys/", interventions.journeys, name="journeys"),
    path("journeys/list.<str:form>", interventions.journeys_list, name="journeys-list"),
    path("journeys/<int:pk>/", interventions.way_of_running, name="way-of-running"),
    path("themes/", themes.themes, name="themes"),
    path("themes/themes.<str:form>", themes.themes_list, name="themes-list"),
    path("themes/<slug:theme_id>/", themes.theme, name="theme"),
    path("themes/<slug:theme_id>/reports.<str:form>", themes.theme_list, name="theme-list"),
    path("who-says-it/", corroboration, name="corroboration"),
    path("who-says-it/list.<str:form>", corroboration_list, name="corroboration-list"),
    path("who-says-it/<slug:theme_id>/<slug:group>/", corroborated, name="corroborated"),
    path("reports/", reviews, name="reviews"),
    path("reports/reports.<str:form>", reviews_list, name="reviews-list"),
    path("reports/add/", add, name="review-add"),
    path("reports/add/by-hand/", by_hand.review_by_hand, name="review-by-hand"),
    path("reports/import/<int:pk>/", letter_import, name="letter-import"),
    path("reports/import/<int:pk>/files.<str:form>", letter_import_list, name="letter-import-list"),
    path("reports/<int:pk>/", review, name="review"),
    path("reports/<int:pk>/file/", review_file, name="review-file"),
    path("reports/<int:pk>/facts/", by_hand.review_facts, name="review-facts"),
    path("reports/<int:pk>/copies/", copies.copies, name="copies"),
    path("reports/<int:pk>/copies/copies.<str:form>", copies.copies_list, name="copies-list"),
    path("reports/<int:pk>/findings/", by_hand.findings_by_hand, name="findings-by-hand"),
    path("reports/<int:pk>/confirm/", confirm_improvements, name="confirm-improvements"),
    path("<int:pk>/", finding, name="finding"),
    path("<int:pk>/page.png", page, name="finding-page"),
    path("<int:pk>/elsewhere/", elsewhere, name="finding-elsewhere"),
    path("<int:pk>/elsewhere.<str:form>", elsewhere_list, name="finding-elsewhere-list"),
    path("<int:pk>/confirm/", decide.confirm, name="finding-confirm"),
    path("<int:pk>/edit/", decide.edit, name="finding-edit"),
    path("<int:pk>/reject/", decide.reject, name="finding-reject"),
    path("<int:pk>/reopen/", decide.reopen, name="finding-reopen"),
    *answer_urls,
    *report_check_urls,
]
