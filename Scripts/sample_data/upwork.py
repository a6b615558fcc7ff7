"""Upwork's exports: two generations of the transaction history and a weekly summary."""

import csv
from datetime import date, timedelta
from decimal import Decimal, ROUND_HALF_UP

from sample_data.calendar_and_text import (
    CENT,
    CLIENT,
    Dice,
    FIRST_WEEK_OF_SUMMARY,
    FIRST_WEEK_OF_V2,
    MONTHS,
    WEEKS,
    american,
    cents,
    monday,
    plain,
    sunday,
    table,
)
from sample_data.story import BACKEND, EXTRAS, HOURLY, MARKETING, MILESTONES, PRODUCT, QA, SUMMARISED
from sample_data.rates import rate_on
from sample_data.pages import position


def upwork_work():
    """One entry for each contract and week; time is kept in tens of minutes."""
    work = []
    for item in HOURLY:
        dice = Dice(f"hours {item['id']}")
        for week in range(item["start"], item["end"]):
            short = dice.uniform()
            tens = round(dice.normal(item["hours"], item["hours"] * item["spread"]) * 6)
            if any(a <= week < b for a, b in item["gaps"]) or (short < 0.02 and item["hours"] < 15):
                continue
            if short > 0.96:
                tens = tens * 3 // 5  # a week with a holiday in it
            tens = max(3, tens)
            rate = Decimal([rate for since, rate in item["rates"] if since <= week][-1])
            work.append(dict(contract=item, person=item["person"], week=week, tens=tens, rate=rate,
                             amount=cents(rate * tens / 6)))
    return work


class Wallet:
    """The account's bookings in the order in which they were processed; exports are newest first."""

    def __init__(self, reference, balance, dice):
        self.reference, self.balance, self.dice = reference, balance, dice
        self.rows = []

    def book(self, day, kind, amount, **more):
        self.reference += 1 + self.dice.below(37)
        self.balance += amount
        self.rows.append(dict(day=day, type=kind, amount=amount, ref=self.reference, balance=self.balance, **more))
        return self.rows[-1]


def fill_wallet(wallet, work, weeks, fixed, fee):
    """Books everything that is dated within the weeks given; `fixed` and `fee` spell the types."""
    events = []  # (day, order within the day, function)
    waiting = []  # fees and the like that the next weekly payment covers

    def charge(row, of):
        amount = cents(-row["amount"] * Decimal("0.05"))
        booked = wallet.book(row["day"], fee(row["day"]), -amount, parent=row, of=of, **row.get("period", {}))
        waiting.append(booked)

    def week_of(week):
        day = monday(week + 1)
        period = dict(start=monday(week), end=sunday(week))
        for item in [entry for entry in work if entry["week"] == week]:
            row = wallet.book(day, "Hourly", -item["amount"], item=item, person=item["person"], title=item["contract"]["title"],
                              team=item["contract"]["team"], agency=item["contract"]["agency"], period=period, **period)
            waiting.append(row)
            charge(row, "Hourly")
        due = -wallet.balance
        if due > 0:
            wallet.book(day, "Payment", due, covers=list(waiting), **period)
            waiting.clear()

    def fund(number, title, person, amount, day):
        wallet.book(day, "Payment", amount, to_escrow=31845000 + 137 * number)
        row = wallet.book(day, fixed(day), -amount, title=title, person=person, team=MARKETING, milestone=milestone_number(number))
        charge(row, fixed(day))

    def release(number, title, person, amount, day):
        wallet.book(day, "Payment", amount, from_escrow=f"{title}: Milestone {milestone_number(number)}", title=title)
        wallet.book(day, fixed(day), -amount, title=title, person=person, team=MARKETING, milestone=milestone_number(number))

    def extra(day, kind, title, person, team, amount, text):
        row = wallet.book(day, kind, Decimal(amount), title=title, person=person, team=team, text=text)
        if kind == "Bonus":
            waiting.append(row)
            charge(row, "Bonus")

    first, last = monday(weeks[0] + 1), monday(weeks[-1] + 1)
    for week in weeks:
        events.append((monday(week + 1), 0, week_of, (week,)))
    for number, (title, person, amount, funded, released) in enumerate(MILESTONES):
        amount = Decimal(amount)
        if first <= funded <= last or (weeks[0] == 0 and funded < first):
            events.append((funded, 1, fund, (number, title, person, amount, funded)))
        if released and first <= released <= last:
            events.append((released, 2, release, (number, title, person, amount, released)))
    for entry in EXTRAS:
        if first <= entry[0] <= last:
            events.append((entry[0], 3, extra, entry))
    for _, _, act, arguments in sorted(events, key=lambda event: (event[0], event[1])):
        act(*arguments)


