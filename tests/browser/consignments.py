"""What is typed on the pages to declare a consignment, step by step, in the order of the fields."""

from __future__ import annotations

from collections.abc import Mapping

Typed = Mapping[str, str]
"""What is typed or chosen in each field of a step, by the field's name."""


def rifles(reference: str) -> dict[str, Typed]:
    """Hunting rifles: the law says that arms are always examined, so no draw decides."""
    return {
        "who": _who(reference),
        "sale": _sale(
            "Alto Campeggio Ltda", "Rua do Porto 40", "11010-900", "Santos", "BR", "BRSSZ"
        ),
        "transport": _transport(f"SSZ-{reference}"),
        "goods": {
            "rows-0-code": "9303300000",
            "rows-0-description": "Sporting rifles, bolt action, calibre 6.5 mm",
            "rows-0-origin": "BR",
            "rows-0-gross": "96",
            "rows-0-net": "84",
            "rows-0-quantity": "24",
            "rows-0-price": "9420",
            "rows-0-packages": "4",
            "rows-0-package_kind": "CS",
            "rows-0-marks": "CAMP 1-4",
        },
        "papers": {
            "payment": "H",
            "rows-0-item": "1",
            "rows-0-kind": "L001",
            "rows-0-number": f"ARMS-{reference}",
        },
    }


def bookcases(reference: str) -> dict[str, Typed]:
    """Bookcases from Italy: nothing in the law or the selectivity minds them."""
    return {
        "who": _who(reference),
        "sale": _sale("Officina Merlino SpA", "Via dei Mobili 8", "61122", "Pesaro", "IT", "ITLIV"),
        "transport": _transport(f"LIV-{reference}"),
        "goods": {
            "rows-0-code": "9403600000",
            "rows-0-description": "Wooden bookcases, not assembled",
            "rows-0-origin": "IT",
            "rows-0-gross": "1260",
            "rows-0-net": "1180",
            "rows-0-price": "8740",
            "rows-0-packages": "40",
            "rows-0-package_kind": "CT",
            "rows-0-marks": "MERLINO 1-40",
        },
        "papers": {"payment": "H"},
    }


def _who(reference: str) -> Typed:
    return {"kind": "IMA", "reference": reference, "office": "XF000101"}


def _sale(seller: str, line: str, postcode: str, city: str, country: str, place: str) -> Typed:
    return {
        "seller": seller,
        "line": line,
        "postcode": postcode,
        "city": city,
        "country": country,
        "dispatch": country,
        "nature": "11",
        "term": "FOB",
        "place": place,
        "invoice": f"INV-{seller[:4]}-0231",
        "currency": "EUR",
        "freight": "620",
        "insurance": "80",
    }


def _transport(carried_by: str) -> Typed:
    return {
        "mode": "1",
        "vehicle_kind": "10",
        "vehicle": "9319466",
        "nationality": "PA",
        "carried_kind": "N705",
        "carried_by": carried_by,
        "location": "XFPFO01",
        "containers": "MSKU7123450 XF-0917",
    }
