"""Random companies, written as a user would write them, with what the reference model must be given for each.

Everything that the program has to find out by itself (currencies, hours of fixed prices) is found out here a second
time, with Python's own decimals and medians."""

import csv
import random
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

CADENCES = ["weekly"] * 6 + ["fortnightly", "monthly", "daily", "irregular"]
# Units of each currency for one euro, as in audit.yml.
RATES = {"USD": Decimal("1.0842"), "GBP": Decimal("0.8531"), "PLN": Decimal("4.2977")}
# The benchmark of an hour, by the job that a role's family stands for when its title says nothing.
HOURLY = {"clerical": 12.0, "bookkeeping": 22.0, "customer_support": 10.0, "sales_marketing": 30.0, "professional": 38.0, "manager": 35.0}
# Parameters that a user may set, with values that are possible.
PARAMETERS = {
    "horizon_months": (6.0, 18.0), "knowledge_retention_per_month": (0.92, 1.0), "initial_productivity": (0.0, 0.5),
    "multiplier_collab": (0.0, 2.0), "shared_knowledge": (0.0, 1.0), "hazard_prior_months": (14.2, 48.0), "frailty_shape": (0.5, 20.0),
    "attachment_hazard_ratio": (1.0, 2.0), "marketplace_fee": (0.0, 0.1), "doc_half_life_months": (6.0, 36.0), "gap_factor": (2.0, 6.0),
    "gap_min_days": (28.0, 60.0), "gap_max_days": (90.0, 180.0), "codifiable_specific": (0.7, 1.0), "codifiable_collab": (0.2, 0.6)}


def company(seed, families):
    """One to twelve roles, one to forty people: pauses and returns, postings and documents, fixed prices, three currencies,
    people in several roles at once, roles with many people and roles with one, endings that are completions."""
    rng = random.Random(seed)
    roles = {}
    for index in range(rng.randint(1, 12)):
        documented = rng.random() < 0.6
        roles[f"r{index:02d}"] = dict(
            department=rng.choice(["Ops", "Product & Design", "Ünter", "d"])[: rng.choice([3, 20])], family=rng.choice(families),
            c=rng.choice([0.0, 1.0, round(rng.random(), 3), round(rng.random(), 3)]),
            doc_coverage=rng.choice([0.9, 1.0, round(rng.random(), 2)]) if documented else 0.0,
            doc_age_months=float(rng.choice([0, 1, 6, rng.randint(0, 60)])) if documented else 0.0)
    reporting = rng.choice(["USD", "USD", "USD", "EUR", "GBP"])
    many = rng.random() < 0.4
    currencies = ["USD", "EUR", "GBP", "PLN"] if many else [reporting]
    start, span = date(2023, 10, 1) + timedelta(days=rng.randint(0, 200)), rng.choice([4, 30, 80, 140])
    lines = []
    for number in range(rng.randint(1, rng.choice([1, 5, 12, 40, 40]))):
        lines += _work(rng, f"f{number:02d}", sorted(roles), start, span, currencies)
    billed = {line["role"] for line in lines}
    postings = [(rng.choice(sorted(billed)), start + timedelta(days=rng.randint(-60, 7 * span + 120)))
                for _ in range(rng.randint(0, 10))]
    rng.shuffle(lines)
    parameters = {name: round(rng.uniform(*PARAMETERS[name]), 4) for name in PARAMETERS if rng.random() < 0.12}
    pay = {name: dict(philippines=rng.randint(150, 1500) * 100, us=rng.randint(300, 2000) * 100) for name in sorted(billed)}
    return dict(roles={name: role for name, role in roles.items() if name in billed}, lines=lines, postings=postings, currency=reporting,
                parameters=parameters, pay=pay, manager=rng.choice([None, 45.0, 92.5]), numbered=rng.random() < 0.5)


