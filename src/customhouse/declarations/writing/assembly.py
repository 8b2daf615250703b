"""From what was typed to the document: every field put where the WCO Data Model has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from decimal import Decimal
from typing import Any

import msgspec

from fondaco.declaration.document import Document
from fondaco.messages.numbers import normal, number

Typed = Mapping[str, str]
Tree = dict[str, Any]
UnitOf = Callable[[str], str | None]
"""Gives the supplementary unit that the tariff asks for with a commodity code."""

TERMINAL_KIND, TERMINAL_QUALIFIER = "A", "U"
INVOICE = ("N", "935")
HOME_USE, NO_RELIEF, TRANSACTION_VALUE = "4000", "000", "1"
DEFERRED = "E"


class Unwritable(ValueError):
    """Something typed that no document can hold, such as words where a number must stand."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = tuple(paths)
        super().__init__(", ".join(paths))


def assemble(content: Mapping[str, Any], *, own: str, country: str, unit_of: UnitOf) -> Document:
    """The document that a draft amounts to; Unwritable, with every path, where it has no form.

    `own` is the identifier of the trader who writes it.
    """
    typed: Mapping[str, Any] = content.get("typed", {})
    made = _Assembly(deepcopy(dict(content.get("base", {}))), own=own, country=country)
    made.who(typed.get("who", {}))
    made.sale(typed.get("sale", {}))
    made.transport(typed.get("transport", {}))
    made.goods(typed.get("goods", {}), typed.get("sale", {}), unit_of)
    made.papers(typed.get("papers", {}), typed.get("sale", {}))
    made.totals()
    if made.wrong:
        raise Unwritable(made.wrong)
    return msgspec.convert(_pruned(made.tree), Document, strict=False)


