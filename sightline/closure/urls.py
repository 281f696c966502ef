"""The addresses of the closure app, beneath plan/actions/."""

from django.urls import path

from sightline.closure.views import done, evidence, steps

urlpatterns = [
    path("done/", done.done, name="closure"),
    path("done/download/<str:form>/", done.download, name="closure-download"),
    path("draw/", done.draw_lots, name="closure-draw"),
    path("drawn/<int:pk>/", done.drawing, name="closure-drawing"),
    path("drawn/<int:pk>/<int:action_pk>/", done.check_drawn, name="closure-check"),
    path("evidence/<int:pk>/", evidence.document, name="evidence-document"),
    path("<int:pk>/evidence/<slug:kind>/", evidence.give, name="evidence-give"),
    path("<int:pk>/expect/", steps.expect, name="action-expect"),
    path("<int:pk>/said-done/", steps.say_done, name="action-say-done"),
    path("<int:pk>/close/", steps.close, name="action-close"),
    path("<int:pk>/send-back/", steps.send_back, name="action-send-back"),
    path("<int:pk>/reopen/", steps.reopen, name="action-reopen"),
    path("<int:pk>/let-stand/", steps.let_stand, name="action-let-stand"),
]