def _work(rng, person, roles, start, span, currencies):
    """One person's lines: a spell or several, in one role, two at once, or one after another."""
    lines = []
    mine = rng.sample(roles, min(len(roles), rng.choice([1, 1, 1, 2, 3])))
    cadence, currency = rng.choice(CADENCES), rng.choice(currencies)
    hours, rate = Decimal(rng.randint(1, 160)) / 4, Decimal(rng.randint(500, 12000)) / 100
    day = start + timedelta(days=rng.randint(0, 7 * span))
    end = min(start + timedelta(days=7 * span), day + timedelta(days=rng.choice([0, 20, 150, 400, 900])))
    while day <= end:
        for role in mine if rng.random() < 0.3 else [mine[0] if rng.random() < 0.8 else rng.choice(mine)]:
            fixed = rng.random() < 0.05
            lines.append(dict(person=person, role=role, date=day, currency=currency,
                              hours=None if fixed else hours * rng.choice([1, 1, 1, 2]),
                              amount=(rate * rng.randint(1, 60)) if fixed else None, rate=None if fixed else rate))
        day += timedelta(days={"weekly": rng.choice([7] * 12 + [6, 8, 14]), "fortnightly": 14, "monthly": rng.choice([28, 30, 31, 31]),
                               "daily": rng.choice([1, 1, 1, 1, 3]), "irregular": rng.randint(1, 40)}[cadence])
        if rng.random() < 0.04:
            day += timedelta(days=rng.choice([21, 40, 45, 70, 130, 200]))
        if rng.random() < 0.02:
            rate = (rate * Decimal("1.1")).quantize(Decimal("0.01"))
        if rng.random() < 0.03:
            mine = rng.sample(roles, min(len(roles), rng.choice([1, 2])))
    return lines


def write(folder, data):
    """The company as invoices.csv, postings.csv, quotes.csv and audit.yml."""
    with open(folder / "invoices.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["invoice_id", "date", "freelancer_id", "role", "quantity", "unit", "rate", "amount", "currency"])
        for number, line in enumerate(data["lines"]):
            table.writerow([f"I{number}" if data["numbered"] else "", line["date"], line["person"], line["role"], line["hours"] or "",
                            "fixed" if line["hours"] is None else "hour", line["rate"] or "", line["amount"] or "", line["currency"]])
    with open(folder / "postings.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["posting_id", "date", "role", "title"])
        table.writerows([f"p{number}", day, role, f"Title {number}"] for number, (role, day) in enumerate(data["postings"]))
    with open(folder / "quotes.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["role", "location", "pay", "unit", "year", "source"])
        for role, pay in data["pay"].items():
            table.writerow([role, "philippines", pay["philippines"], "PHP/month", 2026, "offer"])
            table.writerow([role, "us", pay["us"], "USD/year", 2026, "offer"])
    manager = f", manager_usd_h: {data['manager']}" if data["manager"] else ""
    with open(folder / "audit.yml", "w") as file:
        file.write(f"currency: {data['currency']}\nexchange_rates: {{{', '.join(f'{code}: {rate}' for code, rate in RATES.items())}}}\n")
        file.write(f"alternatives: {{locations: [philippines, us], quotes: quotes.csv{manager}}}\n")
        if data["parameters"]:
            file.write(f"parameters: {{{', '.join(f'{name}: {value}' for name, value in data['parameters'].items())}}}\n")
        file.write("roles:\n")
        for name, role in data["roles"].items():
            file.write(f"  - {{id: {name}, department: '{role['department']}', family: {role['family']}, collaboration: {role['c']}, "
                       f"doc_coverage: {role['doc_coverage']}, doc_age_months: {role['doc_age_months']}}}\n")


def _converted(amount, currency, target):
    if currency == target:
        return amount
    units = {**RATES, "EUR": Decimal(1)}
    return (amount * units[target] / units[currency]).quantize(Decimal("0.01"), ROUND_HALF_UP)


def per_dollar(data):
    """The reporting currency for one US dollar."""
    return 1.0 if data["currency"] == "USD" else float({**RATES, "EUR": Decimal(1)}[data["currency"]]) / float(RATES["USD"])


def for_reference(data):
    """The same company as the reference model wants it: one currency, hours on every line."""
    costs = [_converted(line["amount"] if line["hours"] is None else line["hours"] * line["rate"], line["currency"], data["currency"])
             for line in data["lines"]]
    rates = {}
    for line, cost in zip(data["lines"], costs):
        if line["hours"] is not None and cost > 0:
            rates.setdefault(line["role"], []).append(float(cost) / float(line["hours"]))
    lines = []
    for line, cost in zip(data["lines"], costs):
        if line["hours"] is not None:
            hours = float(line["hours"])
        elif line["role"] in rates:
            hours = float(cost) / median(rates[line["role"]])
        else:
            hours = float(cost) / (HOURLY[data["roles"][line["role"]]["family"]] * per_dollar(data))
        lines.append(dict(freelancer=line["person"], role=line["role"], date=line["date"], hours=hours, rate=float(cost) / hours))
    return dict(roles=data["roles"], lines=lines, postings=data["postings"])
