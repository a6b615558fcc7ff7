"""Writes an invented company's invoice lines in Tacit's own table, seeded.

    generate_invoices.py LINES DIRECTORY [--seed N]

The same arguments give the same bytes: `DIRECTORY/invoices.csv` with LINES lines of two years and
`DIRECTORY/postings.csv`. A person bills about fifty lines and seven people share a role, so that
people and roles grow with the lines. Some lines are billed twice, jump in their rate, lack their
hours or their order, as real ones do; a few people go by two spellings.
"""

import argparse
import csv
import datetime
import pathlib
import random

HEADER = (
    "invoice_id,line_id,date,period_start,period_end,freelancer_id,freelancer,role,department,"
    "contract,posting_id,description,quantity,unit,rate,amount,currency"
).split(",")
GIVEN = "Ana Bruno Chiara Dmitri Elif Farid Grace Hana Ivo Jun Kofi Lena Mateusz Nia Omar Priya".split()
FAMILY = "Alvarez Bauer Costa Dimov Eze Fonseca Gupta Haas Ito Jansen Kowalczyk Löwe Mbeki Novák".split()
WORK = "Support Bookkeeping Design Video Backend Frontend Research Outreach Data Copy Quality".split()
OBJECT = "for the shop,for tours,of invoices,on mobile,for the booking engine,for partners".split(",")
MEMOS = (
    "Weekly work as agreed|Tickets answered and escalated|Data entry and checks|Sprint work and reviews|"
    "Documentation of the process updated|Planning call with the team|Corrections after feedback"
).split("|")
FIRST = datetime.date(2024, 9, 30)
WEEKS = 104


def people(lines, random_):
    """Everybody with role, rate, hours and the weeks of work."""
    number = 0
    planned = 0
    while planned < lines:
        length = 1 + random_.randrange(100)
        start = max(0, WEEKS - length) if random_.random() < 0.4 else random_.randrange(WEEKS)
        weeks = range(start, min(WEEKS, start + length))
        planned += len(weeks)
        given, family = random_.choice(GIVEN), random_.choice(FAMILY)
        yield {
            "id": f"f{number}",
            "name": f"{given} {family}{f' {number // 4}' if number % 4 else ''}",
            "role": random_.randrange(max(1, lines // 350)),
            "rate": 600 + 25 * random_.randrange(300),
            "hours": 4 + random_.randrange(36),
            "weeks": weeks,
        }
        number += 1


def role_name(role):
    return f"{WORK[role % len(WORK)]} {OBJECT[role % len(OBJECT)]} {role // len(WORK)}"


def rows(lines, random_):
    """Lines week by week, as an accounts department books them."""
    booked = []
    for person in people(lines, random_):
        rate = person["rate"]
        for number, week in enumerate(person["weeks"]):
            if random_.random() < 0.003:
                rate = rate * 6 // 5
            end = FIRST + datetime.timedelta(days=7 * week + 6)
            hours = max(1, person["hours"] + random_.randrange(-3, 4))
            is_fixed = random_.random() < 0.02
            row = {
                "invoice_id": f"{person['id']}-{number + 1:03}",
                "line_id": "1",
                "date": end,
                "period_start": end - datetime.timedelta(days=6),
                "period_end": end,
                "freelancer_id": person["id"],
                "freelancer": person["name"],
                "role": role_name(person["role"]),
                "department": f"Department {person['role'] % 40}",
                "contract": f"C{person['id']}" if random_.random() < 0.9 else "",
                "posting_id": f"P{person['role']}" if person["role"] % 3 else "",
                "description": f"{random_.choice(MEMOS)}, {role_name(person['role'])}",
                "quantity": "" if is_fixed else hours,
                "unit": "" if is_fixed else "hour",
                "rate": "" if is_fixed else f"{rate / 100:.2f}",
                "amount": f"{rate * hours / 100:.2f}",
                "currency": "USD",
            }
            booked.append((week, row))
            if random_.random() < 0.002:
                booked.append((week, dict(row, invoice_id=row["invoice_id"] + "b")))
    booked.sort(key=lambda entry: entry[0])
    return [row for _, row in booked][:lines]


def postings(lines):
    for role in range(max(1, lines // 350)):
        if role % 3:
            yield {
                "posting_id": f"P{role}",
                "date": FIRST + datetime.timedelta(days=role % 500),
                "title": role_name(role),
                "department": f"Department {role % 40}",
                "description": "Join our team for the long term; daily stand-up, own the process."
                if role % 2
                else "One deliverable with a clear brief and a deadline; fixed price.",
            }


def write(path, header, records):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=int)
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random_ = random.Random(arguments.seed)
    arguments.directory.mkdir(parents=True, exist_ok=True)
    write(arguments.directory / "invoices.csv", HEADER, rows(arguments.lines, random_))
    write(
        arguments.directory / "postings.csv",
        "posting_id date title department description".split(),
        postings(arguments.lines),
    )


if __name__ == "__main__":
    main()
