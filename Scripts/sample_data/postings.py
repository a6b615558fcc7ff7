"""Job postings as a table, a saved search and a feed."""

from sample_data.calendar_and_text import CLIENT, MONTHS, WEEKDAYS, escape, table
from sample_data.story import ABOUT, POSTINGS, with_boilerplate


def postings_table():
    rows = ["posting_id,date,role,department,title,description,category,skills,type,duration,hours_per_week".split(",")]
    for entry in sorted((p for p in POSTINGS if p["where"] == "csv"), key=lambda p: (p["day"], p["id"])):
        rows.append([entry["id"], entry["day"], entry["role"], entry["department"], entry["title"], with_boilerplate(entry), entry["category"],
                     ";".join(entry["skills"]), entry["terms"], entry["duration"], entry["hours"]])
    return table(rows)


def upwork_rss():
    items, first = [], {}
    for entry in POSTINGS:
        if entry["where"] != "rss":
            continue
        entry = first.setdefault(entry["id"], entry)
        day = entry["day"]
        terms = f"<b>{'Hourly Range' if '-' in entry['terms'] else 'Budget'}</b>: {entry['terms']}\n<br />" if entry["terms"] else ""
        if entry["title"].startswith("Editor"):
            terms = ""  # a third of real items name no money at all
        body = (entry["text"].replace("&bull;", "\0").replace("&", "&amp;").replace("'", "&#039;").replace(" - ", "&nbsp;- ")
                .replace("\0", "&bull;").replace("\n", "<br />\n")
                + f"<br /><br />{terms}<b>Posted On</b>: {day:%B} {day:%d}, {day.year} 07:12 UTC<br /><b>Category</b>: {entry['category']}<br />"
                + "<b>Skills</b>:" + ",     ".join(entry["skills"]) + "     \n<br />"
                + f"<b>Country</b>: United Kingdom\n<br /><a href=\"https://www.upwork.com/jobs/x_%7E{entry['id']}?source=rss\">click to apply</a>")
        link = f"https://www.upwork.com/jobs/x_%7E{entry['id']}?source=rss"
        items.append(
            f"    <item>\n      <title><![CDATA[{escape(entry['title'])} - Upwork]]></title>\n      <link>{link}</link>\n"
            f"      <description><![CDATA[{body}]]></description>\n      <content:encoded><![CDATA[{body}]]></content:encoded>\n"
            f"      <pubDate>{WEEKDAYS[day.weekday()]}, {day:%d} {MONTHS[day.month - 1]} {day.year} 07:12:31 +0000</pubDate>\n"
            f"      <guid>{link}</guid>\n    </item>\n")
    return ('<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">\n  <channel>\n'
            "    <title>All jobs of Altiva | upwork.com</title>\n    <link>https://www.upwork.com/ab/feed/jobs/rss</link>\n"
            "    <description>All jobs of Altiva as of August 30, 2024 06:00 UTC</description>\n    <language>en-us</language>\n"
            "    <pubDate>Fri, 30 Aug 2024 06:00:02 +0000</pubDate>\n" + "".join(reversed(items)) + "  </channel>\n</rss>\n")


def indeed_feed():
    def cell(name, text):
        return f"    <{name}><![CDATA[\n      {text}\n    ]]></{name}>\n"

    jobs = []
    for entry in POSTINGS:
        if entry["where"] == "feed":
            day = entry["day"]
            jobs.append(
                "  <job>\n" + cell("title", escape(entry["title"]))
                + cell("date", f"{WEEKDAYS[day.weekday()]}, {day:%d} {MONTHS[day.month - 1]} {day.year} 09:00:00 GMT")
                + cell("referencenumber", entry["id"]) + cell("url", f"https://careers.example.com/{entry['id'].lower()}") + cell("company", CLIENT)
                + cell("sourcename", "Altiva Careers") + cell("city", "Hay-on-Wye") + cell("state", "Wales") + cell("country", "GB")
                + cell("description", entry["text"] + f"<p>{ABOUT[2]}</p>") + cell("jobtype", entry["terms"]) + cell("category", entry["category"])
                + cell("remotetype", "Fully remote") + "  </job>\n")
    return (f'<?xml version="1.0" encoding="utf-8"?>\n<source>\n  <publisher>{CLIENT}</publisher>\n'
            "  <publisherurl>https://careers.example.com</publisherurl>\n  <lastBuildDate>Mon, 09 Feb 2026 09:05:00 GMT</lastBuildDate>\n"
            + "".join(jobs) + "</source>\n")
