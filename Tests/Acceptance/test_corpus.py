"""Real documents, read a second time by programs of other people: lxml and Python's csv."""

import csv
import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from conftest import CORPUS, ingest, run

pytestmark = pytest.mark.corpus

UBL = {"cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
       "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"}
CII = {"rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
       "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
       "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"}
ROOTS = {"{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice": "ubl-invoice",
         "{urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2}CreditNote": "ubl-credit-note",
         "{%s}CrossIndustryInvoice" % CII["rsm"]: "cii-invoice"}
FOLDERS = ["itplr-kosit+xrechnung-testsuite", "ConnectingEurope+eInvoicing-EN16931/ubl/examples",
           "ConnectingEurope+eInvoicing-EN16931/cii/examples", "num-num+ubl-invoice"]


def documents():
    """Every document of the folders whose root is an invoice."""
    found = []
    for folder in FOLDERS if CORPUS else []:
        for path in sorted((CORPUS / "xml" / folder).rglob("*.xml")):
            try:
                root = etree.parse(str(path)).getroot()
            except etree.XMLSyntaxError:
                continue
            if root.tag in ROOTS:
                found.append(path)
    return found


def first(node, paths, spaces):
    for path in paths:
        for hit in node.xpath(path, namespaces=spaces):
            text = (hit if isinstance(hit, str) else hit.text or "").strip()
            if text:
                return text
    return None


def read_ubl(root, credit):
    kind = "CreditNote" if credit else "Invoice"
    sign = -1 if credit else 1
    party = "cac:Accounting%sParty/cac:Party/"
    names = ["cac:PartyLegalEntity/cbc:RegistrationName", "cac:PartyName/cbc:Name"]
    lines = [sign * Decimal(first(line, ["cbc:LineExtensionAmount"], UBL)) for line in root.xpath(f"cac:{kind}Line", namespaces=UBL)]
    for charge in root.xpath("cac:AllowanceCharge", namespaces=UBL):
        factor = 1 if first(charge, ["cbc:ChargeIndicator"], UBL) == "true" else -1
        lines.append(sign * factor * Decimal(first(charge, ["cbc:Amount"], UBL)))
    net = first(root, ["cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount"], UBL)
    return dict(number=first(root, ["cbc:ID"], UBL), date=first(root, ["cbc:IssueDate"], UBL)[:10],
                currency=first(root, ["cbc:DocumentCurrencyCode", "cac:LegalMonetaryTotal/cbc:PayableAmount/@currencyID"], UBL),
                seller=first(root, [party % "Supplier" + n for n in names], UBL),
                buyer=first(root, [party % "Customer" + n for n in names], UBL), amounts=lines,
                net=sign * Decimal(net) if net else None)


def read_cii(root):
    trade = "rsm:SupplyChainTradeTransaction/"
    settlement = trade + "ram:ApplicableHeaderTradeSettlement/"
    total = settlement + "ram:SpecifiedTradeSettlementHeaderMonetarySummation/"
    sign = -1 if first(root, ["rsm:ExchangedDocument/ram:TypeCode"], CII) == "381" else 1
    amounts = []
    for item in root.xpath(trade + "ram:IncludedSupplyChainTradeLineItem", namespaces=CII):
        status = first(item, ["ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode"], CII)
        if status in ("GROUP", "INFORMATION"):
            continue
        amounts.append(sign * Decimal(first(item, [
            "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount"], CII)))
    for charge in root.xpath(settlement + "ram:SpecifiedTradeAllowanceCharge", namespaces=CII):
        factor = 1 if first(charge, ["ram:ChargeIndicator/udt:Indicator"], CII) == "true" else -1
        amounts.append(sign * factor * Decimal(first(charge, ["ram:ActualAmount"], CII)))
    for charge in root.xpath(settlement + "ram:SpecifiedLogisticsServiceCharge", namespaces=CII):
        amounts.append(sign * Decimal(first(charge, ["ram:AppliedAmount"], CII)))
    day = first(root, ["rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString"], CII)
    net = first(root, [total + "ram:TaxBasisTotalAmount"], CII)
    if not root.xpath(trade + "ram:IncludedSupplyChainTradeLineItem", namespaces=CII):
        amounts.append(sign * Decimal(net))
    agreement = trade + "ram:ApplicableHeaderTradeAgreement/"
    return dict(number=first(root, ["rsm:ExchangedDocument/ram:ID"], CII), date=f"{day[:4]}-{day[4:6]}-{day[6:8]}",
                currency=first(root, [settlement + "ram:InvoiceCurrencyCode"], CII),
                seller=first(root, [agreement + "ram:SellerTradeParty/ram:Name"], CII),
                buyer=first(root, [agreement + "ram:BuyerTradeParty/ram:Name"], CII), amounts=amounts,
                net=sign * Decimal(net) if net else None)


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_an_invoice_reads_as_lxml_reads_it(path):
    root = etree.parse(str(path)).getroot()
    kind = ROOTS[root.tag]
    expected = read_cii(root) if kind == "cii-invoice" else read_ubl(root, kind == "ubl-credit-note")
    records, done = ingest(path)
    assert done.returncode == 0, done.stderr.decode()
    assert b"0 rejected" in done.stderr, done.stderr.decode()
    assert {record["format"] for record in records} == {kind}
    for record in records:
        assert record["document"] == expected["number"]
        assert record["date"] == expected["date"]
        assert record["currency"] == expected["currency"]
        assert record.get("freelancer") == expected["seller"]
        assert record.get("buyer") == expected["buyer"]
    assert sorted(Decimal(record["amount"]) for record in records) == sorted(expected["amounts"])
    total = sum(Decimal(record["amount"]) for record in records)
    if expected["net"] is not None and total != expected["net"]:
        assert b"[total-mismatch]" in done.stderr, "a document that does not add up is named"