def milestone_number(number):
    title = MILESTONES[number][0]
    return sum(1 for entry in MILESTONES[: number + 1] if entry[0] == title)


def transactions_v1(work):
    wallet = Wallet(700012000, Decimal(0), Dice("references 1"))
    fill_wallet(wallet, work, range(FIRST_WEEK_OF_V2), fixed=lambda day: "Fixed Price",
                fee=lambda day: "Processing Fee" if day < date(2024, 11, 25) else "Marketplace fee")
    rows = []
    for row in reversed(wallet.rows):
        person, team = row.get("person", ""), row.get("team", "")
        if row["type"] == "Payment":
            text, team = "Paid from Visa 0000", ""
            if "to_escrow" in row:
                text = f"Paid from Visa 0000 to escrow for funding request {row['to_escrow']}"
            elif "from_escrow" in row:
                text = f"Paid from escrow for {row['from_escrow']}"
        elif row["type"] == "Hourly":
            hours, minutes = divmod(row["item"]["tens"] * 10, 60)
            text = (f"Invoice for {row['start']:%m/%d/%Y}-{row['end']:%m/%d/%Y} - {hours}:{minutes:02d} hrs "
                    f"@ ${row['item']['rate']:.2f}/hr")
        elif "parent" in row:
            text = f"{row['type']} for {row['of']} - Ref ID {row['parent']['ref']}"
            person, team = row["parent"].get("person", ""), row["parent"].get("team", "")
        elif "milestone" in row:
            text = f"{row['title']}: Milestone {row['milestone']}"
        else:
            text = row["text"]
        rows.append([american(row["day"]), row["ref"], row["type"], text, row.get("agency", ""), person, team, CLIENT, "",
                     f"{row['amount']:.2f}", "", "", f"{row['balance']:.2f}"])
    header = "Date,Ref ID,Type,Description,Agency,Freelancer,Team,Account Name,PO,Amount,Amount in local currency,Currency,Balance"
    return header + "\r\n" + table(rows, newline="\r\n", quoting=csv.QUOTE_ALL), wallet


V2 = ("Date,Transaction ID,Transaction type,Transaction summary,Transaction summary details,Description 1,Description 2,"
      "Description 3,Agency team,Freelancer,Client team,Account name,PO,Ref ID,Amount $,Amount in local currency,Currency,"
      "Current balance $,Payment method").split(",")
NINE = ("Date,Transaction ID,Transaction type,Transaction summary details,Description 1,Ref ID,Amount in local currency,"
        "Currency,Payment method").split(",")


def weeks_in_words(start, end):
    year = f", {start.year}" if start.year != end.year else ""
    return f"Invoice for {MONTHS[start.month - 1]} {start.day}{year}-{MONTHS[end.month - 1]} {end.day}, {end.year}"


