"""The addresses of the public's desk."""

from django.conf import settings
from django.urls import path

from customhouse.enquiries.pages import front, gallery

urlpatterns = [
    path("", front.start, name="start"),
    path("help", front.help_page, name="help"),
    path("status", front.status, name="status"),
    path("accessibility", front.accessibility, name="accessibility"),
    path("display", front.display, name="display"),
    path("session", front.session, name="session"),
]

if settings.DEVELOPMENT:
    urlpatterns += [
        path("gallery", gallery.gallery, name="gallery"),
        path("gallery/live", gallery.live, name="gallery-live"),
        path("gallery/saved", gallery.saved, name="gallery-saved"),
        path("gallery/fault/<int:status>", gallery.fault, name="gallery-fault"),
    ]
