"""Invented exchange rates in the layout of the European Central Bank's history file."""

from datetime import date, timedelta
from decimal import Decimal

from sample_data.calendar_and_text import Dice, plain

ECB = ("USD,JPY,BGN,CYP,CZK,DKK,EEK,GBP,HUF,LTL,LVL,MTL,PLN,ROL,RON,SEK,SIT,SKK,CHF,ISK,NOK,HRK,RUB,TRL,TRY,"
       "AUD,BRL,CAD,CNY,HKD,IDR,ILS,INR,KRW,MXN,MYR,NZD,PHP,SGD,THB,ZAR").split(",")
# currency: (level, decimals, how far a normal day moves)
LEVELS = {
    "USD": (1.10, 4, 0.0030), "JPY": (163.0, 2, 0.0040), "CZK": (24.9, 3, 0.0012), "GBP": (0.85, 5, 0.0022),
    "HUF": (397.0, 2, 0.0028), "PLN": (4.28, 4, 0.0020), "RON": (5.02, 4, 0.0006), "SEK": (11.2, 4, 0.0025),
    "CHF": (0.942, 4, 0.0018), "ISK": (148.0, 1, 0.0018), "NOK": (11.7, 4, 0.0028), "TRY": (41.0, 4, 0.0030),
    "AUD": (1.68, 4, 0.0030), "BRL": (6.1, 4, 0.0045), "CAD": (1.53, 4, 0.0026), "CNY": (7.9, 4, 0.0026),
    "HKD": (8.58, 4, 0.0030), "IDR": (17800.0, 2, 0.0030), "ILS": (4.0, 4, 0.0038), "INR": (94.0, 4, 0.0028),
    "KRW": (1530.0, 2, 0.0030), "MXN": (21.3, 4, 0.0042), "MYR": (4.8, 4, 0.0030), "NZD": (1.86, 4, 0.0030),
    "PHP": (64.0, 3, 0.0030), "SGD": (1.46, 4, 0.0020), "THB": (37.2, 3, 0.0028), "ZAR": (20.1, 4, 0.0042),
}
TARGET_HOLIDAYS = {
    date(2024, 12, 25), date(2024, 12, 26), date(2025, 1, 1), date(2025, 4, 18), date(2025, 4, 21), date(2025, 5, 1),
    date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1)}


def exchange_rates():
    """The ECB's table by day: a walk that keeps returning to its level."""
    dice = Dice("rates")
    now = {code: level for code, (level, _, _) in LEVELS.items()}
    days = {}
    day = date(2024, 9, 16)
    while day <= date(2026, 9, 30):
        if day.weekday() < 5 and day not in TARGET_HOLIDAYS:
            row = {}
            for code in ECB:
                if code in LEVELS:
                    level, digits, move = LEVELS[code]
                    now[code] += 0.012 * (level - now[code]) + now[code] * dice.normal(0, move)
                    row[code] = plain(f"{now[code]:.{digits}f}")
                elif code == "DKK":
                    row[code] = plain(f"{dice.normal(7.4615, 0.0011):.4f}")
                elif code == "BGN" and day <= date(2025, 12, 31):
                    row[code] = "1.9558"
                else:
                    row[code] = "N/A"
            days[day] = row
        day += timedelta(days=1)
    return days


def rates_file(rates):
    lines = ["Date," + ",".join(ECB) + ","]
    lines += [f"{day}," + ",".join(rates[day][code] for code in ECB) + "," for day in sorted(rates, reverse=True)]
    return "\n".join(lines) + "\n"


def rate_on(rates, day, code):
    while day not in rates:
        day -= timedelta(days=1)
    return Decimal(rates[day][code])