def transactions_v2(work, before, rates):
    wallet = Wallet(881204000, before.balance, Dice("references 2"))
    fill_wallet(wallet, work, range(FIRST_WEEK_OF_V2, WEEKS),
                fixed=lambda day: "Fixed-price" if day < date(2026, 1, 1) else "Fixed-Price", fee=lambda day: "Marketplace Fee")
    dice = Dice("hidden hours")
    rows = []
    for row in reversed(wallet.rows):
        line = dict.fromkeys(V2, "")
        title = row.get("title", "")
        line.update({"Date": american(row["day"]), "Transaction type": row["type"], "Account name": CLIENT, "Ref ID": row["ref"],
                     "Amount $": f"{row['amount']:.2f}", "Current balance $": f"{row['balance']:.2f}",
                     "Transaction summary details": weeks_in_words(row["start"], row["end"]) if "start" in row else ""})
        if row["type"] == "Payment":
            local = cents(row["amount"] / rate_on(rates, row["day"], "USD") * rate_on(rates, row["day"], "GBP"))
            line.update({"Amount in local currency": f"{local:.2f}", "Currency": "GBP", "Transaction summary": title,
                         "Payment method": "Visa 0000"})
            if "covers" in row:
                line.update({"Transaction ID": row["covers"][0]["ref"], "Description 1": f"Visa 0000 - Ref ID {row['ref']}"})
            elif "to_escrow" in row:
                line["Description 1"] = f"Paid from Visa 0000 to escrow for funding request {row['to_escrow']}"
            else:
                line.update({"Description 1": f"Paid from escrow for {row['from_escrow']}", "Payment method": ""})
        elif "parent" in row:
            line["Transaction ID"] = row["parent"]["ref"]
        else:
            line.update({"Transaction ID": row["ref"], "Transaction summary": title, "Description 1": title,
                         "Freelancer": row["person"], "Client team": row["team"], "Agency team": row.get("agency", "")})
            if "milestone" in row:
                line.update({"Transaction ID": "", "Description 1": f"{title}: Milestone {row['milestone']}"})
            elif row["type"] == "Hourly":
                hidden = title in SUMMARISED and row["item"]["week"] >= FIRST_WEEK_OF_SUMMARY and dice.uniform() < 0.5
                if not hidden:
                    hours = (Decimal(row["item"]["tens"]) / 6).quantize(CENT, ROUND_HALF_UP)
                    line["Description 2"] = f"{plain(hours)} hours"
                    line["Description 3"] = f"${row['item']['rate']:.2f}/hr"
        rows.append([line[name] for name in V2])
    # Deliberate flaw: a date that somebody typed over.
    damaged = dict.fromkeys(V2, "")
    damaged.update({"Date": "Feb 31, 2026", "Transaction type": "Expense", "Transaction summary": BACKEND,
                    "Description 1": "Test phones, receipt in the mail", "Freelancer": "Mateusz Wójcik", "Client team": PRODUCT,
                    "Account name": CLIENT, "Ref ID": 881239999, "Amount $": "-38.40"})
    place = next(i for i, row in enumerate(rows) if row[0] == "Feb 26, 2026")
    rows.insert(place, [damaged[name] for name in V2])
    return "\ufeff" + table([V2] + rows), rows, wallet


def nine_columns(rows):
    """What a colleague cut out of the report for the card statement: the payments of two quarters."""
    out = [NINE]
    for row in rows:
        cells = dict(zip(V2, row))
        month, year = cells["Date"][:3], cells["Date"][-4:]
        if cells["Transaction type"] == "Payment" and year == "2026" and 4 <= MONTHS.index(month) + 1 <= 9:
            out.append([cells[name] for name in NINE])
    damaged = next(row for row in out if row[0] == "Jun 8, 2026")
    damaged[NINE.index("Currency")] = "XXQ"  # deliberate flaw: no such currency
    return table(out)


def weekly_summary(work):
    """Days of three contracts. The days of each week add up to the weekly booking, to the ten minutes and the cent."""
    rows = []
    for item in work:
        title = item["contract"]["title"]
        if title not in SUMMARISED or item["week"] < FIRST_WEEK_OF_SUMMARY:
            continue
        dice = Dice(f"days {item['contract']['id']} {item['week']}")
        count = min(6, max(2, item["tens"] // 38 + dice.below(2)))
        days = sorted(dice.some(range(6 if count > 5 else 5), count))
        weights = [0.6 + dice.uniform() for _ in days]
        parts = [max(1, int(item["tens"] * weight / sum(weights))) for weight in weights]
        parts[dice.below(len(parts))] += item["tens"] - sum(parts)
        left = item["amount"]
        for position, (day, tens) in enumerate(zip(days, parts)):
            amount = left if position == len(days) - 1 else cents(item["rate"] * tens / 6)
            left -= amount
            hours = plain((Decimal(tens) / 6).quantize(Decimal("0.00001"), ROUND_HALF_UP))
            rows.append([str(monday(item["week"]) + timedelta(days=day)), f"{title} ({item['contract']['id']})", hours, plain(amount), ""])
    # Deliberate flaw: a letter O in the amount of the bonus that the transaction report has as 12.50.
    rows.append(["2026-05-15", f"{QA} ({next(c['id'] for c in HOURLY if c['person'] == 'Viktor Horváth')})", "", "12,5O", "Bonus"])
    rows.sort(key=lambda row: (row[0], row[1]))
    header = ["Date", "Contract", "Hours", "Amount", "Payment type"]
    half = next(i for i, row in enumerate(rows) if row[0] >= "2026-06-01")
    return table([header] + rows[:half] + [header] + rows[half:], quoting=csv.QUOTE_ALL).rstrip("\n")
