"""The work of `tacit fold` on an Upwork history, as other tools do it best.

    transactions.py TOOL FILE OUTPUT [--less]

TOOL is duckdb, polars, pandas or csv. Adds the rows up by week of work, class of row, freelancer, team,
contract title and account: their number, hours, amount, last day of work, first and last day. Each Ref ID
counts once, and rows whose date or amount cannot be read go to OUTPUT.rejects. The table is written sorted.
Tacit dates a row by the period in its details; here it is the day before, as it always is in the invented data.

`--less` counts the rows of work and sums their amounts, and does nothing else: no hours, no days, no fees
and payments, no repeated Ref IDs, no rejects. It is the least that anyone may call adding a history up.
"""

import argparse
import datetime
import os

WORK = {"Hourly": "time", "Fixed-Price": "fixed price", "Bonus": "bonus or expense",
        "Expense": "bonus or expense", "Miscellaneous": "bonus or expense"}
ALL = WORK | {"Marketplace Fee": "marketplace fee", "Payment": "payment"}
DAY_BEFORE = ("Hourly", "Marketplace Fee", "Payment")
COLUMNS = ("Date,Transaction ID,Transaction type,Transaction summary,Transaction summary details,Description 1,"
           "Description 2,Description 3,Agency team,Freelancer,Client team,Account name,PO,Ref ID,Amount $,"
           "Amount in local currency,Currency,Current balance $,Payment method").split(",")
KEYS = ["week", "class", "freelancer", "team", "title", "account"]
SUMS = ["records", "hours", "amount", "last_work", "first_date", "last_date"]


def with_duckdb(path, output, less):
    import duckdb

    connection = duckdb.connect()
    connection.execute("set threads=2")
    connection.execute("set preserve_insertion_order=false")
    cases = " ".join(f"when '{name}' then '{kind}'" for name, kind in ALL.items())
    if less:
        types = ", ".join(f"'{name}'" for name in WORK)
        connection.execute(f"""
          copy (
            select strftime(date_trunc('week', d - case when t = 'Hourly' then 1 else 0 end), '%Y-%m-%d') as week,
              case t {cases} end as class, "Freelancer" as freelancer, "Client team" as team,
              "Transaction summary" as title, count(*) as records, -sum(a) as amount
            from (
              select "Transaction type" as t, strptime("Date", '%b %-d, %Y')::date as d,
                "Amount $"::decimal(18, 2) as a, "Freelancer", "Client team", "Transaction summary"
              from read_csv('{path}', header = true, all_varchar = true)
              where "Transaction type" in ({types})
            )
            group by all order by all
          ) to '{output}' (header)""")
        return
    # Typed columns and the reject tables of the reader itself; a bigint for the Ref ID is its fastest key.
    types = {"Date": "date", "Amount $": "decimal(18, 2)", "Ref ID": "bigint"}
    columns = ", ".join(f"'{name}': '{types.get(name, 'varchar')}'" for name in COLUMNS)
    connection.execute(f"""
      copy (
        select strftime(date_trunc('week', w), '%Y-%m-%d') as week, case t {cases} end as class, freelancer, team, title,
          account, count(*) as records, sum(case when t = 'Hourly' then replace(h, ' hours', '')::decimal(18, 2) end) as hours,
          sum(case when t = 'Payment' then a else -a end) as amount, max(w) as last_work, min(d) as first_date, max(d) as last_date
        from (
          select "Transaction type" as t, "Date" as d, "Date" - case when t in {DAY_BEFORE} then 1 else 0 end as w,
            "Amount $" as a, "Description 2" as h, "Freelancer" as freelancer, "Client team" as team,
            "Transaction summary" as title, "Account name" as account
          from read_csv('{path}', header = true, delim = ',', quote = '"', escape = '"', columns = {{{columns}}},
            dateformat = '%b %-d, %Y', store_rejects = true)
          qualify row_number() over (partition by "Ref ID") = 1
        )
        group by all order by {", ".join(KEYS)}
      ) to '{output}' (header)""")
    connection.execute(f"copy (from reject_errors) to '{output}.rejects' (header)")


