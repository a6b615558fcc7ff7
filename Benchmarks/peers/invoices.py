"""Reads a directory of UBL invoices with lxml and adds lines up by week of work, seller and currency.

    invoices.py DIRECTORY OUTPUT [PROCESSES]
"""

import datetime
import os
import sys
from collections import defaultdict
from decimal import Decimal
from multiprocessing import Pool

from lxml import etree

CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"
CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"


def read(path):
    """((week, seller, currency), amount) of every line; those of credit notes are negative."""
    root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    sign = -1 if etree.QName(root).localname == "CreditNote" else 1
    date = root.findtext(f"{CBC}IssueDate").strip()
    party = root.find(f"{CAC}AccountingSupplierParty/{CAC}Party")
    seller = party.findtext(f"{CAC}PartyLegalEntity/{CBC}RegistrationName") or party.findtext(
        f"{CAC}PartyName/{CBC}Name")
    currency = root.findtext(f"{CBC}DocumentCurrencyCode").strip()
    lines = []
    for line in root.iter(f"{CAC}InvoiceLine", f"{CAC}CreditNoteLine"):
        worked = datetime.date.fromisoformat(line.findtext(f"{CAC}InvoicePeriod/{CBC}EndDate") or date)
        week = (worked - datetime.timedelta(days=worked.weekday())).isoformat()
        amount = sign * Decimal(line.findtext(f"{CBC}LineExtensionAmount").strip())
        lines.append(((week, seller.strip(), currency), amount))
    return lines


def main():
    directory, output = sys.argv[1:3]
    processes = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    paths = sorted(os.path.join(directory, name) for name in os.listdir(directory) if name.endswith(".xml"))
    sums = defaultdict(lambda: [0, Decimal(0)])
    if processes > 1:
        with Pool(processes) as pool:
            documents = pool.map(read, paths, chunksize=256)
    else:
        documents = map(read, paths)
    for lines in documents:
        for key, amount in lines:
            sums[key][0] += 1
            sums[key][1] += amount
    with open(output, "w", encoding="utf-8") as file:
        for (week, seller, currency), (count, total) in sorted(sums.items()):
            file.write(f"{week}\t{seller}\t{currency}\t{count}\t{total.normalize():f}\n")


if __name__ == "__main__":
    main()
