"""The addresses of the exchange: the API for machines."""

from django.urls import path

from customhouse.exchange.api import lodging
from customhouse.exchange.api.methods import by_method

urlpatterns = [
    path("api/declarations", by_method(POST=lodging.post), name="api_declarations"),
]
