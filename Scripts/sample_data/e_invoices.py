"""Electronic invoices in UBL and CII."""

from datetime import timedelta
from decimal import Decimal

from sample_data.calendar_and_text import CLIENT, Dice, cents, escape, monday, plain, sunday
from sample_data.story import MEMOS, memo

HARLOW = dict(prefix="HF", seller="Harlow, Finch & Daughters Ltd", vat="GB000000103", country="GB", street="4 Tannery Yard",
              city="Ludlow", code="SY8 0ZZ", contact="Robyn Finch", mail="accounts@harlow-finch.example.com", currency="GBP", tax=20)
MAREK = dict(prefix="MZ", seller="Marek Zielonka", vat="PL0000000104", country="PL", street="ul. Lotnicza 7", city="Żywiec",
             code="34-300", contact="Marek Zielonka", mail="marek.zielonka@example.org", currency="EUR", tax=0)
AUBRY = dict(prefix="DAC", seller="Delphine Aubry-Côte", vat="FR00000000105", country="FR", street="18 rue du Vent", city="Annecy",
             code="74000", contact="Delphine Aubry-Côte", mail="delphine@example.org", currency="EUR", tax=0)
HOELLERER = dict(prefix="JH", seller="Jörg Höllerer", vat="DE000000106", country="DE", street="Am Übelhorn 3", city="Sonthofen",
                 code="87527", contact="Jörg Höllerer", mail="jh@example.org", currency="EUR", tax=0)
TALBERG = dict(prefix="RE", seller="Steuerkanzlei Talberg", vat="DE000000107", country="DE", street="Illerstraße 20", city="Kempten",
               code="87435", contact="Frau Talberg", mail="kanzlei@talberg.example.org", currency="EUR", tax=19)
BUYER = dict(seller=CLIENT, vat="GB000000100", country="GB", street="12 Ridge Lane", city="Hay-on-Wye", code="HR3 0ZZ",
             contact="Accounts payable", mail="invoices@altiva.example.com")


def line_of(name, text, quantity, unit, price, **more):
    """One line; its amount is quantity x price / base quantity - allowance."""
    entry = dict(name=name, text=text, quantity=Decimal(quantity), unit=unit, price=Decimal(price), base=None, allowance=None)
    entry.update(more)
    entry.setdefault("amount", cents(entry["quantity"] * entry["price"] / (entry["base"] or 1)) - (entry["allowance"] or 0))
    return entry


def document(party, number, start, end, lines, **more):
    doc = dict(party, number=number, start=start, end=end, day=end + timedelta(days=3), lines=lines, project="", contract="",
               order="", corrects="", note="")
    doc.update(more)
    doc["net"] = sum(line["amount"] for line in lines)
    doc["vat_amount"] = cents(doc["net"] * doc["tax"] / 100)
    doc["gross"] = doc["net"] + doc["vat_amount"]
    doc["category"] = "S" if doc["tax"] else "AE"
    return doc


def memos_of(dice, kind, start, count):
    texts, last = [], None
    for _ in range(count):
        last, text = memo(dice, kind, start, last)
        texts.append(text)
    return "; ".join(texts)


