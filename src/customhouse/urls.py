"""The addresses of the building; each desk brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("customhouse.exchange.urls")),
    path("", include("customhouse.enquiries.urls")),
    path("", include("customhouse.declarations.urls")),
    path("", include("customhouse.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("", include("customhouse.revenue.urls")),
    path("", include("customhouse.workbench.urls")),
    path("", include("customhouse.observatory.urls")),
    path("log/", include("customhouse.records.urls")),
    path("language/", include("django.conf.urls.i18n")),
]

handler400 = "customhouse.presentation.faults.bad_request"
handler403 = "customhouse.presentation.faults.forbidden"
handler404 = "customhouse.presentation.faults.not_found"
handler500 = "customhouse.presentation.faults.server_error"
