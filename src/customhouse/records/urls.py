"""The addresses of the log's files."""

from django.urls import path

from customhouse.records import pages

urlpatterns = [
    path("checkpoint", pages.checkpoint, name="log_checkpoint"),
    path("key", pages.key, name="log_key"),
    path("tile/<path:path>", pages.tile, name="log_tile"),
]