def e_invoices():
    """Every document with its file name; work of whole weeks, so that all of it ends on a Sunday."""
    docs = []
    dice = Dice("design")
    for number, week in enumerate(range(26, 104, 6), 1):
        start, end = monday(week), sunday(week + 5)
        hours = Decimal(round(dice.normal(66, 6) * 2)) / 2
        lines = [line_of("Product design, booking and check-in", memos_of(dice, "design", start, 2), hours, "HUR", "38.00")]
        references = dict(contract="UX-7" if number % 4 else "", project="CHECKIN-2" if number > 4 else "",
                          order=f"PO-{4100 + number}" if number % 3 else "")
        if number == 3:
            lines.append(line_of("Design sprint, facilitation", "Three days with product, support and two pilots", "30", "HUR", "62.50",
                                 amount=Decimal("2062.50")))  # deliberate flaw: 33 hours are charged
        if number == 6:
            lines.append(line_of("Customer interviews, fixed price each", "Six interviews and a findings meeting", "6", "C62", "85.00"))
        if number == 9:
            lines[0] = line_of(lines[0]["name"], lines[0]["text"], hours, "HUR", "38.00", allowance=Decimal("95.00"),
                               reason="Goodwill for the late handover")
        docs.append((f"ubl-harlow-finch-{number:02d}.xml", document(HARLOW, f"HF-2{number:03d}", start, end, lines, **references)))
    dice = Dice("partners")
    for number, week in enumerate(range(24, 104, 8), 1):
        start, end = monday(week), sunday(week + 7)
        hours = Decimal(round(dice.normal(122, 9)))
        lines = [line_of("Partner coordination Alps", memos_of(dice, "partners", start, 2), hours, "HUR", "27.00")]
        if number in (3, 8):
            lines.append(line_of("Site visits, flat rate per visit", "Tyrol and Aosta, travel included", "2", "C62", "140.00"))
        if number == 5:  # priced by ten hours
            lines[0] = line_of(lines[0]["name"], lines[0]["text"], hours, "HUR", "270.00", base=Decimal(10))
        docs.append((f"ubl-zielonka-{number:02d}.xml", document(
            MAREK, f"FV/{number}/{end.year}", start, end, lines, contract="OPS-ALPS", order=f"PO-{4300 + number}" if number % 2 else "")))
    docs.append(("ubl-aubry-seo-audit.xml", document(
        AUBRY, "2025-019", monday(37), sunday(38), [line_of("SEO audit of the booking site", MEMOS["seo"][0], "1", "C62", "1850.00")],
        order="PO-3990")))
    dice = Dice("german")
    for number, week in enumerate(range(60, 104, 4), 1):
        start, end = monday(week), sunday(week + 3)
        lines = []
        for offset in range(4):
            hours = Decimal(round(dice.normal(27, 2.5) * 4)) / 4
            _, text = memo(dice, "german", start)
            lines.append(line_of(f"Kundenbetreuung Deutsch, KW {monday(week + offset).isocalendar()[1]}", text, hours, "HUR", "22.50",
                                 start=monday(week + offset), end=sunday(week + offset)))
        docs.append((f"cii-hoellerer-{number:02d}.xml", document(
            HOELLERER, f"JH-{end.year}-{number:02d}", start, end, lines, contract="CC-DE-02" if number != 7 else "",
            order="PO-4250" if number < 9 else "", project="")))
    docs.append(("cii-talberg-jahresabschluss.xml", document(
        TALBERG, "RE-25-0117", monday(15), sunday(18), [
            line_of("Jahresabschluss 2024", MEMOS["yearend"][0], "1", "C62", "2100.00"),
            line_of("Offenlegung und Übermittlung", "Pauschale", "1", "C62", "240.00")])))
    by_name = dict(docs)
    credits = [
        ("ubl-harlow-finch-credit-07.xml", by_name["ubl-harlow-finch-07.xml"], "HF-CN-2007",
         [line_of("Product design, booking and check-in", "Credit: four hours of a cancelled workshop", "4", "HUR", "38.00")]),
        ("ubl-zielonka-credit-08.xml", by_name["ubl-zielonka-08.xml"], "FV/8/2026/K",
         [line_of("Site visits, flat rate per visit", "Credit: second visit did not take place", "1", "C62", "140.00")])]
    files = {name: cii(doc) if name.startswith("cii") else ubl(doc) for name, doc in docs}
    for name, original, number, lines in credits:
        files[name] = ubl(document(
            {key: original[key] for key in HARLOW}, number, original["start"], original["end"], lines, corrects=original["number"],
            corrects_day=original["day"], contract=original["contract"], project=original["project"], day=original["day"] + timedelta(days=12)))
    # Deliberate flaws: an invoice that came by mail once more, and a download that broke off.
    files["ubl-harlow-finch-resent.xml"] = files["ubl-harlow-finch-11.xml"]
    whole = files["ubl-zielonka-09.xml"]
    files["ubl-truncated.xml"] = whole[: whole.index("<cac:TaxTotal>") + 58]
    return files, [doc for _, doc in docs]


