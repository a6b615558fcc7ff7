"""The work of `tacit fold` on a directory of UBL invoices and credit notes, with lxml.

    invoices.py DIRECTORY OUTPUT [PROCESSES]

Adds lines up by week of work, seller, buyer, order and currency: their number, hours, amount, last day of
work, first and last date of the document. A line of a document that another file repeats counts once, and
each document's arithmetic is checked (EN 16931 BR-CO-10 to 17, Peppol R120): as much as Tacit does, without
places in the file, identifiers of parties in all their forms, rejects and descriptions.
"""

import datetime
import os
import sys
from decimal import ROUND_HALF_UP, Decimal
from multiprocessing import Pool

from lxml import etree

CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"
CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
CENT = Decimal("0.01")
ZERO = Decimal(0)


def text(node, *path):
    """The trimmed text at a path of (prefixed) names, or None."""
    found = node.findtext("/".join(path))
    return found.strip() if found is not None else None


def number(node, *path):
    found = text(node, *path)
    return Decimal(found) if found else ZERO


def party(root, role):
    """(identifier, name, country) of the seller or the buyer."""
    node = root.find(f"{CAC}{role}/{CAC}Party")
    name = text(node, f"{CAC}PartyLegalEntity", f"{CBC}RegistrationName") or text(node, f"{CAC}PartyName", f"{CBC}Name")
    return (text(node, f"{CAC}PartyTaxScheme", f"{CBC}CompanyID") or text(node, f"{CBC}EndpointID"), name,
            text(node, f"{CAC}PostalAddress", f"{CAC}Country", f"{CBC}IdentificationCode"))


def charges(node):
    """Charges less allowances of a document or a line."""
    total = ZERO
    for entry in node.iterfind(f"{CAC}AllowanceCharge"):
        sign = 1 if text(entry, f"{CBC}ChargeIndicator") == "true" else -1
        total += sign * number(entry, f"{CBC}Amount")
    return total


def agrees(left, right, tolerance=ZERO):
    return abs(left - right) <= tolerance


def arithmetic(root, lines):
    """The number of rules that the document breaks."""
    total = root.find(f"{CAC}LegalMonetaryTotal")
    net, tax = number(total, f"{CBC}TaxExclusiveAmount"), number(root, f"{CAC}TaxTotal", f"{CBC}TaxAmount")
    gross = number(total, f"{CBC}TaxInclusiveAmount")
    subtotals = root.findall(f"{CAC}TaxTotal/{CAC}TaxSubtotal")
    kept = [
        agrees(number(total, f"{CBC}LineExtensionAmount"), sum(amount for amount, _, _ in lines)),
        agrees(net, number(total, f"{CBC}LineExtensionAmount") + charges(root)),
        agrees(tax, sum(number(entry, f"{CBC}TaxAmount") for entry in subtotals)),
        agrees(gross, net + tax),
        agrees(number(total, f"{CBC}PayableAmount"),
               gross - number(total, f"{CBC}PrepaidAmount") + number(total, f"{CBC}PayableRoundingAmount")),
    ]
    for entry in subtotals:
        exact = number(entry, f"{CBC}TaxableAmount") * number(entry, f"{CAC}TaxCategory", f"{CBC}Percent") / 100
        kept.append(agrees(number(entry, f"{CBC}TaxAmount"), exact.quantize(CENT, ROUND_HALF_UP), Decimal(1)))
    for amount, quantity, node in lines:
        base = number(node, f"{CAC}Price", f"{CBC}BaseQuantity") or 1
        exact = quantity * number(node, f"{CAC}Price", f"{CBC}PriceAmount") / base + charges(node)
        kept.append(agrees(amount, exact.quantize(CENT, ROUND_HALF_UP), Decimal("0.02")))
    return kept.count(False)


def read(path):
    """(identity, key, sums) of every line, and the number of rules that the document breaks."""
    root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    credit = etree.QName(root).localname == "CreditNote"
    sign, kind = (-1, "credit_note") if credit else (1, "invoice")
    date = text(root, f"{CBC}IssueDate")
    document = text(root, f"{CBC}ID")
    currency = text(root, f"{CBC}DocumentCurrencyCode")
    order = text(root, f"{CAC}OrderReference", f"{CBC}ID") or ""
    identifier, seller, country = party(root, "AccountingSupplierParty")
    _, buyer, _ = party(root, "AccountingCustomerParty")
    found, lines = [], []
    for line in root.iterfind(f"{CAC}CreditNoteLine" if credit else f"{CAC}InvoiceLine"):
        worked = text(line, f"{CAC}InvoicePeriod", f"{CBC}EndDate") or date
        day = datetime.date.fromisoformat(worked)
        week = (day - datetime.timedelta(days=day.weekday())).isoformat()
        node = line.find(f"{CBC}CreditedQuantity" if credit else f"{CBC}InvoicedQuantity")
        quantity, unit = Decimal(node.text.strip()), node.get("unitCode")
        amount = number(line, f"{CBC}LineExtensionAmount")
        lines.append((amount, quantity, line))
        key = (week, kind, identifier, seller, country, buyer, order, unit, currency)
        found.append(((identifier, document, date, text(line, f"{CBC}ID")), key, quantity * sign, amount * sign, worked, date))
    return found, arithmetic(root, lines)


def main():
    directory, output = sys.argv[1:3]
    processes = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    paths = sorted(os.path.join(directory, name) for name in os.listdir(directory) if name.endswith(".xml"))
    if processes > 1:
        with Pool(processes) as pool:
            documents = pool.map(read, paths, chunksize=256)
    else:
        documents = map(read, paths)
    sums, seen, broken = {}, set(), 0
    for lines, faults in documents:
        broken += faults
        for identity, key, quantity, amount, worked, date in lines:
            if identity in seen:
                continue
            seen.add(identity)
            count, hours, total, last, first, end = sums.get(key, (0, ZERO, ZERO, worked, date, date))
            sums[key] = (count + 1, hours + quantity, total + amount, max(last, worked), min(first, date), max(end, date))
    with open(output, "w", encoding="utf-8") as file:
        for key, (count, hours, total, *days) in sorted(sums.items()):
            print(*key, count, f"{hours.normalize():f}", f"{total.normalize():f}", *days, sep="\t", file=file)
    print(f"{broken} rules broken", file=sys.stderr)


if __name__ == "__main__":
    main()
