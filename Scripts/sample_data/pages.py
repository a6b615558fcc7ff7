"""The configuration and the description that belong to the data."""

import csv
import io

from sample_data.story import DIRECT, HOURLY, MILESTONES
from sample_data.e_invoices import AUBRY, HARLOW, HOELLERER, MAREK, TALBERG

AUDIT_YML = """\
# The configuration of the sample audit. Every key is optional: without this file the tool finds
# roles by itself and asks more questions. Compare it with what `tacit init` proposes.

company: Altiva Flight Holidays Ltd
currency: USD                               # everything is converted into this currency
exchange_rates: rates/eurofxref-hist.csv    # the ECB's own file, beside this one (rates invented here)
quarter: 2026-Q3

roles:
  # match: what belongs to the role. Plain text is compared, without regard to case, with the role
  # column, the contract's title, the project, the posting's title and the description; a star
  # stands for any text. contract:, posting:, project: and freelancer: look at one field only.
  # The first role that matches wins.
  #
  # Upwork's exports before July 2025 name no contract. Whoever still works later is found by the
  # title that appears then; whoever left before needs a freelancer: pattern.

  # ---- Customer Care. Nothing is written down, so there is no doc_coverage anywhere.
  - id: support-email
    department: Customer Care
    match: ["customer support specialist*", "freelancer:Divina Marasigan"]
    family: customer_support
  - id: support-chat
    department: Customer Care
    match: ["live chat agent*", "freelancer:Jomar Dizon"]
    family: customer_support
  - id: rebooking-desk
    department: Customer Care
    match: ["rebooking and returns*"]
    family: customer_support
  - id: support-german
    department: Customer Care
    match: ["german-speaking support*", "kundenbetreuung *", "contract:CC-DE-*"]
    family: customer_support
  - id: shift-coordination
    department: Customer Care
    match: ["shift coordinat*"]
    family: manager
  - id: help-centre
    department: Customer Care
    match: ["help centre*", "editor for our help centre"]
    family: customer_support

  # ---- Product
  - id: booking-engine
    department: Product
    match: ["backend developer for the booking engine"]
    family: professional
  - id: mobile-app
    department: Product
    match: ["react native developer*"]
    family: professional
  - id: qa
    department: Product
    match: ["qa tester*"]
    family: clerical           # runs a written test list
    collaboration: 0.25        # overrides the classifier; the report says so
    doc_coverage: 0.8
    doc_age_months: 4
  - id: product-design
    department: Product
    match: ["contract:UX-7", "project:CHECKIN-2", "product design*", "design sprint*", "customer interviews*"]
    family: professional
    doc_coverage: 0.4          # the component library
    doc_age_months: 5
  - id: sales-report
    department: Product
    match: ["data reporting", "weekly sales report*"]
    family: clerical
    collaboration: 0.15
    doc_coverage: 0.8
    doc_age_months: 3

  # ---- Marketing: mostly tasks with a template
  - id: flight-videos
    department: Marketing
    match: ["flight videos", "weekly flight video editing", "freelancer:Mirela Ștefan"]
    family: sales_marketing
    collaboration: 0.15
    doc_coverage: 0.9          # template, style sheet, sample
    doc_age_months: 3
  - id: thumbnails
    department: Marketing
    match: ["thumbnails*"]
    family: clerical
    doc_coverage: 0.9
    doc_age_months: 2
  - id: translations
    department: Marketing
    match: ["german translation*", "french translation*", "italian translation*", "translations", "freelancer:Giulia Tamburro"]
    family: clerical
    collaboration: 0.1
    doc_coverage: 0.7          # the glossary
    doc_age_months: 4
  - id: newsletter-layout
    department: Marketing
    match: ["newsletter layout*"]
    family: clerical
    collaboration: 0.1
    doc_coverage: 0.9
    doc_age_months: 2
  - id: blog-articles
    department: Marketing
    match: ["blog articles", "articles about launch sites*"]
    family: sales_marketing
    doc_coverage: 0.9
    doc_age_months: 2
  - id: content-lead
    department: Marketing
    match: ["content lead*"]
    family: sales_marketing
    collaboration: 0.5         # half writing alone, half briefing people: we are not sure ourselves
    doc_coverage: 0.6          # the editorial handbook, kept up by herself
    doc_age_months: 3
  - id: seo-audit
    department: Marketing
    match: ["seo audit*"]
  - id: logo
    department: Marketing
    match: ["logo refresh*"]
  - id: illustration
    department: Marketing
    match: ["landing page illustration*", "trade fair banner*"]

  # ---- Finance
  - id: bookkeeping
    department: Finance
    match: ["bookkeeper*", "freelancer:Rosalind Achterberg"]
    family: bookkeeping
    collaboration: 0.2         # every entry has a rule, but the rules are in one head
    doc_coverage: 0.1
    doc_age_months: 14
  - id: invoice-entry
    department: Finance
    match: ["supplier invoice data entry"]
    family: clerical
    collaboration: 0.1
    doc_coverage: 0.8
    doc_age_months: 7
  - id: payroll
    department: Finance
    match: ["payroll*", "monthly payroll run*"]
    family: bookkeeping
    collaboration: 0.1
    doc_coverage: 0.9          # the checklist, corrected at every run
    doc_age_months: 1
  - id: year-end
    department: Finance
    match: ["jahresabschluss*", "offenlegung*"]
    family: bookkeeping

  # ---- Operations
  - id: founders-assistant
    department: Operations
    match: ["founder's assistant", "executive assistant*"]
    family: professional
  - id: partner-coordination
    department: Operations
    match: ["contract:OPS-ALPS", "partner coordination*"]
    family: manager
  - id: crm
    department: Operations
    match: ["crm clean-up", "one-time crm clean-up"]
    family: clerical
  - id: booking-data-entry
    department: Operations
    match: ["booking data entry*"]
    family: clerical
    collaboration: 0.1
    doc_coverage: 0.9          # 14 pages with pictures
    doc_age_months: 5
  - id: supplier-research
    department: Operations
    match: ["supplier and launch site research", "supplier research*", "freelancer:Dimitri Anagnos"]
    family: clerical
    collaboration: 0.15
    doc_coverage: 0.6
    doc_age_months: 8
  # Photo retouching, the gift voucher and the accessibility check are left out on purpose: such
  # roles are found by the titles of their contracts.

people:
  - id: ana-mercado            # one person, two spellings in the exports
    aliases: ["Ana M.", "ana-m"]
    location: philippines
  - id: emre
    aliases: ["Emre Yıldız"]
    on_leave_until: 2026-10-12 # parental leave: his silence is no sign of leaving
  - id: mbali
    aliases: ["Mbali Zwane"]
    left_on: 2026-06-28        # told us; no need to wait for silence
  - id: minh
    aliases: ["Hoàng Thị Minh"]
  - id: joy
    aliases: ["Joy Villaflor", "jvf"]
    location: philippines

alternatives:
  locations: [philippines, us]
  manager_usd_h: 60
approval_limit: 5000
gate:
  fail_on: never               # `critical` would let a scheduled run fail on a critical finding
mail:
  from: audit@example.com
  to: [ops@example.com]
  report_url: "https://reports.example.com/audit/2026-Q3/report.html"
"""

