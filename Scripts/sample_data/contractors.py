"""The invoices of direct contractors."""

from datetime import date, timedelta
from decimal import Decimal

from sample_data.calendar_and_text import Dice, cents, monday, plain, sunday, table
from sample_data.story import CARE, DIRECT, MARKETING, memo
from sample_data.pages import position

INVOICES = ("invoice_id,line_id,date,period_start,period_end,freelancer_id,freelancer,role,department,contract,posting_id,"
            "description,quantity,unit,rate,amount,currency").split(",")


def direct_lines(entry):
    """The lines of one contractor, with the hours that the story gives them."""
    dice = Dice(f"direct {entry['code']} {entry['role']}")
    last = None
    lines = []
    if entry["every"] == 0:
        first = monday(entry["start"])
        month = first.replace(day=1) if first.day < 25 else first.replace(day=28) + timedelta(days=4)
        month = month.replace(day=1)
        while month < date(2026, 9, 1):  # September is not billed yet
            following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
            start, end = max(first, month), following - timedelta(days=1)
            share = cents(Decimal((end - start).days + 1) / Decimal((following - month).days))
            last, text = memo(dice, entry["memos"], month, last)
            rate = Decimal(entry["rate"])
            line = dict(start=start, end=end, text=text, quantity=share, rate=rate, hours=entry["hours"] * float(share),
                        amount=cents(share * rate))
            if entry["unit"] == "fixed":
                line.update(quantity=None, rate=None, amount=rate, hours=entry["hours"])
            lines.append(line)
            month = following
        return lines
    for week in range(entry["start"], entry["end"] - entry["every"] + 1, entry["every"]):
        wobble, skipped = dice.normal(0, 1), dice.uniform() < 0.015
        last, text = memo(dice, entry["memos"], monday(week), last)
        if any(a <= week < b for a, b in entry["gaps"]) or (skipped and entry["hours"] < 20):
            continue
        rate = Decimal(entry["rate"])
        line = dict(start=monday(week), end=sunday(week + entry["every"] - 1), text=text, rate=rate)
        if entry["unit"] == "fixed":
            line.update(quantity=None, hours=entry["hours"], rate=None, amount=cents(rate))
        elif entry["unit"] == "day":
            days = Decimal(max(1, min(4, round(entry["hours"] / 8 + 0.6 * wobble))))
            line.update(quantity=days, hours=float(days) * 8, amount=cents(days * rate))
        else:
            hours = Decimal(max(4, round((entry["hours"] + 0.1 * entry["hours"] * wobble) * 4))) / 4
            line.update(quantity=hours, hours=float(hours), amount=cents(hours * rate))
        lines.append(line)
    return lines


def contractor_invoices():
    rows = []
    for entry in DIRECT:
        lines = direct_lines(entry)
        for first in range(0, len(lines), entry["lines"]):
            together = lines[first : first + entry["lines"]]
            number = f"{entry['prefix']}-{first // entry['lines'] + 1:03d}"
            day = together[-1]["end"] + timedelta(days=1 + (first // entry["lines"]) % 3)
            for position, line in enumerate(together, 1):
                name, code = entry["person"], entry["code"]
                if entry["code"] == "ana-m":  # her first invoices have a name, the later ones an id
                    name, code = (name, "") if line["end"] < date(2025, 4, 1) else ("", code)
                rows.append([number, position, day, line["start"], line["end"], code, name, entry["role"], entry["department"],
                             entry["contract"], entry["posting"], line["text"], "" if line["quantity"] is None else plain(line["quantity"]),
                             entry["unit"], "" if line["rate"] is None else f"{line['rate']:.2f}", f"{line['amount']:.2f}", entry["currency"]])
    rows.sort(key=lambda row: (row[2], row[0], row[1]))
    for row in rows:
        if row[0] == "JV-012" and row[1] == 1:
            row[11] += ".\nNB: hours incl. one evening cover (agreed by phone)"  # a memo of two lines, as people paste them

    def insert(after, **cells):
        place = next(i for i, row in enumerate(rows) if str(row[2]) > after)
        rows.insert(place, [cells.get(name, "") for name in INVOICES])

    # Deliberate flaws: a date that does not exist, nobody to pay, and a row cut off in a spreadsheet.
    insert("2026-02-26", invoice_id="FES-X1", line_id=1, date="31/02/2026", period_start="2026-02-16", period_end="2026-02-22",
           freelancer_id="farouk", freelancer="Farouk El-Sayed", role="Flight videos", department=MARKETING,
           description="Extra cut for the trade fair", quantity="2.5", unit="hour", rate="18.00", amount="45.00", currency="USD")
    insert("2025-11-12", invoice_id="0077", line_id=1, date="2025-11-12", period_start="2025-11-03", period_end="2025-11-09",
           role="Help centre editing", department=CARE, description="corrections french articles", quantity="3", unit="hour",
           rate="18.00", amount="54.00", currency="GBP")
    insert("2026-06-17", invoice_id="CL-X2", line_id=1, date="2026-06-17", freelancer_id="chiara-l", freelancer="Chiara Lombardini",
           role="Translations")
    text = table([INVOICES] + rows)
    cut = text.index("CL-X2")
    end = text.index("\n", cut)
    return text[:cut] + text[cut:end].rstrip(",") + text[end:]