UBL = "urn:oasis:names:specification:ubl:schema:xsd"


def ubl(doc):
    credit = bool(doc["corrects"])
    kind = "CreditNote" if credit else "Invoice"
    currency = doc["currency"]
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           f'<{kind} xmlns="{UBL}:{kind}-2" xmlns:cac="{UBL}:CommonAggregateComponents-2" xmlns:cbc="{UBL}:CommonBasicComponents-2">']

    def put(depth, name, text, **attributes):
        shown = "".join(f' {key}="{value}"' for key, value in attributes.items())
        out.append("  " * depth + f"<cbc:{name}{shown}>{escape(text)}</cbc:{name}>")

    def money(depth, name, amount):
        put(depth, name, f"{amount:.2f}", currencyID=currency)

    def group(depth, name, *children):
        out.append("  " * depth + f"<cac:{name}>")
        for child in children:
            child()
        out.append("  " * depth + f"</cac:{name}>")

    def reference(name, value):
        if value:
            group(1, name, lambda: put(2, "ID", value))

    def period(depth, start, end):
        group(depth, "InvoicePeriod", lambda: put(depth + 1, "StartDate", start), lambda: put(depth + 1, "EndDate", end))

    def scheme(depth):
        group(depth, "TaxScheme", lambda: put(depth + 1, "ID", "VAT"))

    def party(name, who):
        group(1, name, lambda: group(
            2, "Party", lambda: put(3, "EndpointID", who["mail"], schemeID="EM"),
            lambda: group(3, "PostalAddress", lambda: put(4, "StreetName", who["street"]), lambda: put(4, "CityName", who["city"]),
                          lambda: put(4, "PostalZone", who["code"]),
                          lambda: group(4, "Country", lambda: put(5, "IdentificationCode", who["country"]))),
            lambda: group(3, "PartyTaxScheme", lambda: put(4, "CompanyID", who["vat"]), lambda: scheme(4)),
            lambda: group(3, "PartyLegalEntity", lambda: put(4, "RegistrationName", who["seller"])),
            lambda: group(3, "Contact", lambda: put(4, "Name", who["contact"]), lambda: put(4, "ElectronicMail", who["mail"]))))

    def category(depth, name, subtotal):
        group(depth, name, lambda: put(depth + 1, "ID", doc["category"]), lambda: put(depth + 1, "Percent", doc["tax"]),
              lambda: put(depth + 1, "TaxExemptionReason", "Reverse charge") if subtotal and not doc["tax"] else None, lambda: scheme(depth + 1))

    put(1, "CustomizationID", "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0")
    put(1, "ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0")
    put(1, "ID", doc["number"])
    put(1, "IssueDate", doc["day"])
    if not credit:
        put(1, "DueDate", doc["day"] + timedelta(days=30))
    put(1, f"{kind}TypeCode", "381" if credit else "380")
    if doc["note"]:
        put(1, "Note", doc["note"])
    put(1, "DocumentCurrencyCode", currency)
    put(1, "BuyerReference", "AFH")
    period(1, doc["start"], doc["end"])
    reference("OrderReference", doc["order"])
    if credit:
        group(1, "BillingReference", lambda: group(2, "InvoiceDocumentReference", lambda: put(3, "ID", doc["corrects"]),
                                                   lambda: put(3, "IssueDate", doc["corrects_day"])))
    reference("ContractDocumentReference", doc["contract"])
    if credit and doc["project"]:
        group(1, "AdditionalDocumentReference", lambda: put(2, "ID", doc["project"]), lambda: put(2, "DocumentTypeCode", "50"))
    elif doc["project"]:
        reference("ProjectReference", doc["project"])
    party("AccountingSupplierParty", doc)
    party("AccountingCustomerParty", BUYER)
    if credit:
        group(1, "PaymentMeans", lambda: put(2, "PaymentMeansCode", "1"), lambda: put(2, "PaymentDueDate", doc["day"] + timedelta(days=30)))
    group(1, "TaxTotal", lambda: money(2, "TaxAmount", doc["vat_amount"]),
          lambda: group(2, "TaxSubtotal", lambda: money(3, "TaxableAmount", doc["net"]), lambda: money(3, "TaxAmount", doc["vat_amount"]),
                        lambda: category(3, "TaxCategory", True)))
    group(1, "LegalMonetaryTotal", lambda: money(2, "LineExtensionAmount", doc["net"]), lambda: money(2, "TaxExclusiveAmount", doc["net"]),
          lambda: money(2, "TaxInclusiveAmount", doc["gross"]), lambda: money(2, "PayableAmount", doc["gross"]))
    for number, line in enumerate(doc["lines"], 1):
        def allowance(line=line):
            if line["allowance"]:
                group(2, "AllowanceCharge", lambda: put(3, "ChargeIndicator", "false"),
                      lambda: put(3, "AllowanceChargeReason", line["reason"]), lambda: money(3, "Amount", line["allowance"]))

        def price(line=line):
            money(3, "PriceAmount", line["price"])
            if line["base"]:
                put(3, "BaseQuantity", plain(line["base"]), unitCode=line["unit"])

        group(1, f"{kind}Line", lambda: put(2, "ID", number),
              lambda: put(2, "CreditedQuantity" if credit else "InvoicedQuantity", plain(line["quantity"]), unitCode=line["unit"]),
              lambda: money(2, "LineExtensionAmount", line["amount"]), allowance,
              lambda: group(2, "Item", lambda: put(3, "Description", line["text"]), lambda: put(3, "Name", line["name"]),
                            lambda: category(3, "ClassifiedTaxCategory", False)),
              lambda: group(2, "Price", price))
    out.append(f"</{kind}>")
    return "\n".join(out) + "\n"


