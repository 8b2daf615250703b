"""The addresses of the revenue desk."""

from django.urls import path

from customhouse.revenue import pages

urlpatterns = [path("bank/<str:reference>", pages.bank_simulator, name="bank-simulator")]
