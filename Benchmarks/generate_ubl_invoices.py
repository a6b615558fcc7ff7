#!/usr/bin/env python3
"""UBL invoices, one a file, the same bytes for the same arguments.

usage: generate_ubl_invoices.py DIRECTORY [FILES [SEED]]   (20,000 files are about 137 MB)
"""
import os
import random
import sys
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

BASE = "urn:oasis:names:specification:ubl:schema:xsd:"
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="{BASE}Invoice-2" xmlns:cac="{BASE}CommonAggregateComponents-2" xmlns:cbc="{BASE}CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
"""
CENT = Decimal("0.01")


def party(role, name, number, country):
    return f"""  <cac:{role}>
    <cac:Party>
      <cbc:EndpointID schemeID="0088">73000100{number:05d}</cbc:EndpointID>
      <cac:PartyName><cbc:Name>{name}</cbc:Name></cac:PartyName>
      <cac:PostalAddress>
        <cbc:StreetName>Main Street {number}</cbc:StreetName>
        <cbc:CityName>Town</cbc:CityName>
        <cac:Country><cbc:IdentificationCode>{country}</cbc:IdentificationCode></cac:Country>
      </cac:PostalAddress>
      <cac:PartyTaxScheme>
        <cbc:CompanyID>{country}{number:09d}</cbc:CompanyID>
        <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
      </cac:PartyTaxScheme>
      <cac:PartyLegalEntity><cbc:RegistrationName>{name}</cbc:RegistrationName></cac:PartyLegalEntity>
      <cac:Contact><cbc:Name>Somebody</cbc:Name><cbc:ElectronicMail>mail{number}@example.com</cbc:ElectronicMail></cac:Contact>
    </cac:Party>
  </cac:{role}>
"""


def invoice(generator, number):
    issued = date(2024, 1, 1) + timedelta(generator.randrange(730))
    currency = generator.choice(["EUR", "EUR", "EUR", "GBP", "SEK"])
    seller = generator.randrange(400)
    lines, net = [], Decimal(0)
    for position in range(1, generator.randint(3, 6)):
        quantity = Decimal(generator.randint(4, 160)) / 4
        price = Decimal(generator.randint(2000, 9500)) / 100
        amount = (quantity * price).quantize(CENT, ROUND_HALF_UP)
        net += amount
        start = issued - timedelta(7 * position + 6)
        lines.append(f"""  <cac:InvoiceLine>
    <cbc:ID>{position}</cbc:ID>
    <cbc:Note>Week {position}, as agreed by mail, with the usual hand-over at the end.</cbc:Note>
    <cbc:InvoicedQuantity unitCode="HUR">{quantity}</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="{currency}">{amount}</cbc:LineExtensionAmount>
    <cac:InvoicePeriod>
      <cbc:StartDate>{start}</cbc:StartDate>
      <cbc:EndDate>{start + timedelta(6)}</cbc:EndDate>
    </cac:InvoicePeriod>
    <cac:OrderLineReference><cbc:LineID>{position}</cbc:LineID></cac:OrderLineReference>
    <cac:Item>
      <cbc:Description>Work on the booking engine, tickets {number} to {number + position}</cbc:Description>
      <cbc:Name>Software development</cbc:Name>
      <cac:ClassifiedTaxCategory>
        <cbc:ID>S</cbc:ID>
        <cbc:Percent>20</cbc:Percent>
        <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
      </cac:ClassifiedTaxCategory>
    </cac:Item>
    <cac:Price>
      <cbc:PriceAmount currencyID="{currency}">{price}</cbc:PriceAmount>
    </cac:Price>
  </cac:InvoiceLine>
""")
    tax = (net * 20 / 100).quantize(CENT, ROUND_HALF_UP)
    return HEAD + f"""  <cbc:ID>R-{number:06d}</cbc:ID>
  <cbc:IssueDate>{issued}</cbc:IssueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>
  <cac:OrderReference><cbc:ID>PO-{seller}</cbc:ID></cac:OrderReference>
{party("AccountingSupplierParty", f"Freelancer {seller} Ltd", seller, "GB")}{party("AccountingCustomerParty", "Example Buyer Ltd", 999, "DE")}  <cac:PaymentMeans>
    <cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>
    <cac:PayeeFinancialAccount><cbc:ID>GB00EXAM{seller:014d}</cbc:ID></cac:PayeeFinancialAccount>
  </cac:PaymentMeans>
  <cac:TaxTotal>
    <cbc:TaxAmount currencyID="{currency}">{tax}</cbc:TaxAmount>
    <cac:TaxSubtotal>
      <cbc:TaxableAmount currencyID="{currency}">{net}</cbc:TaxableAmount>
      <cbc:TaxAmount currencyID="{currency}">{tax}</cbc:TaxAmount>
      <cac:TaxCategory>
        <cbc:ID>S</cbc:ID>
        <cbc:Percent>20</cbc:Percent>
        <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
      </cac:TaxCategory>
    </cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="{currency}">{net}</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="{currency}">{net}</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="{currency}">{net + tax}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="{currency}">{net + tax}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
{"".join(lines)}</Invoice>
"""


def main(directory, files=20_000, seed=1):
    generator = random.Random(seed)
    os.makedirs(directory, exist_ok=True)
    for number in range(files):
        with open(f"{directory}/invoice-{number:06d}.xml", "w", encoding="utf-8", newline="\n") as file:
            file.write(invoice(generator, number))


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:]))
