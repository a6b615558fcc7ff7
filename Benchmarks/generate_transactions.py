"""Writes an invented client's Upwork transaction history (19 columns, newest first), seeded.

    generate_transactions.py ROWS FILE [--seed N] [--shuffled] [--faults]

The same arguments give the same bytes. About 195 bytes a row: 5,000,000 rows are 1 GB. A contract
is billed about thirty times a week, so that rows outnumber (freelancer, contract, week).
`--faults` adds repeated references, bad dates, amounts and types, about one row in a thousand each.
"""

import argparse
import datetime
import random

HEADER = (
    "Date,Transaction ID,Transaction type,Transaction summary,Transaction summary details,"
    "Description 1,Description 2,Description 3,Agency team,Freelancer,Client team,Account name,PO,"
    "Ref ID,Amount $,Amount in local currency,Currency,Current balance $,Payment method\n"
)
GIVEN = "Ana Bruno Chiara Dmitri Elif Farid Grace Hana Ivo Jun Kofi Lena Mateusz Nia Omar Priya".split()
FAMILY = "Alvarez Bauer Costa Dimov Eze Fonseca Gupta Haas Ito Jansen Kowalczyk Löwe Mbeki Novák".split()
WORK = "Support Bookkeeping Design Video Backend Frontend Research Outreach Data Copy Quality".split()
OBJECT = "for the shop|for tours|of invoices|, mobile|for the booking engine|and reports|for partners"
TEAMS = ["Operations", "Product", "Finance", "Marketing, brand", "Sales"]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def day_text(day):
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def period_text(start, end):
    first = f"{MONTHS[start.month - 1]} {start.day}"
    if start.year != end.year:
        first += f", {start.year}"
    return f"Invoice for {first}-{MONTHS[end.month - 1]} {end.day}, {end.year}"


def contracts(random_):
    """(title cell, freelancer cell, team cell, rate in cents) of every contract."""
    made = []
    for number in range(1000):
        person = f"{random_.choice(GIVEN)} {random_.choice(FAMILY)}"
        if number % 3 == 0:
            person += f" {chr(65 + number % 26)}."
        title = f"{random_.choice(WORK)} {random_.choice(OBJECT.split('|'))} {number % 97}"
        cells = [f'"{cell}"' if "," in cell else cell for cell in (title, person)]
        team = random_.choice(TEAMS)
        made.append((*cells, f'"{team}"' if "," in team else team, random_.randrange(700, 9500, 25)))
    return made


def rows(count, random_):
    """Rows as lists of cells, newest week first."""
    book = contracts(random_)
    monday = datetime.date(2026, 9, 28)
    reference = 899_000_000
    weeks = max(1, min(104, count // 500))
    for week in range(weeks):
        billed = monday - datetime.timedelta(days=7 * week)
        start, end = billed - datetime.timedelta(days=7), billed - datetime.timedelta(days=1)
        date, period = f'"{day_text(billed)}"', f'"{period_text(start, end)}"'
        share = count * (week + 1) // weeks - count * week // weeks
        for _ in range(share):
            reference -= random_.randrange(1, 40)
            draw = random_.random()
            title, person, team, rate = book[random_.randrange(len(book))]
            if draw < 0.62:
                sixths = random_.randrange(1, 90)
                hours = sixths * 100 // 6 / 100
                cents = round(rate * hours)
                yield [date, str(reference + 7), "Hourly", title, period, title, f"{hours:.2f} hours",
                       f"${rate / 100:.2f}/hr", "", person, team, "Example Buyer Ltd", "",
                       str(reference), f"-{cents // 100}.{cents % 100:02d}", "", "", "0.00", ""]
                continue
            cents = random_.randrange(100, 90_000)
            amount = f"{cents // 100}.{cents % 100:02d}"
            if draw < 0.79:
                yield [date, str(reference + 7), "Marketplace Fee", "", period, "", "", "", "", "", "",
                       "Example Buyer Ltd", "", str(reference), "-" + amount, "", "", "0.00", ""]
            elif draw < 0.96:
                yield [date, str(reference + 7), "Payment", "", period, f"Visa 0000 - Ref ID {reference}",
                       "", "", "", "", "", "Example Buyer Ltd", "", str(reference), amount, "", "",
                       "0.00", "Visa 0000"]
            else:
                kind = ("Bonus" if draw < 0.975 else "Expense" if draw < 0.985
                        else "Miscellaneous" if draw < 0.99 else "Fixed-Price")
                yield [date, str(reference + 7), kind, title, "", title, f"{kind} for {title}".replace('"', ""),
                       "", "", person, team, "Example Buyer Ltd", "", str(reference), "-" + amount, "",
                       "", "0.00", ""]


def spoil(cells, random_, previous):
    """Now and then a fault that an export can have; most rows stay as they are."""
    draw = random_.random()
    if draw < 0.001 and previous:
        return list(previous)
    if draw < 0.002:
        cells[0] = '"Feb 30, 2026"'
    elif draw < 0.003:
        cells[14] = "12a.00"
    elif draw < 0.004:
        cells[2] = "Gift"
    elif draw < 0.005:
        cells = cells[:9]
    elif draw < 0.006:
        cells[14] = '"-1,234.50"'
    elif draw < 0.007:
        cells[3] = '"Design ""new"" logo"'
    elif draw < 0.008 and previous and len(previous) > 13:
        cells[13] = previous[13]
    return cells


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int)
    parser.add_argument("file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shuffled", action="store_true")
    parser.add_argument("--faults", action="store_true")
    arguments = parser.parse_args()
    random_ = random.Random(arguments.seed)
    lines = []
    previous = None
    with open(arguments.file, "w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        for cells in rows(arguments.rows, random_):
            if "," in cells[6]:
                cells[6] = f'"{cells[6]}"'
            if arguments.faults:
                cells = spoil(cells, random_, previous)
                previous = cells
            lines.append(",".join(cells) + "\n")
            if len(lines) >= 100_000 and not arguments.shuffled:
                file.writelines(lines)
                lines = []
        if arguments.shuffled:
            random_.shuffle(lines)
        file.writelines(lines)


if __name__ == "__main__":
    main()