def with_polars(path, output, less):
    os.environ.setdefault("POLARS_MAX_THREADS", "2")
    import polars as pl

    kinds = WORK if less else ALL
    rows = pl.scan_csv(path, infer_schema=False).filter(pl.col("Transaction type").is_in(list(kinds)))
    hourly = pl.col("Transaction type") == "Hourly"
    date = pl.col("Date").str.to_date("%b %-d, %Y", strict=less)
    cents = -pl.col("Amount $").str.replace(".", "", literal=True).cast(pl.Int64, strict=less)
    names = [
        pl.col("Transaction type").replace_strict(kinds).alias("class"), pl.col("Freelancer").alias("freelancer"),
        pl.col("Client team").alias("team"), pl.col("Transaction summary").alias("title"),
    ]
    if less:
        worked = pl.when(hourly).then(date - pl.duration(days=1)).otherwise(date)
        keys = KEYS[:5]
        table = (
            rows.select(worked.dt.truncate("1w").alias("week"), *names, cents.alias("cents"))
            .group_by(keys).agg(pl.len().alias("records"), pl.col("cents").sum())
            .sort(keys).collect(engine="streaming")
        )
        table.with_columns((pl.col("cents").cast(pl.Decimal(18, 2)) / 100).alias("amount")).drop("cents").write_csv(output)
        return
    kind = pl.col("Transaction type")
    read = rows.select(
        pl.col("Ref ID").cast(pl.Int64), date.alias("date"), kind.is_in(DAY_BEFORE).alias("before"), *names,
        pl.when(kind == "Payment").then(-cents).otherwise(cents).alias("cents"),
        pl.col("Account name").alias("account"),
        pl.when(hourly).then(
            pl.col("Description 2").str.replace(" hours", "", literal=True).str.replace(".", "", literal=True).cast(pl.Int64)
        ).alias("hundredths"),
    )
    bad = pl.col("date").is_null() | pl.col("cents").is_null()
    worked = pl.when("before").then(pl.col("date") - pl.duration(days=1)).otherwise("date")
    table = (
        read.filter(~bad).unique(subset="Ref ID", keep="any")
        .with_columns(worked.alias("worked"))
        .group_by(pl.col("worked").dt.truncate("1w").alias("week"), *KEYS[1:])
        .agg(pl.len().alias("records"), pl.col("hundredths").sum(), pl.col("cents").sum(), pl.col("worked").max().alias("last_work"),
             pl.col("date").min().alias("first_date"), pl.col("date").max().alias("last_date"))
        .sort(KEYS)
    )
    table, rejects = pl.collect_all([table, read.filter(bad)], engine="streaming")
    rejects.write_csv(output + ".rejects")
    hours = pl.when(pl.col("class") == "time").then(pl.col("hundredths").cast(pl.Decimal(18, 2)) / 100).alias("hours")
    amount = (pl.col("cents").cast(pl.Decimal(18, 2)) / 100).alias("amount")
    table.with_columns(hours, amount).select(*KEYS, *SUMS).write_csv(output)


