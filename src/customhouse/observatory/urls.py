"""The addresses of the observatory."""

from django.urls import path

from customhouse.observatory import pages

urlpatterns = [
    path("overview", pages.overview, name="overview"),
    path("overview/now", pages.now, name="overview-now"),
]