class _Assembly:
    """A document on its way, as a tree of plain values."""

    def __init__(self, tree: Tree, *, own: str, country: str) -> None:
        self.tree, self._own, self._country = tree, own, country
        self.wrong: list[str] = []
        self.tree["function"] = "9"
        self.shipment: Tree = self.tree.setdefault("shipment", {})

    def who(self, typed: Typed) -> None:
        """Whose goods, where, and in whose name."""
        if not typed:
            return
        importer = typed.get("importer", "").strip().upper() or None
        self.tree |= {
            "kind": typed.get("kind") or None,
            "local_reference": typed.get("reference", "").strip() or None,
            "office": typed.get("office") or None,
        }
        self._party("importer", {"identifier": importer})
        acting = typed.get("acting", "")
        self.tree["declarant"] = {"identifier": importer if acting != "3" else self._own}
        self.tree.pop("representative", None)
        if acting in {"2", "3"}:
            self.tree["representative"] = {"identifier": self._own, "status": acting}

    def sale(self, typed: Typed) -> None:
        """Who sold, on what terms, for how much."""
        if not typed:
            return
        seller = {
            "name": typed.get("seller") or None,
            "address": {
                "line": typed.get("line") or None,
                "city": typed.get("city") or None,
                "postcode": typed.get("postcode") or None,
                "country": typed.get("country") or None,
            },
        }
        self.tree["exporter"] = seller
        self.shipment |= {
            "seller": seller,
            "trade_terms": {
                "condition": typed.get("term") or None,
                "location": typed.get("place") or None,
            },
            "transaction_nature": typed.get("nature") or None,
            "dispatch_country": typed.get("dispatch") or None,
            "destination_country": self._country,
        }
        currency = typed.get("currency", "")
        others = [each for each in self.shipment.get("charges", ()) if each["kind"] not in _ASKED]
        asked = [
            {"kind": kind, "amount": {"amount": amount, "currency": currency}}
            for kind, name in _ASKED.items()
            if (amount := self._number(typed.get(name, ""), path="shipment.charges")) is not None
        ]
        self.shipment["charges"] = [*asked, *others]

    def transport(self, typed: Typed) -> None:
        """How the goods come, and where they are."""
        if not typed:
            return
        means = {
            "identifier": typed.get("vehicle") or None,
            "identifier_kind": typed.get("vehicle_kind") or None,
        }
        nationality = typed.get("nationality") or None
        self.tree["border_transport"] = {**means, "mode": typed.get("mode") or None} | (
            {"nationality": nationality} if nationality else {}
        )
        boxes = containers(typed.get("containers", ""))
        self.shipment |= {
            "arrival_transport": means,
            "containerised": "1" if boxes else "0",
            "equipment": boxes,
            "goods_location": {
                "identifier": typed.get("location") or None,
                "kind": TERMINAL_KIND,
                "qualifier": TERMINAL_QUALIFIER,
                "country": self._country,
            },
        }
        if number := typed.get("carried_by", "").strip():
            kind = typed.get("carried_kind", "").removeprefix("N")
            self.shipment["previous_documents"] = [
                {"category": "Z", "kind": kind, "identifier": number, "line": 1}
            ]

    def goods(self, typed: Mapping[str, Any], sale: Typed, unit_of: UnitOf) -> None:
        """The goods items, one for each row."""
        if not typed:
            return
        before: list[Tree] = list(self.shipment.get("items", ()))
        rows = [row for row in typed.get("rows", ()) if any(row.get(f) for f in _TELLS)]
        made = []
        for place, row in enumerate(rows):
            known = before[place] if place < len(before) else {}
            typed_item = self._item(
                row, place=place, currency=sale.get("currency", ""), unit_of=unit_of
            )
            made.append(known | typed_item | {"equipment": self._boxes_of(known)})
        self.shipment["items"] = made

    def _boxes_of(self, item: Tree) -> list[Tree]:
        """The containers an item travels in: those it named that are still there, or the first."""
        boxes = [each.get("identifier") for each in self.shipment.get("equipment") or ()]
        named = [each for each in item.get("equipment", ()) if each.get("identifier") in boxes]
        return named or [{"number": 1, "identifier": each} for each in boxes[:1]]

    def _item(self, row: Typed, *, place: int, currency: str, unit_of: UnitOf) -> Tree:
        path = f"shipment.items[{place}]"
        code = "".join(sign for sign in row.get("code", "") if sign not in " .-")
        preference = row.get("preference") or "100"
        origin = row.get("origin", "").strip().upper() or None
        item: Tree = {
            "number": place + 1,
            "commodity_code": code or None,
            "description": row.get("description", "").strip() or None,
            "procedure": HOME_USE,
            "additional_procedures": [NO_RELIEF],
            "origin": origin,
            "preferential_origin": origin if preference != "100" else None,
            "gross_mass": self._number(row.get("gross", ""), path=f"{path}.gross_mass"),
            "net_mass": self._number(row.get("net", ""), path=f"{path}.net_mass"),
            "valuation_method": TRANSACTION_VALUE,
            "valuation_indicators": "0000",
            "taxes": [{"kind": "A00", "preference": preference}, {"kind": "B00"}],
        }
        price = self._number(row.get("price", ""), path=f"{path}.invoice_amount")
        item["invoice_amount"] = (
            {"amount": price, "currency": currency} if price is not None else None
        )
        quantity = self._number(row.get("quantity", ""), path=f"{path}.supplementary_quantity")
        item["supplementary_quantity"] = (
            {"value": quantity, "unit": unit_of(code)} if quantity is not None else None
        )
        item["packages"] = [
            {
                "number": 1,
                "kind": row.get("package_kind") or None,
                "quantity": self._number(row.get("packages", ""), path=f"{path}.packages"),
                "marks": row.get("marks") or None,
            }
        ]
        return item

    def papers(self, typed: Mapping[str, Any], sale: Typed) -> None:
        """How it is paid, and the documents of each item."""
        items: list[Tree] = self.shipment.get("items", [])
        method = typed.get("payment")
        for item in items:
            for tax in item.get("taxes", ()):
                if method:
                    tax["payment_method"] = method
        if method:
            self._deferment(method)
        invoice = sale.get("invoice", "").strip()
        rows = typed.get("rows", ())
        if not rows and not invoice:
            return
        for place, item in enumerate(items, 1):
            named = [_document(*INVOICE, invoice, status="AC")] if invoice else []
            named += [
                _document(kind[:1], kind[1:], row["number"].strip())
                for row in rows
                if (kind := row.get("kind", "")) and row.get("number", "").strip()
                if row.get("item") in ("", "0", str(place))
            ]
            item["documents"] = _each_once(named)

    def _deferment(self, method: str) -> None:
        holders = [
            each
            for each in self.tree.get("authorisation_holders", ())
            if each.get("category") != "DPO"
        ]
        if method == DEFERRED:
            importer = (self.shipment.get("importer") or {}).get("identifier")
            holders.append({"identifier": importer, "category": "DPO"})
        self.tree["authorisation_holders"] = holders

    def totals(self) -> None:
        """What a computer adds up better than a person: items, packages, prices."""
        items: list[Tree] = self.shipment.get("items", [])
        self.tree["item_count"] = len(items)
        packages = [p.get("quantity") for item in items for p in item.get("packages", ())]
        self.tree["package_count"] = _sum(packages)
        prices = [item.get("invoice_amount") for item in items]
        currencies = {price["currency"] for price in prices if price}
        if len(currencies) == 1 and all(prices):
            total = _sum([price["amount"] for price in prices if price])
            self.tree["invoice_amount"] = {"amount": total, "currency": currencies.pop()}
        self.tree.pop("gross_mass", None)

    def _party(self, name: str, party: Tree) -> None:
        known = self.shipment.get(name) or {}
        same = known.get("identifier") == party["identifier"]
        self.shipment[name] = known if same else party

    def _number(self, text: str, *, path: str) -> str | None:
        """A number as the document spells it; what is none is noted under its path."""
        compact = "".join(text.split())
        if not compact:
            return None
        try:
            return str(number(with_a_point(compact)))
        except ValueError:
            self.wrong.append(path)
            return None


