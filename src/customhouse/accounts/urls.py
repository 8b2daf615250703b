"""The addresses of the accounts desk; sign-in itself is allauth's, under /account/."""

from django.urls import path

from customhouse.accounts import pages

urlpatterns = [
    path("oauth/token", pages.token, name="oauth_token"),
    path("account/organisation/", pages.act_for, name="act_for"),
]