README = """\
# SampleData

Two years of **Altiva Flight Holidays Ltd**, a company that does not exist: it sells gliding and paragliding
holidays and outsources five departments to freelancers. Everything here is invented: people, firms, texts,
numbers, and the exchange rates too. Only the layouts of the files are those of real exports. The files are written by
`Scripts/generate_sample_data.py`, which has a seed and no clock; edit the script, not the files.

| File | What it is | Rows |
|---|---|---|
{files}
| `audit.yml` | the configuration, with comments | |

Eight quarters, 2024-Q4 to 2026-Q3; weeks run Monday to Sunday, the last day of work is Sunday 2026-09-27.
Work is paid in USD, EUR, GBP and PHP; the report is in USD. {people} people or firms send bills.

## The story

1. **Customer Care** (e-mail, chat, rebooking desk, German support, shift coordination, help centre) is a team in all but
   name: handovers, meetings, 30 hours a week, nothing written down, seats that stay empty for weeks between holders.
2. **Mateusz Wójcik** has built the booking engine alone for two years, 35 hours a week. Nobody and no document could replace him.
3. **Marketing** buys tasks with templates (videos, thumbnails, translations, layout, articles) and is well served; only the content lead is half and half.
4. **Bookkeeping** is a task with rules, but one person holds them: it should be written down. Invoice entry is, and is fine.
5. **CRM clean-up** was posted as a one-time job of three weeks. It has been billed nearly every week for a year, by somebody who sits in meetings.

## Things that look odd and are right

- `weekly-summary-2026.csv` repeats work of the transaction report (three contracts, with the hours that half of the report's rows lack) and has its
  header twice, as two exports pasted together; the nine-column file repeats payments. Neither may be counted twice.
- Funded milestones are booked twice (to escrow, then to the freelancer). `Trade fair banner` is funded and not released: not yet cost.
- The refund of 39.00 on Mar 5, 2025 stays in the account, so the payment of Mar 10, 2025 is 39.00 lower than work and fees of that week.
- `Ana M.` and `ana-m` are one person; Emre Yıldız has been silent since September 6 because he is on leave.
- The saved search is from 2024: Upwork closed its RSS in August 2024. It holds one posting twice. One UBL invoice has an allowance on its line, one a
  price for ten hours, two are credit notes, which carry positive amounts.

## Deliberate flaws

| Where | What | What the tool should say |
|---|---|---|
{flaws}
"""