CII = "urn:un:unece:uncefact:data:standard"


def cii(doc):
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           f'<rsm:CrossIndustryInvoice xmlns:rsm="{CII}:CrossIndustryInvoice:100" '
           f'xmlns:ram="{CII}:ReusableAggregateBusinessInformationEntity:100" '
           f'xmlns:qdt="{CII}:QualifiedDataType:100" xmlns:udt="{CII}:UnqualifiedDataType:100">']

    def put(depth, name, text, **attributes):
        shown = "".join(f' {key}="{value}"' for key, value in attributes.items())
        out.append("  " * depth + f"<ram:{name}{shown}>{escape(text)}</ram:{name}>")

    def group(depth, name, *children):
        name = name if ":" in name else f"ram:{name}"
        out.append("  " * depth + f"<{name}>")
        for child in children:
            child()
        out.append("  " * depth + f"</{name}>")

    def day(depth, name, value):
        group(depth, name, lambda: out.append("  " * (depth + 1) + f'<udt:DateTimeString format="102">{value:%Y%m%d}</udt:DateTimeString>'))

    def period(depth, start, end):
        group(depth, "BillingSpecifiedPeriod", lambda: day(depth + 1, "StartDateTime", start), lambda: day(depth + 1, "EndDateTime", end))

    def party(name, who):
        group(3, name, lambda: put(4, "Name", who["seller"]), lambda: group(4, "DefinedTradeContact", lambda: put(5, "PersonName", who["contact"])),
              lambda: group(4, "PostalTradeAddress", lambda: put(5, "PostcodeCode", who["code"]), lambda: put(5, "LineOne", who["street"]),
                            lambda: put(5, "CityName", who["city"]), lambda: put(5, "CountryID", who["country"])),
              lambda: group(4, "URIUniversalCommunication", lambda: put(5, "URIID", who["mail"], schemeID="EM")),
              lambda: group(4, "SpecifiedTaxRegistration", lambda: put(5, "ID", who["vat"], schemeID="VA")))

    def reference(name, value):
        if value:
            group(3, name, lambda: put(4, "IssuerAssignedID", value))

    def item(number, line):
        group(2, "IncludedSupplyChainTradeLineItem",
              lambda: group(3, "AssociatedDocumentLineDocument", lambda: put(4, "LineID", number)),
              lambda: group(3, "SpecifiedTradeProduct", lambda: put(4, "Name", line["name"]), lambda: put(4, "Description", line["text"])),
              lambda: group(3, "SpecifiedLineTradeAgreement",
                            lambda: group(4, "NetPriceProductTradePrice", lambda: put(5, "ChargeAmount", f"{line['price']:.2f}"))),
              lambda: group(3, "SpecifiedLineTradeDelivery", lambda: put(4, "BilledQuantity", plain(line["quantity"]), unitCode=line["unit"])),
              lambda: group(3, "SpecifiedLineTradeSettlement",
                            lambda: group(4, "ApplicableTradeTax", lambda: put(5, "TypeCode", "VAT"), lambda: put(5, "CategoryCode", doc["category"]),
                                          lambda: put(5, "RateApplicablePercent", doc["tax"])),
                            lambda: period(4, line["start"], line["end"]) if "start" in line else None,
                            lambda: group(4, "SpecifiedTradeSettlementLineMonetarySummation",
                                          lambda: put(5, "LineTotalAmount", f"{line['amount']:.2f}"))))

    group(1, "rsm:ExchangedDocumentContext",
          lambda: group(2, "GuidelineSpecifiedDocumentContextParameter", lambda: put(3, "ID", "urn:cen.eu:en16931:2017")))
    group(1, "rsm:ExchangedDocument", lambda: put(2, "ID", doc["number"]), lambda: put(2, "TypeCode", "380"),
          lambda: day(2, "IssueDateTime", doc["day"]))
    out.append("  <rsm:SupplyChainTradeTransaction>")
    for number, line in enumerate(doc["lines"], 1):
        item(number, line)
    group(2, "ApplicableHeaderTradeAgreement", lambda: put(3, "BuyerReference", "AFH"), lambda: party("SellerTradeParty", doc),
          lambda: party("BuyerTradeParty", BUYER), lambda: reference("BuyerOrderReferencedDocument", doc["order"]),
          lambda: reference("ContractReferencedDocument", doc["contract"]))
    out.append("    <ram:ApplicableHeaderTradeDelivery/>")
    group(2, "ApplicableHeaderTradeSettlement", lambda: put(3, "InvoiceCurrencyCode", doc["currency"]),
          lambda: group(3, "ApplicableTradeTax", lambda: put(4, "CalculatedAmount", f"{doc['vat_amount']:.2f}"), lambda: put(4, "TypeCode", "VAT"),
                        lambda: put(4, "ExemptionReason", "Reverse charge") if not doc["tax"] else None,
                        lambda: put(4, "BasisAmount", f"{doc['net']:.2f}"), lambda: put(4, "CategoryCode", doc["category"]),
                        lambda: put(4, "RateApplicablePercent", doc["tax"])),
          lambda: period(3, doc["start"], doc["end"]),
          lambda: group(3, "SpecifiedTradePaymentTerms", lambda: day(4, "DueDateDateTime", doc["day"] + timedelta(days=30))),
          lambda: group(3, "SpecifiedTradeSettlementHeaderMonetarySummation", lambda: put(4, "LineTotalAmount", f"{doc['net']:.2f}"),
                        lambda: put(4, "TaxBasisTotalAmount", f"{doc['net']:.2f}"),
                        lambda: put(4, "TaxTotalAmount", f"{doc['vat_amount']:.2f}", currencyID=doc["currency"]),
                        lambda: put(4, "GrandTotalAmount", f"{doc['gross']:.2f}"), lambda: put(4, "DuePayableAmount", f"{doc['gross']:.2f}")))
    out += ["  </rsm:SupplyChainTradeTransaction>", "</rsm:CrossIndustryInvoice>"]
    return "\n".join(out) + "\n"
