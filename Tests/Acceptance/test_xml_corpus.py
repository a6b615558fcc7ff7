"""Every invoice of the corpus, read a second time with lxml by paths of its own: number, date, currency, parties, each line, what is payable."""

import re
from decimal import Decimal

import pytest
from lxml import etree

from conftest import CORPUS, ingest, run

pytestmark = pytest.mark.corpus

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
SPACES = {"cac": UBL + "CommonAggregateComponents-2", "cbc": UBL + "CommonBasicComponents-2",
          "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
          "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
          "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"}
CREDITS = {"81", "83", "261", "262", "296", "308", "381", "396", "532"}


def texts(node, path):
    found = node.xpath(path, namespaces=SPACES)
    return [text for text in ((hit if isinstance(hit, str) else hit.text or "").strip() for hit in found) if text]


def first(node, *paths):
    return next((text for path in paths for text in texts(node, path)), None)


def decimal(text):
    return None if text is None else Decimal(text)


def signed(sign, text):
    return None if text is None else sign * Decimal(text)


def ubl(root, kind):
    sign = -1 if kind == "CreditNote" else 1
    seller, buyer = "cac:AccountingSupplierParty/cac:Party/", "cac:AccountingCustomerParty/cac:Party/"
    names = ("cac:PartyLegalEntity/cbc:RegistrationName", "cac:PartyName/cbc:Name")
    lines = [(first(line, "cbc:ID") or str(number), signed(sign, first(line, "cbc:LineExtensionAmount")),
              decimal(first(line, "cbc:InvoicedQuantity | cbc:CreditedQuantity")),
              first(line, "cbc:InvoicedQuantity/@unitCode | cbc:CreditedQuantity/@unitCode"))
             for number, line in enumerate(root.xpath(f"cac:{kind}Line", namespaces=SPACES), 1)]
    for number, part in enumerate(root.xpath("cac:AllowanceCharge", namespaces=SPACES), 1):
        charge = first(part, "cbc:ChargeIndicator") == "true"
        lines.append((f"{'charge' if charge else 'allowance'}-{number}", signed(sign if charge else -sign, first(part, "cbc:Amount")), None, None))
    return [dict(number=first(root, "cbc:ID"), date=first(root, "cbc:IssueDate")[:10],
                 currency=first(root, "cbc:DocumentCurrencyCode", "cac:LegalMonetaryTotal/cbc:PayableAmount/@currencyID"),
                 seller=first(root, *(seller + name for name in names)), buyer=first(root, *(buyer + name for name in names)), lines=lines,
                 payable=signed(sign, first(root, "cac:LegalMonetaryTotal/cbc:PayableAmount")))]


def cii(root):
    sign = -1 if first(root, "rsm:ExchangedDocument/ram:TypeCode") in CREDITS else 1
    trade = "rsm:SupplyChainTradeTransaction/"
    settlement, agreement = trade + "ram:ApplicableHeaderTradeSettlement/", trade + "ram:ApplicableHeaderTradeAgreement/"
    total = settlement + "ram:SpecifiedTradeSettlementHeaderMonetarySummation/"
    lines = []
    for item in root.xpath(trade + "ram:IncludedSupplyChainTradeLineItem", namespaces=SPACES):
        if first(item, "ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode") in ("GROUP", "INFORMATION"):
            continue
        quantity = "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity"
        lines.append((first(item, "ram:AssociatedDocumentLineDocument/ram:LineID") or str(len(lines) + 1), signed(sign, first(
            item, "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount")),
            decimal(first(item, quantity)), first(item, quantity + "/@unitCode")))
    if not lines:
        lines.append(("total", signed(sign, first(root, total + "ram:TaxBasisTotalAmount")), None, None))
    parts = [(part, first(part, "ram:ChargeIndicator/udt:Indicator") == "true", first(part, "ram:ActualAmount"))
             for part in root.xpath(settlement + "ram:SpecifiedTradeAllowanceCharge", namespaces=SPACES)]
    parts += [(part, True, first(part, "ram:AppliedAmount")) for part in root.xpath(settlement + "ram:SpecifiedLogisticsServiceCharge", namespaces=SPACES)]
    for number, (_, charge, amount) in enumerate(parts, 1):
        lines.append((f"{'charge' if charge else 'allowance'}-{number}", signed(sign if charge else -sign, amount), None, None))
    day = first(root, "rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString")
    return [dict(number=first(root, "rsm:ExchangedDocument/ram:ID"), date=f"{day[:4]}-{day[4:6]}-{day[6:8]}",
                 currency=first(root, settlement + "ram:InvoiceCurrencyCode"), seller=first(root, agreement + "ram:SellerTradeParty/ram:Name"),
                 buyer=first(root, agreement + "ram:BuyerTradeParty/ram:Name"), lines=lines, payable=signed(sign, first(root, total + "ram:DuePayableAmount")))]


def person(node, *parts):
    return " ".join(text for part in parts for text in texts(node, part)) or None


