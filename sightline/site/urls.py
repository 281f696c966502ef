"""Every address of the site; each app lists its own."""

from django.urls import include, path

from sightline.site.chair import chair, chair_pdf

urlpatterns = [
    path("packs/chair/", chair, name="chair"),
    path("packs/chair.pdf", chair_pdf, name="chair-pdf"),
    path("", include("sightline.oversight.urls")),
    path("", include("sightline.people.urls")),
    path("findings/", include("sightline.improvement.urls")),
    path("boards/", include("sightline.governance.urls")),
    path("plan/", include("sightline.plan.urls")),
    path("plan/actions/", include("sightline.closure.urls")),
    path("plan/priorities/", include("sightline.progress.urls")),
]

handler403 = "sightline.people.views.refused.refused"
handler404 = "sightline.people.views.refused.not_found"