def position(text, needle, occurrence=1):
    """The 1-based line on which the needle stands."""
    place = -1
    for _ in range(occurrence):
        place = text.index(needle, place + 1)
    return text.count("\n", 0, place) + 1


def describe(files):
    def rows(name):
        every = list(csv.reader(io.StringIO(files[name].lstrip("\ufeff"))))
        return sum(row != every[0] for row in every)

    xml = [name for name in files if name.startswith("e-invoices/")]
    about = [
        ("upwork/transactions-2024-10_2025-06.csv", "Upwork transaction history, old layout of 13 columns, CRLF, newest first"),
        ("upwork/transaction_report_2025-07_2026-09.csv", "Upwork transaction report, new layout of 19 columns, UTF-8 with BOM"),
        ("upwork/card-payments-9-columns.csv", "nine columns of its payments of 2026-Q2 and Q3, kept for the card statement"),
        ("upwork/weekly-summary-2026.csv", "Upwork weekly summary of three contracts, one row a day"),
        ("direct/contractor-invoices.csv", "direct contractors in four currencies, by hour, day, month and fixed price"),
        ("postings/postings.csv", "job postings")]
    lines = [f"| `{name}` | {text} | {rows(name):,} |" for name, text in about]
    lines.append(f"| `postings/upwork-saved-search.xml` | RSS of a saved search, as it was | {files['postings/upwork-saved-search.xml'].count('<item>')} |")
    lines.append(f"| `postings/careers-feed.xml` | job feed in Indeed's layout | {files['postings/careers-feed.xml'].count('<job>')} |")
    lines.append(f"| `e-invoices/` | {sum('/ubl-' in name for name in xml)} files in UBL 2.1, {sum('/cii-' in name for name in xml)} in CII (EN 16931) | {len(xml)} |")
    lines.append(f"| `rates/eurofxref-hist.csv` | euro rates in the ECB's layout, **numbers invented** | {rows('rates/eurofxref-hist.csv'):,} |")
    table_of = "direct/contractor-invoices.csv"
    text = files[table_of]
    report, nine, summary = about[1][0], about[2][0], about[3][0]
    resent, sprint = "e-invoices/ubl-harlow-finch-resent.xml", "e-invoices/ubl-harlow-finch-03.xml"
    flaws = [
        (f"`{table_of}:{position(text, 'FES-X1')}`", "the date `31/02/2026`", "rejected: not a date"),
        (f"`{table_of}:{position(text, '0077,')}`", "an invoice line without a freelancer", "rejected: nobody to pay"),
        (f"`{table_of}:{position(text, 'CL-X2')}`", "a row of 8 fields under 17 columns", "rejected: too few fields"),
        (f"`{report}:{position(files[report], 'Feb 31, 2026')}`", "the date `Feb 31, 2026`", "rejected: not a date"),
        (f"`{nine}:{position(files[nine], 'XXQ')}`", "the currency `XXQ`", "rejected: unknown currency (the payment itself is in the report)"),
        (f"`{summary}:{position(files[summary], '12,5O')}`", "the amount `12,5O` with a letter O", "rejected: not a number (the bonus itself is in the report)"),
        (f"`e-invoices/ubl-truncated.xml:{files['e-invoices/ubl-truncated.xml'].count(chr(10)) + 1}`",
         "a download of `ubl-zielonka-09.xml` that broke off", "refused as a whole: not well-formed"),
        (f"`{resent}:1`", "`ubl-harlow-finch-11.xml` once more under another name", "counted once: duplicate"),
        (f"`{sprint}:{position(files[sprint], '>2062.50<')}`", "30 hours at 62.50 charged as 2,062.50, which are 33 hours",
         "accepted as billed, reported: line does not multiply out (1,875.00)"),
    ]
    people = {entry["person"] for entry in HOURLY + DIRECT} | {entry[1] for entry in MILESTONES}
    people |= {party["seller"] for party in (HARLOW, MAREK, AUBRY, HOELLERER, TALBERG)}
    return README.format(files="\n".join(lines), flaws="\n".join(f"| {a} | {b} | {c} |" for a, b, c in flaws), people=len(people))
