#!/usr/bin/env python3
"""A job feed in Indeed's layout, the same bytes for the same arguments.

usage: generate_job_feed.py FILE [JOBS [SEED]]   (130,000 jobs are about 300 MB)
"""
import random
import sys
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime

FAMILIES = ["Support Specialist", "Bookkeeper", "Backend Developer", "Illustrator", "Data Analyst", "Copywriter", "Recruiter",
            "Project Coordinator", "Translator", "QA Tester", "Video Editor", "Sales Assistant"]
FIELDS = ["E-mail", "Chat", "Payroll", "Booking Engine", "Claims", "Onboarding", "Search", "Newsletter", "Returns", "Billing"]
PLACES = ["remote", "Hay-on-Wye", "Łódź", "São Paulo", "Manila", "Cork", "Graz", "Tartu"]
SENTENCES = [
    "You join a team of {n} who answer together and hand over open cases at the end of every shift.",
    "We meet twice a week &amp; review what went wrong; nobody keeps notes only for themselves.",
    "The task is described in a brief of {n} pages, and we accept the result by a list of checks.",
    "You will <b>work closely with the desk in Zürich</b> and decide with the others when a refund is fair.",
    "Experience with spreadsheets of {n},000 rows is welcome, a degree is not needed.",
    "Please send <a href=\"https://example.com/apply?job={n}\">a short application</a> &ndash; no cover letter.",
    "Hours are flexible: between {n} and 40 a week, most of them in the morning.",
    "Paid training takes three weeks next to a colleague who has done this since 20{n:02d}.",
]
CHUNK = 1000


def description(random):
    parts = []
    for _ in range(random.randint(4, 5)):
        parts.append("<p>%s</p>" % " ".join(random.choice(SENTENCES).format(n=random.randint(2, 29)) for _ in range(random.randint(2, 4))))
    items = "".join("<li>%s</li>" % random.choice(SENTENCES).format(n=random.randint(2, 29)) for _ in range(random.randint(4, 7)))
    return "\n".join(parts) + f"\n<ul>\n{items}\n</ul>\n<br/>&nbsp;"


def main(path, jobs=130_000, seed=1):
    generator = random.Random(seed)
    texts = [description(generator) for _ in range(5_000)]
    days = [date(2024, 1, 1) + timedelta(n) for n in range(730)]
    dates = [format_datetime(datetime(d.year, d.month, d.day, 9, tzinfo=timezone.utc)) if d.day % 2 else d.isoformat() for d in days]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write('<?xml version="1.0" encoding="utf-8"?>\n<source>\n  <publisher>Example</publisher>\n')
        rows = []
        for number in range(jobs):
            title = f"{generator.choice(FAMILIES)}, {generator.choice(FIELDS)} &amp; more"
            pay = generator.randint(9, 60)
            rows.append(f"""  <job>
    <title><![CDATA[{title}]]></title>
    <date><![CDATA[{generator.choice(dates)}]]></date>
    <referencenumber><![CDATA[J-{number:07d}]]></referencenumber>
    <url><![CDATA[https://example.com/jobs/{number}?source=feed]]></url>
    <company><![CDATA[Example {number % 97} Ltd]]></company>
    <city><![CDATA[{generator.choice(PLACES)}]]></city>
    <country><![CDATA[GB]]></country>
    <salary><![CDATA[${pay}.50 an hour]]></salary>
    <description><![CDATA[
{generator.choice(texts)}
    ]]></description>
    <jobtype><![CDATA[contract]]></jobtype>
    <category><![CDATA[{generator.choice(FIELDS)}]]></category>
  </job>
""")
            if len(rows) == CHUNK:
                file.write("".join(rows))
                rows = []
        file.write("".join(rows) + "</source>\n")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:]))