def with_pandas(path, output, less):
    import pandas as pd

    columns = ["Date", "Transaction type", "Transaction summary", "Freelancer", "Client team", "Amount $"]
    if not less:
        columns += ["Ref ID", "Description 2", "Account name"]
    rows = pd.read_csv(path, engine="pyarrow", dtype=str, usecols=columns)
    kinds = WORK if less else ALL
    rows = rows[rows["Transaction type"].isin(list(kinds))]
    errors = "raise" if less else "coerce"
    date = pd.to_datetime(rows["Date"], format="%b %d, %Y", errors=errors)
    cents = -pd.to_numeric(rows["Amount $"].str.replace(".", "", regex=False), errors=errors)
    if not less:
        bad = date.isna() | cents.isna()
        rows[bad].to_csv(output + ".rejects")
        keep = ~bad & ~rows["Ref ID"].duplicated()
        rows, date, cents = rows[keep], date[keep], cents[keep]
    hourly = rows["Transaction type"] == "Hourly"
    if not less:
        cents = cents.where(rows["Transaction type"] != "Payment", -cents)
    worked = date - pd.to_timedelta(rows["Transaction type"].isin(DAY_BEFORE).astype(int), unit="D")
    rows = rows.assign(week=worked - pd.to_timedelta(worked.dt.day_of_week, unit="D"), kind=rows["Transaction type"].map(kinds),
                       cents=cents.astype("int64"), worked=worked, date=date)
    keys = ["week", "kind", "Freelancer", "Client team", "Transaction summary"]
    if less:
        sums = rows.groupby(keys, sort=True, dropna=False)["cents"].agg(["size", "sum"]).reset_index()
        sums["amount"] = [f"{value / 100:.2f}" for value in sums.pop("sum")]
        sums.columns = [*KEYS[:5], "records", "amount"]
    else:
        rows["hundredths"] = pd.to_numeric(
            rows["Description 2"].where(hourly).str.replace(" hours", "", regex=False).str.replace(".", "", regex=False))
        sums = rows.groupby([*keys, "Account name"], sort=True, dropna=False).agg(
            records=("cents", "size"), hundredths=("hundredths", "sum"), cents=("cents", "sum"), last_work=("worked", "max"),
            first_date=("date", "min"), last_date=("date", "max")).reset_index()
        sums.columns = [*KEYS, *sums.columns[len(KEYS):]]
        sums["hours"] = [f"{value / 100:.2f}" if kind == "time" else "" for value, kind in zip(sums["hundredths"], sums["class"])]
        sums["amount"] = [f"{value / 100:.2f}" for value in sums["cents"]]
        sums = sums[[*KEYS, *SUMS]]
    sums.to_csv(output, index=False, date_format="%Y-%m-%d")


def with_csv(path, output, less):
    import csv

    kinds = WORK if less else ALL
    sums, seen, days, rejects = {}, set(), {}, []
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kind = kinds.get(row["Transaction type"])
            if kind is None:
                continue
            when = (row["Date"], row["Transaction type"] in DAY_BEFORE)
            try:
                if when not in days:
                    date = datetime.datetime.strptime(row["Date"], "%b %d, %Y").date()
                    worked = date - datetime.timedelta(days=when[1])
                    week = worked - datetime.timedelta(days=worked.weekday())
                    days[when] = (week.isoformat(), worked.isoformat(), date.isoformat())
                cents = -int(row["Amount $"].replace(".", ""))
            except ValueError:
                if less:
                    raise
                rejects.append(list(row.values()))
                continue
            week, worked, date = days[when]
            key = (week, kind, row["Freelancer"], row["Client team"], row["Transaction summary"])
            if less:
                count, total = sums.get(key, (0, 0))
                sums[key] = (count + 1, total + cents)
                continue
            if row["Ref ID"] in seen:
                continue
            seen.add(row["Ref ID"])
            key += (row["Account name"],)
            hours = int(row["Description 2"].replace(" hours", "").replace(".", "")) if kind == "time" else 0
            if kind == "payment":
                cents = -cents
            count, hundredths, total, last, first, end = sums.get(key, (0, 0, 0, worked, date, date))
            sums[key] = (count + 1, hundredths + hours, total + cents, max(last, worked), min(first, date), max(end, date))
    with open(output, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if less:
            writer.writerow([*KEYS[:5], "records", "amount"])
            writer.writerows([*key, count, f"{cents / 100:.2f}"] for key, (count, cents) in sorted(sums.items()))
            return
        writer.writerow([*KEYS, *SUMS])
        for key, (count, hundredths, cents, *span) in sorted(sums.items()):
            hours = f"{hundredths / 100:.2f}" if key[1] == "time" else ""
            writer.writerow([*key, count, hours, f"{cents / 100:.2f}", *span])
    with open(output + ".rejects", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rejects)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("tool", choices=["duckdb", "polars", "pandas", "csv"])
    parser.add_argument("file")
    parser.add_argument("output")
    parser.add_argument("--less", action="store_true")
    arguments = parser.parse_args()
    {"duckdb": with_duckdb, "polars": with_polars, "pandas": with_pandas, "csv": with_csv}[arguments.tool](
        arguments.file, arguments.output, arguments.less)
