"""The work of `tacit fold` on an Upwork history, as other tools do it.

    transactions.py TOOL FILE OUTPUT [--distinct]

TOOL is duckdb, polars, pandas or csv. Counts and sums the work rows by week of work, class of row,
freelancer, team and contract title, and writes them sorted. `--distinct` counts rows of one Ref ID
once, which Tacit always does. None of them keeps rejects, places in the file or reconciles.
"""

import argparse
import datetime
import os

CLASSES = {"Hourly": "time", "Fixed-Price": "fixed price", "Bonus": "bonus or expense",
           "Expense": "bonus or expense", "Miscellaneous": "bonus or expense"}
HEADER = "week,class,freelancer,team,title,records,amount\n"


def with_duckdb(path, output, distinct):
    import duckdb

    connection = duckdb.connect()
    connection.execute("set threads=2")
    connection.execute("set preserve_insertion_order=false")
    types = ", ".join(f"'{name}'" for name in CLASSES)
    cases = " ".join(f"when '{name}' then '{kind}'" for name, kind in CLASSES.items())
    once = 'qualify row_number() over (partition by "Ref ID") = 1' if distinct else ""
    connection.execute(f"""
      copy (
        select strftime(date_trunc('week', d - case when t = 'Hourly' then 1 else 0 end), '%Y-%m-%d') as week,
          case t {cases} end as class, "Freelancer" as freelancer, "Client team" as team,
          "Transaction summary" as title, count(*) as records, -sum(a) as amount
        from (
          select "Transaction type" as t, strptime("Date", '%b %-d, %Y')::date as d,
            "Amount $"::decimal(18, 2) as a, "Freelancer", "Client team", "Transaction summary"
          from read_csv('{path}', header = true, all_varchar = true)
          where "Transaction type" in ({types}) {once}
        )
        group by all order by all
      ) to '{output}' (header)""")


def with_polars(path, output, distinct):
    os.environ.setdefault("POLARS_MAX_THREADS", "2")
    import polars as pl

    rows = pl.scan_csv(path, infer_schema=False).filter(pl.col("Transaction type").is_in(list(CLASSES)))
    if distinct:
        rows = rows.unique(subset="Ref ID", keep="any")
    date = pl.col("Date").str.to_date("%b %-d, %Y")
    worked = pl.when(pl.col("Transaction type") == "Hourly").then(date - pl.duration(days=1)).otherwise(date)
    table = (
        rows.select(
            worked.dt.truncate("1w").alias("week"),
            pl.col("Transaction type").replace_strict(CLASSES).alias("class"),
            pl.col("Freelancer").alias("freelancer"), pl.col("Client team").alias("team"),
            pl.col("Transaction summary").alias("title"),
            (-pl.col("Amount $").str.replace(".", "", literal=True).cast(pl.Int64)).alias("cents"),
        )
        .group_by("week", "class", "freelancer", "team", "title")
        .agg(pl.len().alias("records"), pl.col("cents").sum())
        .sort("week", "class", "freelancer", "team", "title")
        .collect(engine="streaming")
    )
    table.with_columns((pl.col("cents").cast(pl.Decimal(18, 2)) / 100).alias("amount")).drop("cents").write_csv(output)


def with_pandas(path, output, distinct):
    import pandas as pd

    columns = ["Date", "Transaction type", "Transaction summary", "Freelancer", "Client team", "Ref ID", "Amount $"]
    rows = pd.read_csv(path, engine="pyarrow", dtype=str, usecols=columns)
    rows = rows[rows["Transaction type"].isin(list(CLASSES))]
    if distinct:
        rows = rows.drop_duplicates("Ref ID")
    date = pd.to_datetime(rows["Date"], format="%b %d, %Y")
    date = date - pd.to_timedelta((rows["Transaction type"] == "Hourly").astype(int), unit="D")
    rows = rows.assign(
        week=date - pd.to_timedelta(date.dt.weekday, unit="D"),
        kind=rows["Transaction type"].map(CLASSES),
        cents=-rows["Amount $"].str.replace(".", "", regex=False).astype("int64"),
    )
    keys = ["week", "kind", "Freelancer", "Client team", "Transaction summary"]
    sums = rows.groupby(keys, sort=True)["cents"].agg(["size", "sum"]).reset_index()
    with open(output, "w", encoding="utf-8") as file:
        file.write(HEADER)
        for week, kind, who, team, title, count, cents in sums.itertuples(index=False):
            title, team = (f'"{text}"' if "," in text else text for text in (title, team))
            file.write(f"{week:%Y-%m-%d},{kind},{who},{team},{title},{count},{cents / 100:.2f}\n")


def with_csv(path, output, distinct):
    import csv

    sums, seen, weeks = {}, set(), {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kind = CLASSES.get(row["Transaction type"])
            if kind is None:
                continue
            if distinct:
                if row["Ref ID"] in seen:
                    continue
                seen.add(row["Ref ID"])
            when = (row["Date"], kind == "time")
            week = weeks.get(when)
            if week is None:
                day = datetime.datetime.strptime(row["Date"], "%b %d, %Y").date() - datetime.timedelta(days=when[1])
                week = weeks[when] = (day - datetime.timedelta(days=day.weekday())).isoformat()
            key = (week, kind, row["Freelancer"], row["Client team"], row["Transaction summary"])
            cents = -int(row["Amount $"].replace(".", ""))
            count, total = sums.get(key, (0, 0))
            sums[key] = (count + 1, total + cents)
    with open(output, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        file.write(HEADER)
        for key in sorted(sums):
            count, cents = sums[key]
            writer.writerow([*key, count, f"{cents / 100:.2f}"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("tool", choices=["duckdb", "polars", "pandas", "csv"])
    parser.add_argument("file")
    parser.add_argument("output")
    parser.add_argument("--distinct", action="store_true")
    arguments = parser.parse_args()
    {"duckdb": with_duckdb, "polars": with_polars, "pandas": with_pandas, "csv": with_csv}[arguments.tool](
        arguments.file, arguments.output, arguments.distinct)