def with_a_point(text: str) -> str:
    """A number with a point before its decimals and nothing between its thousands.

    ValueError for one that reads two ways: `1,200` is twelve hundred here and little more than
    one there, and nobody may guess what a trader owes.

    >>> with_a_point("1.234,5"), with_a_point("1,234.5"), with_a_point("0,75")
    ('1234.5', '1234.5', '0.75')
    """
    comma, point = text.rfind(","), text.rfind(".")
    if comma < 0:
        return text
    if point >= 0:
        group, mark = (".", ",") if comma > point else (",", ".")
        return text.replace(group, "").replace(mark, ".")
    if text.count(",") > 1 or len(text) - comma == 4:
        raise ValueError(f"found {text!r}, expected a number that reads in one way only")
    return text.replace(",", ".")


_ASKED = {"AK": "freight", "AM": "insurance"}
_TELLS = ("code", "description", "origin", "gross", "net", "quantity", "price", "packages", "marks")
"""Fields that make a row a row: the others have a choice in them from the start."""


def containers(text: str) -> list[Tree]:
    """The containers typed one to a line, each with its seals after it."""
    found = []
    for line in text.splitlines():
        words = line.replace(",", " ").replace(";", " ").split()
        if words:
            seals = [{"number": n, "identifier": seal} for n, seal in enumerate(words[1:], 1)]
            found.append({"number": len(found) + 1, "identifier": words[0].upper(), "seals": seals})
    return found


def _document(category: str, kind: str, number: str, *, status: str | None = None) -> Tree:
    made: Tree = {"category": category, "kind": kind, "identifier": number}
    return made | ({"status": status} if status else {})


def _each_once(named: list[Tree]) -> list[Tree]:
    keyed = {(each["category"], each["kind"], each["identifier"]): each for each in named}
    return list(keyed.values())


def _sum(values: Sequence[object]) -> str | None:
    numbers = [Decimal(str(value)) for value in values if value is not None]
    return normal(sum(numbers, Decimal(0))) if numbers else None


def _pruned(value: Any) -> Any:
    """The tree without what is absent."""
    if isinstance(value, dict):
        kept = {name: _pruned(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each not in (None, {}, [])}
    if isinstance(value, list | tuple):
        return [each for each in map(_pruned, value) if each not in (None, {})]
    return value
