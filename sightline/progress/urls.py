"""The addresses of the progress app."""

from django.urls import path

from sightline.progress.views.heard import hear, heard, heard_csv, heard_xlsx
from sightline.progress.views.priority import (
    ask_for,
    close,
    priority_progress,
    state,
)
from sightline.progress.views.progress import progress, progress_csv, progress_xlsx, settle

urlpatterns = [
    path("", progress, name="progress"),
    path("sources.csv", progress_csv, name="progress-csv"),
    path("sources.xlsx", progress_xlsx, name="progress-xlsx"),
    path("themes/<slug:theme>/settle/", settle, name="progress-settle"),
    path("heard/", heard, name="heard"),
    path("heard.csv", heard_csv, name="heard-csv"),
    path("heard.xlsx", heard_xlsx, name="heard-xlsx"),
    path("heard/add/", hear, name="hear"),
    path("<int:pk>/", priority_progress, name="priority-progress"),
    path("<int:pk>/state/", state, name="priority-state"),
    path("<int:pk>/close/", close, name="priority-close"),
    path("<int:pk>/asked-for/", ask_for, name="priority-asked-for"),
]
