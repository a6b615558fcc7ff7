"""The company's calendar, its dice, and how numbers and texts are written."""

import csv
import io
import random
from datetime import date, timedelta
from decimal import Decimal, ROUND_HALF_UP

SEED = 20260927
CLIENT = "Altiva Flight Holidays Ltd"
FIRST_MONDAY = date(2024, 9, 30)
WEEKS = 104
FIRST_WEEK_OF_V2 = 39  # Monday 2025-06-30; its bookings are dated Jul 7, 2025
FIRST_WEEK_OF_SUMMARY = 66  # Monday 2026-01-05
CENT = Decimal("0.01")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


class Dice:
    """Random choices made of `random()` alone, whose numbers no Python version has ever changed."""

    def __init__(self, purpose):
        self.uniform = random.Random(f"{SEED}/{purpose}").random

    def below(self, count):
        return int(self.uniform() * count)

    def pick(self, items):
        return items[self.below(len(items))]

    def normal(self, mean, deviation):
        return mean + deviation * (sum(self.uniform() for _ in range(12)) - 6)

    def some(self, items, count):
        items = list(items)
        return [items.pop(self.below(len(items))) for _ in range(min(count, len(items)))]


def cents(value):
    return Decimal(value).quantize(CENT, ROUND_HALF_UP)


def monday(week):
    return FIRST_MONDAY + timedelta(days=7 * week)


def sunday(week):
    return monday(week) + timedelta(days=6)


def american(day):
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def plain(number):
    """Without trailing zeros and never with an exponent."""
    text = f"{Decimal(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def table(rows, newline="\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, lineterminator=newline, quoting=quoting).writerows(rows)
    return out.getvalue()


def escape(text):
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
