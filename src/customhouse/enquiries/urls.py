"""The addresses of the public's desk."""

from django.conf import settings
from django.urls import path, register_converter

from customhouse.enquiries.pages import calculator, front, gallery, receipt, rules, tariff


class Commodity:
    """A commodity code of any level in an address: digits in pairs."""

    regex = "(?:[0-9]{2}){1,5}"

    def to_python(self, value: str) -> str:
        """The code as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """The code as it stands."""
        return value


register_converter(Commodity, "commodity")

urlpatterns = [
    path("", front.start, name="start"),
    path("help", front.help_page, name="help"),
    path("status", front.status, name="status"),
    path("accessibility", front.accessibility, name="accessibility"),
    path("display", front.display, name="display"),
    path("session", front.session, name="session"),
    path("tariff", tariff.tariff, name="tariff"),
    path("tariff/<commodity:code>", tariff.commodity, name="commodity"),
    path("law", tariff.law, name="law"),
    path("law/rules", rules.validation_rules, name="validation-rules"),
    path("calculator", calculator.calculator, name="calculator"),
    path("receipt", receipt.receipt, name="receipt"),
]

if settings.DEVELOPMENT:
    urlpatterns += [
        path("gallery", gallery.gallery, name="gallery"),
        path("gallery/live", gallery.live, name="gallery-live"),
        path("gallery/saved", gallery.saved, name="gallery-saved"),
        path("gallery/fault/<int:status>", gallery.fault, name="gallery-fault"),
    ]
