#!/usr/bin/env python3
"""Writes SampleData/: two invented years of one invented company, as its exports would look.

Seeded and without a clock: every run writes the same bytes.  `--check` compares instead of
writing and exits 1 where SampleData differs.  People, firms, texts, amounts and exchange rates are
made up; only the layouts of the exports are real.
"""

import csv
import io
import random
import sys
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from sample_story import DIRECT, E_INVOICES, MEMOS, POSTINGS, UPWORK

ROOT = Path(__file__).resolve().parent.parent / "SampleData"
FIRST_MONDAY = date(2024, 9, 30)
WEEKS = 104
FIRST_WEEK_OF_V2 = 39  # Monday 2025-06-30
CENT = Decimal("0.01")
CLIENT = "Altiva Flight Holidays Ltd"


def cents(value):
    return Decimal(value).quantize(CENT, ROUND_HALF_UP)


def monday(week):
    return FIRST_MONDAY + timedelta(days=7 * week)


def american(day):
    return day.strftime("%b ") + f"{day.day}, {day.year}"


def table(rows, newline="\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, lineterminator=newline, quoting=quoting).writerows(rows)
    return out.getvalue()


# ------------------------------------------------------------------------------- Upwork


def upwork_work(rng):
    """One booking for each contract and week: sixths of an hour, so that time is in 10 minutes."""
    work = []
    for contract in UPWORK:
        for person, start, end, hours, rate, pauses in contract["holders"]:
            for week in range(start, end):
                if any(a <= week < b for a, b in pauses):
                    continue
                if contract["every"] > 1 and (week - start) % contract["every"]:
                    continue
                sixths = max(3, round(rng.gauss(hours, hours * 0.12) * 6))
                if contract["fixed"]:
                    amount = cents(Decimal(str(hours)) * Decimal(str(rate)))
                else:
                    amount = cents(Decimal(sixths) / 6 * Decimal(str(rate)))
                work.append(dict(contract=contract, person=person, week=week, sixths=sixths,
                                 rate=Decimal(str(rate)), amount=amount))
    return work


class Wallet:
    """Bookings in processing order with the balance after each; files are newest first."""

    def __init__(self, first_reference):
        self.reference = first_reference
        self.balance = Decimal(0)
        self.rows = []

    def book(self, day, kind, amount, **more):
        self.reference += 1
        self.balance += amount
        self.rows.append(dict(day=day, type=kind, amount=amount, ref=self.reference,
                              balance=self.balance, **more))
        return self.reference


def book_week(wallet, week, items, spelling):
    start, end, day = monday(week), monday(week) + timedelta(days=6), monday(week + 1)
    fees = [cents(item["amount"] * Decimal("0.05")) for item in items]
    total = sum(item["amount"] for item in items) + sum(fees)
    if not items:
        return
    wallet.book(day, "Payment", total, start=start, end=end)
    for item, fee in zip(items, fees):
        contract = item["contract"]
        kind = spelling["fixed"] if contract["fixed"] else "Hourly"
        parent = wallet.book(day, kind, -item["amount"], item=item, start=start, end=end)
        wallet.book(day, spelling["fee"], -fee, item=item, parent=parent, of=kind, start=start,
                    end=end)


def milestone(wallet, spelling, title, person, team, amount, funded, released):
    """A funded milestone is booked twice, once to escrow and once to the freelancer."""
    item = dict(contract=dict(title=title, team=team, fixed=True), person=person)
    wallet.book(funded, "Payment", amount, card_to_escrow=True)
    wallet.book(funded, spelling["fixed"], -amount, item=item, milestone=True)
    if released:
        wallet.book(released, "Payment", amount, from_escrow=f"{title}: Milestone 1")
        wallet.book(released, spelling["fixed"], -amount, item=item, milestone=True)


def weeks_text_v1(row):
    return f"{row['start']:%m/%d/%Y}-{row['end']:%m/%d/%Y}"


def weeks_text_v2(row):
    start, end = row["start"], row["end"]
    year = f", {start.year}" if start.year != end.year else ""
    return f"Invoice for {start:%b} {start.day}{year}-{end:%b} {end.day}, {end.year}"


def transactions_v1(work):
    wallet = Wallet(700000100)
    spelling = dict(fixed="Fixed Price", fee="Marketplace fee")
    for week in range(FIRST_WEEK_OF_V2):
        book_week(wallet, week, [w for w in work if w["week"] == week], spelling)
        if week == 5:
            milestone(wallet, spelling, "Logo refresh for the spring season", "Paolo Bertinelli",
                      "Marketing", Decimal("450.00"), date(2024, 11, 12), date(2024, 11, 27))
        if week == 20:
            wallet.book(monday(21), "Refund", Decimal("63.00"), refund="Tomás Ñuñez")
        if week == 11:
            wallet.book(monday(12), "Bonus", Decimal("-75.00"), bonus="Mateusz Wójcik")
            wallet.book(monday(12), "Payment", Decimal("75.00"))
    wallet.rows.sort(key=lambda r: (r["day"], r["ref"]))
    balance = Decimal(0)
    for row in wallet.rows:
        balance += row["amount"]
        row["balance"] = balance
    rows = [("Date,Ref ID,Type,Description,Agency,Freelancer,Team,Account Name,PO,Amount,"
             "Amount in local currency,Currency,Balance").split(",")]
    for row in reversed(wallet.rows):
        item = row.get("item") or {}
        person, team = item.get("person", ""), item.get("contract", {}).get("team", "")
        if row["type"] == "Payment":
            if row.get("card_to_escrow"):
                text = "Paid from Visa 0000 to escrow for funding request 31845520"
            elif row.get("from_escrow"):
                text = f"Paid from escrow for {row['from_escrow']}"
            else:
                text = "Paid from Visa 0000"
        elif row["type"] == "Hourly":
            hours, minutes = divmod(item["sixths"] * 10, 60)
            text = f"Invoice for {weeks_text_v1(row)} - {hours}:{minutes:02d} hrs @ ${item['rate']:.2f}/hr"
        elif row["type"] == "Marketplace fee":
            text = f"Marketplace fee for {row['of']} - Ref ID {row['parent']}"
        elif row.get("milestone"):
            text = f"{item['contract']['title']}: Milestone 1"
        elif row["type"] == "Refund":
            text, person, team = "Refund for disputed hours", row["refund"], "Customer Care"
        elif row["type"] == "Bonus":
            text, person, team = "Bonus: thank you for the launch weekend", row["bonus"], "Product"
        else:
            text = f"Invoice for {weeks_text_v1(row)}"
        rows.append([american(row["day"]), row["ref"], row["type"], text, "", person, team, CLIENT, "",
                     f"{row['amount']:.2f}", "", "", f"{row['balance']:.2f}"])
    return rows


V2 = ("Date,Transaction ID,Transaction type,Transaction summary,Transaction summary details,"
      "Description 1,Description 2,Description 3,Agency team,Freelancer,Client team,Account name,PO,"
      "Ref ID,Amount $,Amount in local currency,Currency,Current balance $,Payment method").split(",")


def transactions_v2(work, summarised, rng):
    wallet = Wallet(880000100)
    for week in range(FIRST_WEEK_OF_V2, WEEKS):
        spelling = dict(fixed="Fixed-price" if week < 70 else "Fixed-Price", fee="Marketplace Fee")
        book_week(wallet, week, [w for w in work if w["week"] == week], spelling)
        if week == 60:
            milestone(wallet, spelling, "Landing page illustration set", "Aoife O'Dalaigh",
                      "Marketing", Decimal("620.00"), date(2025, 12, 2), date(2025, 12, 18))
        if week == 101:
            milestone(wallet, spelling, "Trade fair banner", "Aoife O'Dalaigh", "Marketing",
                      Decimal("240.00"), date(2026, 9, 16), None)
    wallet.rows.sort(key=lambda r: (r["day"], r["ref"]))
    rows = [V2]
    for row in reversed(wallet.rows):
        item = row.get("item") or {}
        contract = item.get("contract", {})
        title = contract.get("title", "")
        line = dict.fromkeys(V2, "")
        line.update({"Date": american(row["day"]), "Transaction type": row["type"],
                     "Account name": CLIENT, "Ref ID": row["ref"], "Amount $": f"{row['amount']:.2f}",
                     "Freelancer": item.get("person", ""), "Client team": contract.get("team", "")})
        details = weeks_text_v2(row) if "start" in row else ""
        line["Transaction summary details"] = details
        if row["type"] == "Payment":
            local = cents(row["amount"] * Decimal("0.8612"))
            line.update({"Transaction ID": row["ref"] - 1, "Payment method": "Visa 0000",
                         "Amount in local currency": f"{local:.2f}", "Currency": "EUR",
                         "Description 1": f"Visa 0000 - Ref ID {row['ref']}"})
            if row.get("card_to_escrow"):
                line["Description 1"] = "Paid from Visa 0000 to escrow for funding request 47120931"
            if row.get("from_escrow"):
                line["Description 1"] = f"Paid from escrow for {row['from_escrow']}"
        else:
            line.update({"Transaction summary": title, "Description 1": title})
            if row["type"] == "Hourly":
                line["Transaction ID"] = row["ref"]
                hidden = title in summarised and row["start"] >= date(2025, 12, 29) and rng.random() < 0.5
                if not hidden:
                    line["Description 2"] = f"{Decimal(item['sixths']) / 6:.2f} hours"
                    line["Description 3"] = f"${item['rate']:.2f}/hr"
            elif row["type"] == "Marketplace Fee":
                line["Transaction ID"] = row["parent"]
                line["Transaction summary"] = line["Description 1"] = ""
                line["Freelancer"] = line["Client team"] = ""
            elif row.get("milestone"):
                line["Description 1"] = f"{title}: Milestone 1"
        line["Current balance $"] = f"{row['balance']:.2f}"
        rows.append([line[name] for name in V2])
    return rows


def nine_columns(v2):
    keep = ["Date", "Transaction ID", "Transaction type", "Transaction summary details",
            "Description 1", "Ref ID", "Amount in local currency", "Currency", "Payment method"]
    index = [V2.index(name) for name in keep]
    recent = [row for row in v2[1:] if row[2] == "Payment" and row[0].endswith("2026")
              and row[0][:3] in ("Apr", "May", "Jun", "Jul", "Aug", "Sep")]
    return [keep] + [[row[i] for i in index] for row in recent]


def weekly_summary(work, summarised, rng):
    """The days of each week: their hours and amounts add up to the weekly booking."""
    rows = []
    for item in work:
        title = item["contract"]["title"]
        if title not in summarised or monday(item["week"]) < date(2025, 12, 29):
            continue
        days = rng.sample(range(5), k=min(5, max(2, item["sixths"] // 40)))
        shares = [item["sixths"] // len(days)] * len(days)
        shares[0] += item["sixths"] - sum(shares)
        left = item["amount"]
        for position, (day, sixths) in enumerate(sorted(zip(days, shares))):
            amount = left if position == len(days) - 1 else cents(Decimal(sixths) / 6 * item["rate"])
            left -= amount
            hours = (Decimal(sixths) / 6).quantize(Decimal("0.00001"), ROUND_HALF_UP).normalize()
            rows.append([(monday(item["week"]) + timedelta(days=day)).isoformat(),
                         f"{title} ({item['contract']['id']})", f"{hours:f}",
                         f"{amount.normalize():f}", ""])
    rows.sort()
    header = ["Date", "Contract", "Hours", "Amount", "Payment type"]
    half = next(i for i, row in enumerate(rows) if row[0] >= "2026-06-01")
    text = table([header] + rows[:half] + [header] + rows[half:], quoting=csv.QUOTE_ALL)
    return text.rstrip("\n")


# ------------------------------------------------------------------------------- own tables

INVOICE_COLUMNS = ("invoice_id,line_id,date,period_start,period_end,freelancer_id,freelancer,role,"
                   "department,contract,posting_id,description,quantity,unit,rate,amount,currency").split(",")


def contractor_invoices(rng):
    rows = []
    for role in DIRECT:
        for person, code, start, end, hours, rate, currency, pauses in role["holders"]:
            number = 0
            for week in range(start, end - role["every"] + 1, role["every"]):
                if any(a <= week < b for a, b in pauses):
                    continue
                number += 1
                begin = monday(week)
                finish = monday(week + role["every"] - 1) + timedelta(days=6)
                memo = rng.choice(MEMOS[role["memos"]])
                rate_text = Decimal(str(rate))
                if role["unit"] == "fixed":
                    quantity, unit, rate_cell = "", "fixed", ""
                    amount = cents(rate_text)
                elif role["unit"] == "day":
                    quantity = Decimal(max(1, round(rng.gauss(hours / 8, 0.6)))) * role["every"]
                    unit, rate_cell, amount = "day", f"{rate_text:.2f}", cents(quantity * rate_text)
                elif role["unit"] == "month":
                    quantity, unit = Decimal(1), "month"
                    rate_cell, amount = f"{rate_text:.2f}", cents(rate_text)
                else:
                    quantity = (Decimal(max(1, round(rng.gauss(hours, hours * 0.1) * 4))) / 4) * role["every"]
                    unit, rate_cell, amount = "hour", f"{rate_text:.2f}", cents(quantity * rate_text)
                rows.append([f"{code.upper()}-{number:03d}", "1", (finish + timedelta(days=2)).isoformat(),
                             begin.isoformat(), finish.isoformat(), code, person, role["role"],
                             role["department"], "", role.get("posting", ""), memo, quantity, unit,
                             rate_cell, f"{amount:.2f}", currency])
    rows.sort(key=lambda r: (r[4], r[0]))
    rows = [INVOICE_COLUMNS] + rows
    width = len(INVOICE_COLUMNS)

    def bad(base, **changes):
        row = list(base)
        for name, value in changes.items():
            row[INVOICE_COLUMNS.index(name)] = value
        return row

    model = rows[40]
    rows.insert(61, bad(model, invoice_id="X-901", date="2025-02-31", period_end="2025-02-28", period_start="2025-02-17"))
    rows.insert(122, bad(model, invoice_id="X-902", amount="12,5O"))
    rows.insert(183, bad(model, invoice_id="X-903", currency="XXQ"))
    rows.insert(204, bad(model, invoice_id="X-904", freelancer="", freelancer_id=""))
    rows.insert(255, model[: width - 6])
    return rows


def postings_table():
    columns = ["posting_id", "date", "role", "department", "title", "description", "category", "skills",
               "type", "duration", "hours_per_week"]
    rows = [columns]
    for posting in POSTINGS:
        if posting["where"] == "table":
            rows.append([posting.get(name, "") for name in columns])
    return rows


# ------------------------------------------------------------------------------- XML


def escape(text):
    return (str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;"))


def upwork_rss():
    items = []
    for posting in POSTINGS:
        if posting["where"] != "rss":
            continue
        day = date.fromisoformat(posting["date"])
        money = (f"<b>Hourly Range</b>: {posting['range']}\n<br />" if posting["type"] == "hourly"
                 else f"<b>Budget</b>: {posting['range']}\n<br />")
        body = (posting["description"].replace("'", "&#039;").replace("\n", "<br />\n")
                + "<br /><br />" + money
                + f"<b>Posted On</b>: {day:%B} {day.day:02d}, {day.year} 07:12 UTC<br />"
                + f"<b>Category</b>: {posting['category']}<br /><b>Skills</b>:"
                + ",     ".join(posting["skills"].split(";")) + "\n<br /><b>Country</b>: Ireland\n<br />"
                + f'<a href="https://www.upwork.com/jobs/x_%7E{posting["posting_id"]}?source=rss">click to apply</a>')
        items.append(
            "<item>\n<title>" + escape(posting["title"]) + " - Upwork</title>\n"
            + f"<link>https://www.upwork.com/jobs/x_~{posting['posting_id']}?source=rss</link>\n"
            + f"<description><![CDATA[{body}]]></description>\n<content:encoded><![CDATA[{body}]]></content:encoded>\n"
            + f"<pubDate>{day:%a, %d %b %Y} 07:12:00 +0000</pubDate>\n"
            + f"<guid>https://www.upwork.com/jobs/x_~{posting['posting_id']}?source=rss</guid>\n</item>\n")
    return ('<?xml version="1.0" encoding="utf-8"?>\n'
            '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>\n'
            "<title>All Upwork jobs | upwork.com</title>\n<link>https://www.upwork.com/ab/feed/jobs/rss</link>\n"
            + "".join(items) + "</channel></rss>\n")


def indeed_feed():
    jobs = []
    for posting in POSTINGS:
        if posting["where"] != "feed":
            continue
        day = date.fromisoformat(posting["date"])

        def cell(text):
            return f"\n      <![CDATA[{text}]]>\n    "

        jobs.append(
            f"  <job>\n    <title>{cell(escape(posting['title']))}</title>\n"
            f"    <date>{cell(f'{day:%a, %d %b %Y} 09:00:00 GMT')}</date>\n"
            f"    <referencenumber>{cell(posting['posting_id'])}</referencenumber>\n"
            f"    <url>{cell('https://example.com/jobs/' + posting['posting_id'])}</url>\n"
            f"    <company>{cell(CLIENT)}</company>\n    <sourcename>{cell(CLIENT)}</sourcename>\n"
            f"    <city>{cell('Remote')}</city>\n    <state>{cell('')}</state>\n    <country>{cell('IE')}</country>\n"
            "    <description>"
            + cell("<p>" + posting["description"].replace("\n", "</p><p>") + "</p>") + "</description>\n"
            f"    <jobtype>{cell(posting['type'])}</jobtype>\n    <category>{cell(posting['category'])}</category>\n  </job>\n")
    return ('<?xml version="1.0" encoding="utf-8"?>\n<source>\n'
            f"  <publisher>{CLIENT}</publisher>\n  <publisherurl>https://example.com</publisherurl>\n"
            "  <lastBuildDate></lastBuildDate>\n" + "".join(jobs) + "</source>\n")


UBL = "urn:oasis:names:specification:ubl:schema:xsd"


def money(tag, value, currency):
    return f'<{tag} currencyID="{currency}">{value:.2f}</{tag}>'


def ubl(doc, credit=False):
    kind = "CreditNote" if credit else "Invoice"
    cur = doc["currency"]
    out = [f'<?xml version="1.0" encoding="UTF-8"?>\n<{kind} xmlns="{UBL}:{kind}-2" '
           f'xmlns:cac="{UBL}:CommonAggregateComponents-2" xmlns:cbc="{UBL}:CommonBasicComponents-2">',
           "  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>",
           f"  <cbc:ID>{doc['number']}</cbc:ID>", f"  <cbc:IssueDate>{doc['date']}</cbc:IssueDate>"]
    if not credit:
        out.append(f"  <cbc:DueDate>{doc['date'] + timedelta(days=30)}</cbc:DueDate>")
    out.append(f"  <cbc:{kind}TypeCode>{'381' if credit else '380'}</cbc:{kind}TypeCode>")
    out.append(f"  <cbc:DocumentCurrencyCode>{cur}</cbc:DocumentCurrencyCode>")
    out.append(f"  <cac:InvoicePeriod><cbc:StartDate>{doc['start']}</cbc:StartDate>"
               f"<cbc:EndDate>{doc['end']}</cbc:EndDate></cac:InvoicePeriod>")
    if doc.get("order"):
        out.append(f"  <cac:OrderReference><cbc:ID>{doc['order']}</cbc:ID></cac:OrderReference>")
    if doc.get("corrects"):
        out.append("  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>"
                   f"{doc['corrects']}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>")
    if doc.get("contract"):
        out.append(f"  <cac:ContractDocumentReference><cbc:ID>{doc['contract']}</cbc:ID></cac:ContractDocumentReference>")
    if doc.get("project") and not credit:
        out.append(f"  <cac:ProjectReference><cbc:ID>{doc['project']}</cbc:ID></cac:ProjectReference>")
    for role, name, ident, country in (("Supplier", doc["seller"], doc["vat"], doc["country"]),
                                       ("Customer", CLIENT, "IE0000000XX", "IE")):
        out.append(
            f"  <cac:Accounting{role}Party><cac:Party><cac:PostalAddress><cac:Country><cbc:IdentificationCode>"
            f"{country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyTaxScheme><cbc:CompanyID>"
            f"{ident}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
            f"<cac:PartyLegalEntity><cbc:RegistrationName>{escape(name)}</cbc:RegistrationName>"
            f"</cac:PartyLegalEntity></cac:Party></cac:Accounting{role}Party>")
    net = sum(line["amount"] for line in doc["lines"])
    tax = cents(net * doc["tax"] / 100)
    out.append(f"  <cac:TaxTotal>{money('cbc:TaxAmount', tax, cur)}<cac:TaxSubtotal>"
               f"{money('cbc:TaxableAmount', net, cur)}{money('cbc:TaxAmount', tax, cur)}<cac:TaxCategory><cbc:ID>"
               f"{'S' if doc['tax'] else 'AE'}</cbc:ID><cbc:Percent>{doc['tax']}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT"
               "</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>")
    out.append("  <cac:LegalMonetaryTotal>" + money("cbc:LineExtensionAmount", net, cur)
               + money("cbc:TaxExclusiveAmount", net, cur) + money("cbc:TaxInclusiveAmount", net + tax, cur)
               + money("cbc:PayableAmount", net + tax, cur) + "</cac:LegalMonetaryTotal>")
    for number, line in enumerate(doc["lines"], 1):
        allowance = ""
        if line.get("allowance"):
            allowance = ("<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>"
                         "<cbc:AllowanceChargeReason>Goodwill</cbc:AllowanceChargeReason>"
                         + money("cbc:Amount", line["allowance"], cur) + "</cac:AllowanceCharge>")
        base = f'<cbc:BaseQuantity unitCode="{line["unit"]}">{line["base"]}</cbc:BaseQuantity>' if line.get("base") else ""
        quantity = "CreditedQuantity" if credit else "InvoicedQuantity"
        out.append(
            f'  <cac:{kind}Line>\n    <cbc:ID>{number}</cbc:ID>\n    <cbc:{quantity} unitCode="{line["unit"]}">'
            f'{line["quantity"]}</cbc:{quantity}>\n    {money("cbc:LineExtensionAmount", line["amount"], cur)}\n    {allowance}'
            f'<cac:Item><cbc:Description>{escape(line["memo"])}</cbc:Description><cbc:Name>{escape(line["name"])}</cbc:Name>'
            f'</cac:Item>\n    <cac:Price>{money("cbc:PriceAmount", line["price"], cur)}{base}</cac:Price>\n  </cac:{kind}Line>')
    out.append(f"</{kind}>")
    return "\n".join(line for line in out if line.strip()) + "\n"


CII = "urn:un:unece:uncefact:data:standard"


def cii(doc):
    def day(value):
        return f'<udt:DateTimeString format="102">{value:%Y%m%d}</udt:DateTimeString>'

    net = sum(line["amount"] for line in doc["lines"])
    tax = cents(net * doc["tax"] / 100)
    items = []
    for number, line in enumerate(doc["lines"], 1):
        items.append(
            "    <ram:IncludedSupplyChainTradeLineItem>\n"
            f"      <ram:AssociatedDocumentLineDocument><ram:LineID>{number}</ram:LineID></ram:AssociatedDocumentLineDocument>\n"
            f"      <ram:SpecifiedTradeProduct><ram:Name>{escape(line['name'])}</ram:Name><ram:Description>"
            f"{escape(line['memo'])}</ram:Description></ram:SpecifiedTradeProduct>\n"
            "      <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>"
            f"{line['price']:.2f}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>\n"
            f'      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="{line["unit"]}">{line["quantity"]}'
            "</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>\n"
            "      <ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation>"
            f"<ram:LineTotalAmount>{line['amount']:.2f}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>"
            "</ram:SpecifiedLineTradeSettlement>\n    </ram:IncludedSupplyChainTradeLineItem>\n")
    order = (f"<ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>{doc['order']}</ram:IssuerAssignedID>"
             "</ram:BuyerOrderReferencedDocument>") if doc.get("order") else ""
    contract = (f"<ram:ContractReferencedDocument><ram:IssuerAssignedID>{doc['contract']}</ram:IssuerAssignedID>"
                "</ram:ContractReferencedDocument>") if doc.get("contract") else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<rsm:CrossIndustryInvoice xmlns:rsm="{CII}:CrossIndustryInvoice:100" '
        f'xmlns:ram="{CII}:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="{CII}:UnqualifiedDataType:100">\n'
        f"  <rsm:ExchangedDocument><ram:ID>{doc['number']}</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>"
        f"{day(doc['date'])}</ram:IssueDateTime></rsm:ExchangedDocument>\n  <rsm:SupplyChainTradeTransaction>\n"
        + "".join(items)
        + "    <ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>" + escape(doc["seller"])
        + f"</ram:Name><ram:PostalTradeAddress><ram:CountryID>{doc['country']}</ram:CountryID></ram:PostalTradeAddress>"
        f'<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">{doc["vat"]}</ram:ID></ram:SpecifiedTaxRegistration>'
        f"</ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>{escape(CLIENT)}</ram:Name></ram:BuyerTradeParty>{order}{contract}"
        "</ram:ApplicableHeaderTradeAgreement>\n    <ram:ApplicableHeaderTradeDelivery/>\n"
        f"    <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>{doc['currency']}</ram:InvoiceCurrencyCode>"
        f"<ram:ApplicableTradeTax><ram:CalculatedAmount>{tax:.2f}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode>"
        f"<ram:BasisAmount>{net:.2f}</ram:BasisAmount><ram:CategoryCode>{'S' if doc['tax'] else 'AE'}</ram:CategoryCode>"
        f"<ram:RateApplicablePercent>{doc['tax']}</ram:RateApplicablePercent></ram:ApplicableTradeTax>"
        f"<ram:BillingSpecifiedPeriod><ram:StartDateTime>{day(doc['start'])}</ram:StartDateTime><ram:EndDateTime>"
        f"{day(doc['end'])}</ram:EndDateTime></ram:BillingSpecifiedPeriod>"
        "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
        f"<ram:LineTotalAmount>{net:.2f}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>{net:.2f}</ram:TaxBasisTotalAmount>"
        f'<ram:TaxTotalAmount currencyID="{doc["currency"]}">{tax:.2f}</ram:TaxTotalAmount>'
        f"<ram:GrandTotalAmount>{net + tax:.2f}</ram:GrandTotalAmount><ram:DuePayableAmount>{net + tax:.2f}</ram:DuePayableAmount>"
        "</ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>\n"
        "  </rsm:SupplyChainTradeTransaction>\n</rsm:CrossIndustryInvoice>\n")


def e_invoices(rng):
    files = {}
    for seller in E_INVOICES:
        number = 0
        for week in range(seller["start"], seller["end"] - seller["every"] + 1, seller["every"]):
            number += 1
            begin, finish = monday(week), monday(week + seller["every"] - 1) + timedelta(days=6)
            quantity = Decimal(max(1, round(rng.gauss(seller["hours"] * seller["every"], 3))))
            if seller["unit"] == "C62":
                quantity = Decimal(seller["every"])
            line = dict(name=seller["item"], memo=rng.choice(MEMOS[seller["memos"]]), unit=seller["unit"],
                        quantity=quantity, price=Decimal(str(seller["price"])))
            line["amount"] = cents(quantity * line["price"])
            doc = dict(number=f"{seller['prefix']}-{2024100 + number}", date=finish + timedelta(days=3), start=begin,
                       end=finish, currency=seller["currency"], seller=seller["seller"], vat=seller["vat"],
                       country=seller["country"], tax=Decimal(seller["tax"]), lines=[line],
                       contract=seller.get("contract"), project=seller.get("project"),
                       order=f"PO-{4000 + number}" if number % 3 else None)
            if seller.get("flaw") == number:
                line.update(quantity=Decimal(30), price=Decimal("62.50"), amount=Decimal("2062.50"))
            if seller.get("allowance") == number:
                line["allowance"] = Decimal("40.00")
                line["amount"] -= Decimal("40.00")
            if seller.get("base") == number:
                line["base"] = 10
                line["price"] *= 10
            name = f"{seller['kind']}-{seller['prefix'].lower()}-{number:02d}.xml"
            text = cii(doc) if seller["kind"] == "cii" else ubl(doc)
            files[f"e-invoices/{name}"] = text
            if seller.get("credit") == number:
                note = dict(doc, number=f"{seller['prefix']}-CN{number}", corrects=doc["number"],
                            date=doc["date"] + timedelta(days=9),
                            lines=[dict(line, quantity=Decimal(4), amount=cents(4 * line["price"]))])
                files[f"e-invoices/ubl-{seller['prefix'].lower()}-credit-{number:02d}.xml"] = ubl(note, credit=True)
    first = sorted(name for name in files if "/ubl-" in name and "credit" not in name)
    files["e-invoices/ubl-resent-by-mail.xml"] = files[first[2]]
    whole = files[first[4]]
    files["e-invoices/ubl-truncated.xml"] = whole[: int(len(whole) * 0.6)]
    return files


# ------------------------------------------------------------------------------- exchange rates

ECB = ("USD,JPY,BGN,CYP,CZK,DKK,EEK,GBP,HUF,LTL,LVL,MTL,PLN,ROL,RON,SEK,SIT,SKK,CHF,ISK,NOK,HRK,RUB,TRL,TRY,"
       "AUD,BRL,CAD,CNY,HKD,IDR,ILS,INR,KRW,MXN,MYR,NZD,PHP,SGD,THB,ZAR").split(",")
LEVELS = dict(USD=1.11, JPY=161, BGN=1.9558, CZK=25.1, DKK=7.46, GBP=0.842, HUF=398, PLN=4.29, RON=4.98, SEK=11.4,
              CHF=0.94, ISK=149, NOK=11.8, TRY=38, AUD=1.65, BRL=6.1, CAD=1.51, CNY=7.85, HKD=8.65, IDR=17100, ILS=4.1,
              INR=93, KRW=1480, MXN=21.6, MYR=4.75, NZD=1.78, PHP=62.4, SGD=1.44, THB=36.9, ZAR=19.6)
HOLIDAYS = {date(2024, 12, 25), date(2024, 12, 26), date(2025, 1, 1), date(2025, 4, 18), date(2025, 4, 21),
            date(2025, 5, 1), date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1), date(2026, 4, 3),
            date(2026, 4, 6), date(2026, 5, 1)}


def ecb_history(rng):
    levels = dict(LEVELS)
    lines = []
    day = date(2024, 9, 16)
    while day <= date(2026, 9, 30):
        if day.weekday() < 5 and day not in HOLIDAYS:
            cells = []
            for code in ECB:
                if code not in levels or (code == "BGN" and day > date(2025, 12, 31)):
                    cells.append("N/A")
                    continue
                if code not in ("BGN", "DKK"):
                    levels[code] *= 1 + rng.gauss(0, 0.0022)
                digits = 4 if levels[code] < 100 else 2
                cells.append(f"{levels[code]:.{digits}f}".rstrip("0").rstrip("."))
            lines.append(f"{day},{','.join(cells)},")
        day += timedelta(days=1)
    return f"Date,{','.join(ECB)},\n" + "\n".join(reversed(lines)) + "\n"


# ------------------------------------------------------------------------------- all files


def build():
    rng = random.Random(20260930)
    summarised = {c["title"] for c in UPWORK if c["summarised"]}
    work = upwork_work(rng)
    v2 = transactions_v2(work, summarised, rng)
    files = {
        "upwork/transactions-2024-10_2025-06.csv": table(transactions_v1(work), newline="\r\n"),
        "upwork/transaction_report_2025-07_2026-09.csv": "\ufeff" + table(v2),
        "upwork/card-payments-9-columns.csv": table(nine_columns(v2)),
        "upwork/weekly-summary-2026.csv": weekly_summary(work, summarised, rng),
        "direct/contractor-invoices.csv": table(contractor_invoices(rng)),
        "postings/postings.csv": table(postings_table()),
        "postings/upwork-saved-search.xml": upwork_rss(),
        "postings/careers-feed.xml": indeed_feed(),
        "rates/eurofxref-hist.csv": ecb_history(rng),
    }
    # One damaged row, as an editor leaves it behind.
    report = files["upwork/transaction_report_2025-07_2026-09.csv"].split("\n")
    fields = report[700].split('",', 1)
    report[700] = '"Feb 31, 2026",' + fields[1]
    files["upwork/transaction_report_2025-07_2026-09.csv"] = "\n".join(report)
    files.update(e_invoices(rng))
    return {name: text.encode("utf-8") for name, text in files.items()}


def main():
    files = build()
    if "--check" in sys.argv[1:]:
        stale = [name for name, data in files.items()
                 if not (ROOT / name).exists() or (ROOT / name).read_bytes() != data]
        for name in stale:
            print(f"SampleData/{name} differs from what the generator writes")
        sys.exit(1 if stale else 0)
    for name, data in files.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(f"{len(files)} files, {sum(map(len, files.values())):,} bytes in {ROOT}")


if __name__ == "__main__":
    main()