def facturae(root):
    parties = {}
    for role in ("SellerParty", "BuyerParty"):
        node = root.find(f"Parties/{role}")
        parties[role] = first(node, "LegalEntity/CorporateName") or person(node, *(f"Individual/{part}" for part in ("Name", "FirstSurname", "SecondSurname")))
    found = []
    for invoice in root.findall("Invoices/Invoice"):
        lines = [(first(line, "SequenceNumber") or str(number), decimal(first(line, "GrossAmount")), decimal(first(line, "Quantity")),
                  {"02": "HUR", "34": "SEC"}.get(first(line, "UnitOfMeasure"), first(line, "UnitOfMeasure")))
                 for number, line in enumerate(invoice.findall("Items/InvoiceLine"), 1)]
        charges = [decimal(first(part, "ChargeAmount")) for part in invoice.findall("InvoiceTotals/GeneralSurcharges/Charge")]
        discounts = [-decimal(first(part, "DiscountAmount")) for part in invoice.findall("InvoiceTotals/GeneralDiscounts/Discount")]
        for number, amount in enumerate(charges + discounts, 1):
            lines.append((f"{'charge' if number <= len(charges) else 'allowance'}-{number}", amount, None, None))
        series, number = first(invoice, "InvoiceHeader/InvoiceSeriesCode"), first(invoice, "InvoiceHeader/InvoiceNumber")
        found.append(dict(number=f"{series}-{number}" if series else number, date=first(invoice, "InvoiceIssueData/IssueDate"),
                          currency=first(invoice, "InvoiceIssueData/InvoiceCurrencyCode"), seller=parties["SellerParty"], buyer=parties["BuyerParty"],
                          lines=lines, payable=decimal(first(invoice, "InvoiceTotals/TotalOutstandingAmount"))))
    return found


def fattura(root):
    parties = {}
    for role in ("CedentePrestatore", "CessionarioCommittente"):
        node = root.find(f"FatturaElettronicaHeader/{role}/DatiAnagrafici/Anagrafica")
        parties[role] = first(node, "Denominazione") or person(node, "Nome", "Cognome")
    found = []
    for body in root.findall("FatturaElettronicaBody"):
        general = body.find("DatiGenerali/DatiGeneraliDocumento")
        sign = -1 if first(general, "TipoDocumento") in ("TD04", "TD08") else 1
        lines = [(first(line, "NumeroLinea"), signed(sign, first(line, "PrezzoTotale")), decimal(first(line, "Quantita")), first(line, "UnitaMisura"))
                 for line in body.findall("DatiBeniServizi/DettaglioLinee")]
        for number, part in enumerate(general.findall("DatiCassaPrevidenziale"), 1):
            lines.append((f"charge-{number}", signed(sign, first(part, "ImportoContributoCassa")), None, None))
        payments = texts(body, "DatiPagamento/DettaglioPagamento/ImportoPagamento")
        found.append(dict(number=first(general, "Numero"), date=first(general, "Data"), currency=first(general, "Divisa"),
                          seller=parties["CedentePrestatore"], buyer=parties["CessionarioCommittente"], lines=lines,
                          payable=sign * sum(map(Decimal, payments)) if payments else None))
    return found


READERS = {"{%sInvoice-2}Invoice" % UBL: ("ubl-invoice", lambda root: ubl(root, "Invoice")),
           "{%sCreditNote-2}CreditNote" % UBL: ("ubl-credit-note", lambda root: ubl(root, "CreditNote")),
           "{%s}CrossIndustryInvoice" % SPACES["rsm"]: ("cii-invoice", cii),
           "{http://www.facturae.gob.es/formato/Versiones/Facturaev3_2_2.xml}Facturae": ("facturae", facturae),
           "{http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2}FatturaElettronica": ("fatturapa", fattura)}


def invoices():
    found = []
    for path in sorted((CORPUS / "xml").rglob("*.xml")) if CORPUS else []:
        try:
            tag = etree.parse(str(path)).getroot().tag
        except etree.XMLSyntaxError:
            continue
        if tag in READERS:
            found.append(path)
    return found


def record_lines(records):
    return [(record.get("line_id"), Decimal(record["amount"]), decimal(record.get("quantity")), record.get("unit")) for record in records]


@pytest.mark.parametrize("path", invoices(), ids=lambda path: path.name)
def test_an_invoice_reads_as_lxml_reads_it(path):
    root = etree.parse(str(path)).getroot()
    kind, reader = READERS[root.tag]
    expected = reader(root)
    records, done = ingest(path)
    assert done.returncode == 0 and b" 0 rejected" in done.stderr, done.stderr.decode()
    assert {record["format"] for record in records} <= {kind}
    assert len(records) == sum(len(invoice["lines"]) for invoice in expected)
    for invoice in expected:
        own = [record for record in records if record.get("document") == invoice["number"]]
        for record in own:
            assert (record["date"], record["currency"]) == (invoice["date"], invoice["currency"])
            assert (record.get("freelancer"), record.get("buyer")) == (invoice["seller"], invoice["buyer"])
        assert sorted(record_lines(own), key=str) == sorted(invoice["lines"], key=str)
    shown = run("inspect", path).stdout.decode()
    payable = [Decimal(amount) for amount in re.findall(r"^  payable +(-?[0-9.]+) ", shown, re.MULTILINE)]
    assert payable == [invoice["payable"] for invoice in expected if invoice["payable"] is not None]


def test_all_families_of_the_corpus_are_among_them():
    tags = [etree.parse(str(path)).getroot().tag for path in invoices()]
    assert set(tags) == set(READERS) and len(tags) > 150


def test_no_document_of_the_corpus_is_unaccounted_for():
    done = run("ingest", CORPUS / "xml")
    assert done.returncode in (0, 3) and b"nothing is missing" in done.stderr