def test_all_document_kinds_are_among_them():
    kinds = {ROOTS[etree.parse(str(path)).getroot().tag] for path in documents()}
    assert kinds == set(ROOTS.values()) and len(documents()) > 100


def test_no_document_of_the_corpus_crashes_the_reader():
    done = run("ingest", CORPUS / "xml")
    assert done.returncode in (0, 3) and b"nothing is missing" in done.stderr


def test_the_weekly_summary_reads_as_python_reads_it(tmp_path):
    path = CORPUS / "csv/verbatim/upwork_weekly_summary_freelancer.csv"
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    records, done = ingest(path)
    assert len(rows) == len(records) == 252 and done.returncode == 0
    assert sum(Decimal(r["amount"]) for r in records) == sum(Decimal(r["Amount"]) for r in rows)
    assert sum(Decimal(r.get("quantity", "0")) for r in records) == sum(Decimal(r["Hours"] or "0") for r in rows)
    for record, row in zip(records, rows):
        assert record["date"] == row["Date"] and row["Contract"] == f"{record['contract_title']} ({record['contract']})"
    done = run("audit", path, "--output", tmp_path / "out")
    assert done.returncode == 0
    audit = json.loads((tmp_path / "out" / "audit.json").read_text())
    assert Decimal(audit["work"]["total"]) == sum(Decimal(r["Amount"]) for r in rows)
    assert any("each of their contracts is taken as one person" in limit for limit in audit["limits"])


def test_the_header_shapes_of_upwork_are_recognised():
    for name, format in [("upwork_transactions_v1_classic", "upwork-transactions"), ("upwork_transactions_v1b_exchangerate", "upwork-transactions"),
                         ("upwork_transactions_v2_2025", "upwork-transactions"), ("upwork_transactions_v2_subset_9col", "upwork-transactions"),
                         ("upwork_weekly_summary", "upwork-weekly-summary")]:
        done = run("inspect", CORPUS / f"csv/headers/{name}.csv")
        assert f"format      {format} " in done.stdout.decode(), name


def test_amounts_convert_by_the_history_file_of_the_central_bank(tmp_path):
    archive = zipfile.ZipFile(CORPUS / "csv/verbatim/ecb_eurofxref-hist_2026-04-13.zip")
    text = archive.read(archive.namelist()[0]).decode()
    (tmp_path / "rates.csv").write_text(text)
    rates = {row["Date"]: row for row in csv.DictReader(io.StringIO(text))}
    (tmp_path / "audit.yml").write_text("currency: USD\nexchange_rates: rates.csv\n")

    def rate(currency, day):
        if currency == "EUR":
            return Decimal(1)
        for back in range(8):
            found = rates.get(date.fromordinal(day.toordinal() - back).isoformat(), {}).get(currency)
            if found and found != "N/A":
                return Decimal(found)
        return None

    cases = [(date(2025, 12, 28), "EUR"), (date(2026, 1, 3), "GBP"), (date(2025, 4, 21), "PHP"), (date(2025, 12, 31), "BGN"),
             (date(2026, 2, 1), "BGN"), (date(2010, 5, 5), "ISK"), (date(2022, 3, 5), "RUB"), (date(1999, 1, 4), "JPY"), (date(2026, 4, 12), "CZK")]
    total, missing = Decimal(0), 0
    with open(tmp_path / "in.csv", "w") as file:
        file.write("date,freelancer,role,quantity,rate,amount,currency\n")
        for day, currency in cases:
            amount = "1234" if currency in ("JPY", "ISK") else "1234.50"  # these have no decimals
            file.write(f"{day},Ana,work,10,123.45,{amount},{currency}\n")
            source, target = rate(currency, day), rate("USD", day)
            if source is None or target is None:
                missing += 1
            else:
                total += (Decimal(amount) / source * target).quantize(Decimal("0.01"), "ROUND_HALF_UP")
    done = run("audit", tmp_path / "in.csv", "--config", tmp_path / "audit.yml", "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    audit = json.loads((tmp_path / "out" / "audit.json").read_text())
    assert Decimal(audit["work"]["total"]) == total
    excluded = [limit for limit in audit["limits"] if "no exchange rate converts them" in limit]
    assert sum(int(limit.split()[0]) for limit in excluded) == missing == 2


@pytest.mark.parametrize("name", sorted(p.name for p in (CORPUS / "hostile/xml").rglob("*") if p.is_file()) if CORPUS and (CORPUS / "hostile/xml").is_dir() else [])
def test_hostile_xml_is_refused_or_read_but_never_hangs(name):
    path = next(p for p in (CORPUS / "hostile/xml").rglob(name))
    done = run("ingest", path, timeout=10)
    assert done.returncode in (0, 3), done.stderr.decode()
