"""Who worked in which role, when and for what: the invented company behind the exports."""

from datetime import date

from sample_data.calendar_and_text import Dice, FIRST_MONDAY, MONTHS


def contract(number, title, team, person, start, end, hours, rates, gaps=(), agency="", spread=0.10):
    if not isinstance(rates, list):
        rates = [(start, rates)]
    return dict(id=number, title=title, team=team, person=person, start=start, end=end, hours=hours,
                rates=rates, gaps=gaps, agency=agency, spread=spread)


CARE, PRODUCT, MARKETING, FINANCE, OPERATIONS = (
    "Customer Care", "Product", "Marketing", "Finance", "Operations")
EMAIL = "Customer Support Specialist (E-mail, English)"
CHAT = "Live Chat Agent for Flight Bookings"
DESK = "Rebooking and Returns Desk Agent"
BACKEND = "Backend Developer for the Booking Engine"
MOBILE = "React Native Developer - mobile check-in"
QA = "QA Tester for the Booking Flow"
VIDEO = "Weekly flight video editing"
BOOKS = "Bookkeeper (Xero)"
ENTRY = "Supplier Invoice Data Entry"
BOOKINGS = "Booking data entry from partner mails"
RESEARCH = "Supplier and launch site research"

HOURLY = [
    # Customer Care: seats in a team. People leave, seats stay empty for weeks, others cover.
    contract(38110201, EMAIL, CARE, "Divina Marasigan", 0, 31, 34, [(0, "11.50"), (18, "12.00")]),
    contract(38110244, EMAIL, CARE, "Tomás Núñez", 2, 46, 30, "13.00", [(20, 22)]),
    contract(39270018, EMAIL, CARE, "Grace Adeyemi-Cole", 33, 70, 32, "12.00", [(60, 63)]),
    contract(40415530, EMAIL, CARE, "Rhea Balcita", 52, 96, 30, [(52, "12.50"), (80, "13.00")], [(75, 76)]),
    contract(41733096, EMAIL, CARE, "Priyanka Sondhi", 74, 104, 33, "13.00"),
    contract(43010772, EMAIL, CARE, "Zoltán Fekete", 99, 104, 22, "12.50"),
    contract(38110377, CHAT, CARE, "Jomar Dizon", 0, 22, 25, "10.00"),
    contract(38996410, CHAT, CARE, "Lerato Khumalo", 24, 63, 30, "12.00", [(40, 42)]),
    contract(40610058, CHAT, CARE, "Arvin Catapang", 58, 104, 31, [(58, "11.00"), (90, "11.75")], [(83, 84)]),
    contract(41180203, CHAT, CARE, "Mbali Zwane", 66, 91, 20, "11.50"),
    contract(42980116, CHAT, CARE, "Inés Belmonte", 97, 104, 24, "12.00"),
    contract(38240911, DESK, CARE, "Katarzyna Łoś", 4, 40, 28, "15.00"),
    contract(39811407, DESK, CARE, "Bilal Qureshi", 42, 77, 30, "14.00", [(52, 54)]),
    contract(41902265, DESK, CARE, "Nomvula Dube", 79, 104, 32, "14.50"),
    # Product: the booking engine hangs on one man.
    contract(38050119, BACKEND, PRODUCT, "Mateusz Wójcik", 0, 104, 35,
             [(0, "56.00"), (26, "59.00"), (66, "62.00")], [(12, 14), (45, 46), (64, 66), (96, 97)], spread=0.07),
    contract(38050263, MOBILE, PRODUCT, "Ionela Radu", 0, 47, 24, "38.00", [(30, 31)]),
    contract(39990381, MOBILE, PRODUCT, "Emre Yıldız", 45, 101, 26, [(45, "36.00"), (78, "38.00")], [(70, 72)]),
    contract(38361802, QA, PRODUCT, "Sadia Rahmani", 6, 58, 12, "15.00", [(25, 26)]),
    contract(40860977, QA, PRODUCT, "Viktor Horváth", 61, 104, 14, "16.50", [(87, 88)], agency="Pixel & Pine, Lda."),
    # Marketing: a task with a template.
    contract(38010655, VIDEO, MARKETING, "Noa Ben-Ami", 0, 60, 7, "19.00", [(13, 14), (41, 42)], spread=0.2),
    contract(40901344, VIDEO, MARKETING, "Linnea Sjöström", 62, 104, 6, "20.00", [(78, 79)], spread=0.2),
    # Finance
    contract(38031170, BOOKS, FINANCE, "Rosalind Achterberg", 0, 33, 11, "21.00"),
    contract(39330584, BOOKS, FINANCE, "Oksana Petrenko", 35, 104, 12, [(35, "22.00"), (75, "23.00")], [(83, 84)]),
    contract(38031290, ENTRY, FINANCE, "Maricel Tolentino", 0, 60, 8, "7.50", [(12, 14)]),
    contract(40590733, ENTRY, FINANCE, "Hoàng Thị Minh", 58, 104, 8, "7.00", [(72, 74)]),
    contract(41688121, ENTRY, FINANCE, "Maricel Tolentino", 75, 104, 5, "8.00"),
    # Operations
    contract(38022340, BOOKINGS, OPERATIONS, "Lorna Macaraeg", 0, 104, 8, [(0, "6.50"), (62, "7.60")], [(30, 31), (81, 83)]),
    contract(38577216, BOOKINGS, OPERATIONS, "Samuel Otieno", 12, 104, 8, "6.50", [(64, 66)]),
    contract(38291050, "Supplier list 2024", OPERATIONS, "Dimitri Anagnos", 8, 16, 9, "14.00"),
    contract(39860942, RESEARCH, OPERATIONS, "Kavita Raghunathan", 44, 104, 10, "13.00", [(80, 82)]),
    # Short jobs. The first two end before exports name contracts; the others are in no configuration.
    contract(38195502, "Drone footage colour grading", MARKETING, "Mirela Ștefan", 4, 7, 10, "22.00"),
    contract(38710086, "Help with the Italian pages", MARKETING, "Giulia Tamburro", 15, 18, 9, "24.00"),
    contract(40022917, "Photo retouching, catalogue 2025", MARKETING, "Rafael Gonçalves-Pinto", 47, 50, 10, "17.00"),
    contract(40577041, "Gift voucher design", MARKETING, "Hye-jin Baek", 58, 60, 8, "26.00"),
    contract(41966309, "Photo retouching, catalogue 2026", MARKETING, "Rafael Gonçalves-Pinto", 80, 83, 11, "17.50"),
    contract(42310478, "Accessibility check of the booking form", PRODUCT, "Nkechi Obi-Larsen", 86, 88, 12, "39.00"),
]
SUMMARISED = {BACKEND, QA, BOOKS}

# Fixed prices go through escrow: (contract title, person, amount, day funded, day released or None).
GERMAN = "German translation of newsletter and booking pages"
FRENCH = "French translation of newsletter and booking pages"
LOGO = "Logo refresh for the spring season"
MILESTONES = [
    (GERMAN, "Friederike Aumann", "168.00", date(2024, 10, 16), date(2024, 10, 24)),
    (LOGO, "Paolo Bertinelli", "450.00", date(2024, 11, 12), date(2024, 11, 27)),
    (FRENCH, "Baptiste Le Goff", "152.00", date(2024, 11, 20), date(2024, 11, 28)),
    (GERMAN, "Friederike Aumann", "196.00", date(2025, 1, 21), date(2025, 1, 30)),
    (FRENCH, "Baptiste Le Goff", "171.00", date(2025, 2, 11), date(2025, 2, 20)),
    (GERMAN, "Friederike Aumann", "112.00", date(2025, 4, 9), date(2025, 4, 17)),
    (FRENCH, "Baptiste Le Goff", "133.00", date(2025, 5, 14), date(2025, 5, 22)),
    (GERMAN, "Friederike Aumann", "224.00", date(2025, 7, 15), date(2025, 7, 24)),
    (FRENCH, "Baptiste Le Goff", "190.00", date(2025, 8, 13), date(2025, 8, 21)),
    (GERMAN, "Friederike Aumann", "140.00", date(2025, 9, 24), date(2025, 10, 2)),
    (FRENCH, "Baptiste Le Goff", "114.00", date(2025, 10, 29), date(2025, 11, 6)),
    (GERMAN, "Friederike Aumann", "252.00", date(2025, 11, 19), date(2025, 11, 27)),
    ("Landing page illustration set", "Aoife O'Dálaigh", "620.00", date(2025, 12, 2), date(2025, 12, 18)),
    (FRENCH, "Baptiste Le Goff", "228.00", date(2026, 1, 14), date(2026, 1, 22)),
    (GERMAN, "Friederike Aumann", "168.00", date(2026, 2, 18), date(2026, 2, 26)),
    (FRENCH, "Baptiste Le Goff", "152.00", date(2026, 3, 25), date(2026, 4, 2)),
    (GERMAN, "Friederike Aumann", "182.00", date(2026, 5, 6), date(2026, 5, 14)),
    (FRENCH, "Baptiste Le Goff", "171.00", date(2026, 6, 10), date(2026, 6, 18)),
    (GERMAN, "Friederike Aumann", "154.00", date(2026, 7, 22), date(2026, 7, 30)),
    (FRENCH, "Baptiste Le Goff", "133.00", date(2026, 8, 26), date(2026, 9, 3)),
    ("Trade fair banner", "Aoife O'Dálaigh", "240.00", date(2026, 9, 16), None),
]
# (day, type, title, person, team, amount, text of the old export)
EXTRAS = [
    (date(2024, 12, 19), "Bonus", BACKEND, "Mateusz Wójcik", PRODUCT, "-150.00",
     "Bonus - thank you for the Black Week launch"),
    (date(2025, 3, 5), "Refund", EMAIL, "Tomás Núñez", CARE, "39.00",
     "Refund - 3:00 hrs @ $13.00/hr logged during the outage"),
    (date(2026, 5, 15), "Bonus", QA, "Viktor Horváth", PRODUCT, "-12.50", ""),
    (date(2026, 7, 2), "Bonus", CHAT, "Arvin Catapang", CARE, "-50.00", ""),
]

# ------------------------------------------------------------------ the story: direct contractors


def direct(role, department, person, code, prefix, start, end, hours, rate, currency, memos, **more):
    entry = dict(role=role, department=department, person=person, code=code, prefix=prefix, start=start, end=end,
                 hours=hours, rate=rate, currency=currency, memos=memos, unit="hour", every=1, lines=2, gaps=(),
                 posting="", contract="")
    entry.update(more)
    return entry


DIRECT = [
    direct("Shift coordination", CARE, "Ana M.", "ana-m", "AM", 3, 50, 30, "520.00", "PHP", "coordination", posting="P-105"),
    direct("Shift coordination", CARE, "Joy Villaflor", "jvf", "JV", 54, 104, 33, "560.00", "PHP", "coordination",
           posting="P-106", gaps=[(88, 89)]),
    direct("Help centre editing", CARE, "Siân Pritchard", "sian-p", "SP", 0, 20, 14, "18.00", "GBP", "editing"),
    direct("Help centre editing", CARE, "Ewan Galbraith", "ewan-g", "EG", 26, 104, 15, "19.50", "GBP", "editing",
           posting="P-108", gaps=[(64, 66)]),
    direct("German-speaking support", CARE, "Lieselotte Brandt", "l-brandt", "LB", 4, 55, 24, "21.00", "EUR", "german",
           posting="P-109", contract="CC-DE-01", gaps=[(12, 14), (44, 46)]),
    direct("Data reporting", PRODUCT, "Annelies Verhoeven", "av-data", "AV", 10, 104, 7, "38.00", "EUR", "reporting",
           posting="P-205", lines=4, gaps=[(64, 66)]),
    direct("Content lead", MARKETING, "Saoirse Ní Bhriain", "snb", "SNB", 14, 104, 16, "190.00", "GBP", "content",
           unit="day", posting="P-308", gaps=[(57, 59)]),
    direct("Flight videos", MARKETING, "Farouk El-Sayed", "farouk", "FES", 29, 104, 6, "18.00", "USD", "video",
           posting="P-301", gaps=[(48, 49), (82, 83)]),
    direct("Thumbnails", MARKETING, "Yui Hamasaki", "yui-h", "YH", 3, 104, 4, "66.00", "USD", "thumbnails",
           unit="fixed", every=2, lines=1, posting="P-302"),
    direct("Thumbnails", MARKETING, "Kofi Mensah-Boateng", "kofi-mb", "KMB", 62, 104, 4, "60.00", "USD", "thumbnails",
           unit="fixed", every=2, lines=1, posting="P-302"),
    direct("Newsletter layout", MARKETING, "Pavel Dvořák", "pd-layout", "PD", 0, 104, 6, "95.00", "EUR", "layout",
           unit="fixed", every=2, lines=1),
    direct("Blog articles", MARKETING, "Callum Frasier", "callum", "CF", 1, 103, 8, "140.00", "GBP", "blog",
           unit="fixed", every=3, lines=1, posting="P-303"),
    direct("Blog articles", MARKETING, "Ingrid Solvang", "ingrid", "IS", 57, 104, 8, "150.00", "EUR", "blog",
           unit="fixed", every=3, lines=1, posting="P-304"),
    direct("Translations", MARKETING, "Chiara Lombardini", "chiara-l", "CL", 26, 104, 7, "145.00", "EUR", "italian",
           unit="fixed", every=6, lines=1, posting="P-310"),
    direct("Payroll support", FINANCE, "Thandeka Mokoena", "tm-pay", "TM", 0, 104, 20, "310.00", "USD", "payroll",
           unit="fixed", every=0, lines=1, posting="P-403"),  # every 0: by calendar month
    direct("Founder's assistant", OPERATIONS, "Carmela Ysabel Reyes", "cyr", "CYR", 0, 38, 26, "480.00", "PHP", "assistant",
           gaps=[(12, 14)]),
    direct("Founder's assistant", OPERATIONS, "Bernadette Lim", "bernie-l", "BL", 41, 104, 173, "74000.00", "PHP", "assistant",
           unit="month", every=0, lines=1, posting="P-501"),
    direct("CRM clean-up", OPERATIONS, "Isidro Quintanilla", "iq", "IQ", 49, 104, 20, "24.00", "USD", "crm", posting="P-504"),
    direct("Supplier research", OPERATIONS, "Wanjiru Kimathi", "wanjiru-k", "WK", 70, 104, 6, "12.00", "USD", "research",
           lines=4, posting="P-505"),
]

# ------------------------------------------------------------------ what people write on invoices

MEMOS = {
    "coordination": [
        "Roster {month}, daily stand-up, handover notes evening shift", "Stand-ups Mon-Fri, escalation call with {school}",
        "Covered two evening shifts myself, roster for the long weekend", "weekly review w/ COO, agreed new refund limits w/ {who}",
        "Feedback talks with {who}, roster changes", "onboarding {who} - shadowing, first solo shift, review of 30 tickets",
        "Storm weekend: moved {n} bookings between desks, call with the insurer",
        "handover meeting day/evening shift, open cases list cleaned up", "Planning of the half-term rush with bookings and product",
        "Call with {school} about cancellations, then sync with the rebooking desk", "Team meeting, notes, chased {n} open promises",
        "Roster swap for {who}, backlog down to {n}", "QA of chats ({n} read), feedback to {who}",
        "Interviews for the open seat with the COO ({n} candidates), roster", "Escalations - two medical, one no-show pilot. Review with founder",
        "Handover call with somebody who is leaving, wrote down what I could"],
    "editing": [
        "Reworked the storm policy answers after a call with {who}", "Review with the rebooking desk, {n} macros changed",
        "Sat with {who} for two afternoons, wrote up voucher transfers", "Sync with product before the release, screenshots redone",
        "feedback round with care leads, chapter on refunds turned around", "Planning call, then three articles on weight limits and insurance",
        "Answers for the new check-in - asked {who}, asked mobile, asked again", "Weekly session with the desk: what did people ask? {n} new snippets",
        "Macro clean-up, meeting with shift coordination", "Rewrote 'my pilot cancelled' with {who}, review by COO",
        "German version checked with German support", "Two articles, one retired. call with {school} about landing sites"],
    "german": [
        "E-Mail und Telefon, Übergabe an Spätschicht (handover)", "Umbuchungen nach Sturmabsagen, call mit {school}",
        "E-Mails, weekly meeting mit dem Team", "Telefon Mo-Mi, review der Textbausteine mit {who}", "Rückrufe, {n} Umbuchungen",
        "Reklamationen Gutscheine, sync mit Rebooking Desk", "E-Mail-Betreuung, feedback an Redaktion Hilfe-Center",
        "Vertretung Chat (deutsch), handover an {who}", "Einarbeitung neue Stornoregeln, Team-call", "E-Mails und Rückrufe, {n} Fälle offen übergeben"],
    "reporting": ["Weekly sales report", "Weekly sales report", "Weekly sales report", "Weekly sales report", "weekly sales report",
                  "Weekly sales report, fixed the returns tab"],
    "content": [
        "Editorial plan {month}, briefings for video and blog", "Copy for three landing pages", "Captions and landing page texts",
        "Briefings for two launch site articles", "Call with founder on the autumn campaign, then copy", "Interview write-up: a pilot, a knee, a comeback",
        "Newsletter texts, picture selection", "Voucher campaign: copy, subject lines", "Landing page {month} offers, small fixes",
        "Editorial plan, texts for the trade fair", "Copy edit of {n} captions", "Newsletter texts and briefing for layout"],
    "video": ["Weekly flight video edit", "Weekly flight video edit", "Weekly flight video edit", "Weekly flight video edit", "weekly flight video edit"],
    "thumbnails": ["Thumbnails for 2 videos"], "layout": ["Newsletter layout from template"], "blog": ["Launch site article, 900 words"],
    "italian": ["Italian translation, newsletter and pages"], "payroll": ["Monthly payroll run"],
    "research": ["Research, rows {n}", "Research, rows {n}", "Research, rows {n}"],
    "assistant": [
        "Calendar, inbox, board call prep", "Meetings with {school} and the bank, notes and follow-ups", "Inbox zero (nearly), travel for the offsite",
        "weekly planning with founder, chased 4 replies", "Contracts for signature, call with the lawyer", "Coordinated interviews for the open care seat",
        "Board pack, review with founder, sent", "Inbox, calendar, gifts for partner schools", "Prepared investor meeting, sat in, action list",
        "Founder away: triaged everything, two calls with {school}", "Planning of the pilots' evening - venue, catering, speakers",
        "Feedback on the assistant handbook (we have none, started one)"],
    "crm": [
        "Pipeline review meeting with partner team, duplicates A-F", "Weekly sync with Care: who edits what after a handover",
        "planning call - which fields do partners need? then imports", "Feedback from bookings, rebuilt two views", "Tag changes coordinated with marketing",
        "Merged {n} accounts, call with founder about priorities", "Meeting with Alps coordination, season fields", "Trained {who} on the new views, review",
        "Board numbers from the CRM, sync with finance", "Cleaned {n} contacts. Stand-up with care", "Call with {school}, their list imported",
        "Voucher pipeline: plan with marketing, first version"],
    "design": ["Check-in flow, review with mobile and backend", "Booking form step 3, feedback session with support", "Handover of components to mobile, two sync calls",
               "Interviews with six customers, findings meeting", "Weather banner variants, review with Care", "Voucher redemption flow, planning with product",
               "Seat selection, sketches and review", "Design QA of the release, meeting with QA"],
    "partners": ["Calls with eleven schools, allotments for the season", "Season planning meeting in Aosta, minutes and follow-up", "Weather cancellations coordinated with Care",
                 "Contract review with three schools", "Site visit Tyrol, feedback to product on check-in", "Autumn closure planning, price calls"],
    "seo": ["Audit report with 40 changes, priority list"],
    "yearend": ["Jahresabschluss 2024, Niederlassung Kempten"],
}
SCHOOLS = ["Flugschule Hirschegg", "Vol Libre Aravis", "Scuola Volo Brentei", "Glide Wales", "Parapente Cerdanya", "Skrzydła Tatry"]


def memo(dice, kind, day, last=None):
    """One memo, not the one before where there is a choice."""
    choices = [text for text in MEMOS[kind] if text != last] or MEMOS[kind]
    template = dice.pick(choices)
    week = (day - FIRST_MONDAY).days // 7
    colleagues = [entry["person"].split()[0] for entry in HOURLY if entry["team"] == CARE and entry["start"] <= week < entry["end"]]
    text = template.format(who=dice.pick(colleagues + ["the rebooking desk"]), school=dice.pick(SCHOOLS), n=3 + dice.below(58), month=MONTHS[day.month - 1])
    return template, text


# ------------------------------------------------------------------ the story: postings

LONG, HALF, SHORT = "More than 6 months", "3 to 6 months", "Less than 1 month"
FULL, PART = "30+ hrs/week", "Less than 30 hrs/week"


def posting(where, ident, day, role, department, title, text, category, skills, terms="hourly", duration="", hours=""):
    return dict(where=where, id=ident, day=date.fromisoformat(day), role=role, department=department, title=title,
                text=text, category=category, skills=skills.split("; "), terms=terms, duration=duration, hours=hours)


CARE_SKILLS = "Customer support; E-mail support; Zendesk; Complaint handling; Travel; Empathy; Spreadsheets; Written English"
POSTINGS = [
    # ---- the old feed of a saved search: what was advertised before the first invoice here
    posting("rss", "01ab3c19d0f27e55", "2024-06-10", "", "", MOBILE, (
        "Our customers check in for a flight on their phone: weight, shoe size, who to call if something goes "
        "wrong. The app is React Native, two years old and honest about it.\n\n"
        "You'd take it over and stay with it. Daily contact with our backend developer (he is quick, and blunt) and "
        "weekly planning & review with product. We are looking for someone long-term, about 25 hours a week.\n\n"
        "Please don't send an agency profile. Tell us which app on your own phone annoys you and why."),
        "Mobile App Development", "React Native; TypeScript; REST API; iOS; Android; Jest", "$34.00-$42.00"),
    posting("rss", "01ab47702ce61a90", "2024-07-08", "", "", "Editor for our help centre", (
        "We answer the same twenty questions three hundred times a week. You'd sit with the people who answer (on a "
        "call, we are remote), listen, and write it down so that nobody has to ask again.\n\n"
        "Ongoing, 12-15 hours a week. Weekly session with the rebooking desk, feedback from the shift coordinator, "
        "screenshots from product after each release."),
        "Writing", "Technical writing; Interviewing; Zendesk Guide; Editing", "$20.00-$28.00"),
    posting("rss", "01ab4f93d8105b3c", "2024-07-15", "", "", EMAIL, (
        "Join our team of six who look after people that are about to jump off a mountain (with an instructor, "
        "don't worry).\n\n"
        "&bull; e-mail first, phone when it burns\n"
        "&bull; 30+ hrs/week, fixed place in the shift plan\n"
        "&bull; handover at the end of each shift, team meeting Monday & Thursday\n"
        "&bull; long-term - our best agent has been here 4 years\n\n"
        "You will learn how we decide about weather, refunds and medical cases. It isn't in a manual; you learn it "
        "by sitting next to us."),
        "Customer Service", CARE_SKILLS, "$10.00-$14.00"),
    posting("rss", "01ab5d0072f4ce81", "2024-07-29", "", "", BOOKS, (
        "Weekly bookkeeping for a travel company: match the bank feed, post supplier invoices, chase missing "
        "receipts, prepare the VAT return every quarter. About 10 hours, any day you like. Xero, Dext, one "
        "spreadsheet for the flight schools' commission."),
        "Bookkeeping", "Xero; Bookkeeping; VAT returns; Bank reconciliation", "$18.00-$24.00"),
    posting("rss", "01ab63e5aa9d1f47", "2024-08-05", "", "", CHAT, (
        "Chat is where people decide to book - or not. You answer in a minute, you know which launch site suits a "
        "beginner with a bad knee, and you hand over cleanly to e-mail when your shift ends.\n\n"
        "25-30 hrs/week, long-term. You'd work with the e-mail team and the rebooking desk all day; we plan shifts "
        "together on Fridays."),
        "Customer Service", "Live chat; Customer support; Typing; Sales; Zendesk", "$9.00-$13.00"),
    posting("rss", "01ab6b1fd34e7702", "2024-08-12", "", "", VIDEO, (
        "Every Monday we upload 30-50 minutes of helmet camera footage. You cut it to 3 minutes in our style "
        "(sample and template attached), add intro, captions and the usual music, and upload by Thursday. One round "
        "of changes. 6-7 hours for each video."),
        "Video Editing", "Adobe Premiere Pro; Captions; Colour correction", "$15.00-$20.00"),
    posting("rss", "01ab70c81b95e3d4", "2024-08-20", "", "", BACKEND, (
        "You take over our booking engine: Python, PostgreSQL, Stripe, seven years of history and prices that "
        "depend on wind.\n\n"
        "It's the heart of the company. You'd plan the week with the founder on Mondays, review what mobile sends, "
        "sit in with support when money goes missing, and be reachable on storm days. 30+ hrs/week, long-term, "
        "please only apply if you want to stay.\n\n"
        "There is little documentation. The previous developer is available for two calls."),
        "Web Development", "Python; PostgreSQL; Django; Stripe; API design; Linux; Redis; Testing; Payments", "$50.00-$65.00"),
    posting("rss", "01ab70c81b95e3d4", "2024-08-20", "", "", BACKEND, "", "", ""),  # the same item from a second saved search
    posting("rss", "01ab77e4025dcb16", "2024-08-26", "", "", "Newsletter layout, every second week", (
        "We send text and pictures, you put them into our template and test it in three mail programs. Fixed price "
        "for each issue, usually done in half a day."),
        "Email Design", "HTML e-mail; Mailchimp", "$100"),
    # ---- Customer Care
    posting("csv", "P-101", "2025-05-12", "", CARE, EMAIL, (
        "Divina is leaving us after years and we need someone to fill her seat in the e-mail team. Long-term, 30+ "
        "hrs/week. You'll work in shifts with five others, hand over open cases every evening and take part in the "
        "Monday review, where we look at what went wrong and change how we do it. You talk to flight schools in "
        "four countries. Expect three months until you know the ropes: there is no manual, there are colleagues. "
        "Please tell us about a day when a customer was wrong and you helped anyway."),
        "Customer Service", CARE_SKILLS, "hourly", LONG, FULL),
    posting("csv", "P-102", "2025-08-25", "", CARE, EMAIL, (
        "Again a seat in our e-mail support (Tomás found a job at home, we are happy for him and sad for us). "
        "Ongoing, 30 hrs+/week, GMT mornings. We are a team: shared inbox, handover, two meetings a week. Zendesk. "
        "Start as soon as possible, please, the half-term rush is in October."),
        "Customer Service", CARE_SKILLS, "hourly", LONG, FULL),
    posting("feed", "AFH-2026-02", "2026-02-09", "", CARE, "Customer Support Specialist (E-mail, English) - remote", (
        "<p>You join our support team of six. We answer together, hand over open cases at the end of every shift "
        "and meet twice a week to review what went wrong.</p><p>You will <b>work closely with the rebooking desk "
        "and the flight schools</b>, learn how we treat weather cancellations, and decide with the others when a "
        "refund is fair.</p><ul><li>30+ hours a week, fixed place in the shift plan</li><li>long-term</li><li>paid "
        "training weeks next to an experienced colleague</li></ul>"),
        "Customer Service", "", "fulltime"),
    posting("csv", "P-103", "2026-08-10", "", CARE, EMAIL, (
        "We need another person for e-mail support, the third posting for this seat in a bit more than a year, so "
        "we will be honest: the work is with people, all day. Shifts, handovers, calls with pilots who say no. "
        "You'd join our team for the long run, 30+ hrs/week. What you need to know is in the heads of your "
        "colleagues; they share it gladly, but it takes time. English at C1, a second language is a plus."),
        "Customer Service", CARE_SKILLS, "hourly", LONG, FULL),
    posting("csv", "P-104", "2025-02-24", "", CARE, CHAT, (
        "Live chat, 30 hrs/week or a little more, ongoing. Jomar leaves at the end of the month. Two chats in "
        "parallel, quick, friendly, correct. You'll be in a call with the e-mail team at the start of each shift "
        "and hand over at the end. Ideally you start before he goes so that he can show you."),
        "Customer Service", "Live chat; Customer support; Typing; Sales; Travel; Zendesk; Upselling; Written English", "hourly", LONG, FULL),
    posting("feed", "AFH-2025-11", "2025-11-03", "", CARE, "Live Chat Agent for Flight Bookings", (
        "<p>Chat is where guests decide. We look for <b>two</b> people who want to stay: one with 30+ hours, one "
        "with 20.</p><p>You plan shifts with the coordinator, hand over to e-mail, give feedback to product about "
        "what confuses people, and join the weekly team meeting. Ongoing.</p>"),
        "Customer Service", "", "parttime"),
    posting("csv", "P-110", "2026-07-13", "", CARE, CHAT, (
        "Second chat seat is free again (20-25 hrs/week, evenings CET, ongoing). You'd be one of two in chat and "
        "one of eight in care. Handover notes, Friday planning, a lot of laughing, sometimes crying. Tell us how "
        "fast you type AND what you do when you do not know the answer."),
        "Customer Service", "Live chat; Customer support; Typing; Sales; Zendesk; Written English", "hourly", LONG, PART),
    posting("csv", "P-111", "2024-10-14", "", CARE, DESK, (
        "Storms move a hundred bookings in an hour. The rebooking and returns desk finds new dates, talks to "
        "schools, decides with the coordinator who gets money back. Long-term, about 28 hrs/week. You need nerves "
        "and a phone voice. You will sit (virtually) with e-mail support all day and review the ugly cases on "
        "Thursdays."),
        "Customer Service", "Customer support; Negotiation; Travel; Phone; Zendesk; Refunds; Spreadsheets; Written English", "hourly", LONG, PART),
    posting("csv", "P-112", "2025-07-07", "", CARE, DESK, (
        "You own the cases that nobody likes: storms, broken ankles, gift vouchers from 2019. Kasia did this for a "
        "long time and knows every school by first name; we hope you will too. Ongoing, 30+ hrs/week, part of the "
        "care team with daily handover and a review meeting every week."),
        "Customer Service", "Customer support; Negotiation; Travel; Phone; Zendesk; Refunds; Spreadsheets; Written English", "hourly", LONG, FULL),
    posting("csv", "P-113", "2026-03-30", "", CARE, DESK, (
        "The rebooking desk is empty since Bilal left and everybody covers a bit, badly. Join our team, 30+ "
        "hrs/week, long-term. First month: you listen to calls, second month: you make them with somebody next to "
        "you, third month: you decide. Coordination with eleven flight schools, insurer, payments."),
        "Customer Service", "Customer support; Negotiation; Travel; Phone; Zendesk; Refunds; Spreadsheets; Written English", "hourly", LONG, FULL),
    posting("csv", "P-105", "2024-10-01", "Shift coordination", CARE, "Shift coordinator for customer care", (
        "Seven people, three time zones, one inbox. You write the roster, run the stand-up, take escalations, train "
        "newcomers, and tell the founder when we are about to break. Ongoing, 30+ hrs/week. You do not need to know "
        "travel, you need to know people."),
        "Customer Service", "Team coordination; Scheduling; Coaching; Customer support", "hourly", LONG, FULL),
    posting("csv", "P-106", "2025-09-22", "Shift coordination", CARE, "Shift coordinator for our support team", (
        "Ana keeps eight people and three time zones together: rosters, handovers, training, the Monday review with "
        "the COO. She leaves in September and a lot leaves with her, so we would like an overlap of two weeks. "
        "Ongoing, full-time. After half a year you'll know every regular guest, and that is the point."),
        "Customer Service", "Team coordination; Scheduling; Coaching; Customer support; Zendesk; Conflict resolution; Hiring; Reporting", "hourly", LONG, FULL),
    posting("csv", "P-108", "2025-03-10", "Help centre editing", CARE, "Editor for our help centre", (
        "Ongoing, 15 hours a week. You sit in on chats, hear what the agents explain twenty times a day, and write "
        "it so that they don't have to. Weekly session with the rebooking desk, review with the coordinator. The "
        "texts you find are from 2022 and partly wrong; nobody remembers which part."),
        "Writing", "Technical writing; Interviewing; Zendesk Guide; Editing", "hourly", LONG, PART),
    posting("csv", "P-109", "2024-10-07", "German-speaking support", CARE, "Kundenbetreuung auf Deutsch (m/w/d)", (
        "Für unsere Gäste aus Deutschland, Österreich und der Schweiz: E-Mail, Telefon, manchmal Trost. Long-term, "
        "20-25 Stunden die Woche. Du gehörst zum Support-Team, übergibst am Ende der Schicht (handover in English), "
        "bist beim weekly meeting dabei und stimmst dich mit dem Rebooking Desk ab."),
        "Customer Service", "German; Customer support; Phone; Zendesk", "hourly", LONG, PART),
    posting("csv", "P-114", "2025-10-20", "German-speaking support", CARE, "German-speaking support for our care team", (
        "Lieselotte retires from us this week. We need someone who speaks German as at home, and English well "
        "enough for the handover and the team meetings. Ongoing, 25-30 hrs/week. You'd be the only German voice, so "
        "you should like being needed."),
        "Customer Service", "German; Customer support; Phone; Zendesk; Complaint handling", "hourly", LONG, PART),
    # ---- Product
    posting("csv", "P-201", "2025-07-28", "", PRODUCT, MOBILE, (
        "Take over our check-in app from Ionela (she stays two weeks for the handover). React Native, TypeScript. "
        "Daily sync with the backend developer, weekly planning with design and product, release every second "
        "Thursday, on call when storms hit. Ongoing, 25-30 hrs/week. We would rather wait for the right person than "
        "hire twice."),
        "Mobile App Development", "React Native; TypeScript; REST API; iOS; Android; Jest; Fastlane; Accessibility", "hourly", LONG, PART),
    posting("csv", "P-202", "2024-10-28", "", PRODUCT, QA, (
        "Run our test list (140 steps, all written down) on five devices every Wednesday and Thursday and report "
        "what breaks in the sheet. A video shows how. 12 hours a week."),
        "Quality Assurance", "Manual testing; Bug reports", "hourly", HALF, PART),
    posting("csv", "P-203", "2025-11-17", "", PRODUCT, QA, (
        "Same test list, new tester wanted: five devices, two days a week, results into the sheet, screenshots for "
        "what fails. List and video attached. 12-14 hours a week. Agencies welcome."),
        "Quality Assurance", "Manual testing; Bug reports; Mobile testing", "hourly", HALF, PART),
    posting("csv", "P-204", "2025-03-17", "", PRODUCT, "Product designer for booking and check-in", (
        "We need design that grows with the product: booking form, check-in, vouchers. You work with our "
        "backend and mobile developers and the support team every week, test with real customers, and keep our "
        "component library alive. Ongoing, "
        "10-15 hours a week. Small studios are fine if we always talk to the same person."),
        "UX Design", "UX design; Figma; User research; Prototyping; Design systems; Accessibility; Mobile design; Workshops", "hourly", LONG, PART),
    posting("csv", "P-205", "2024-11-25", "Data reporting", PRODUCT, "Weekly sales report", (
        "Every Friday the same report from the same three exports, in our template. You get the template, a "
        "description of each column and a sample. 6-7 hours."),
        "Data Analytics", "Excel; SQL", "hourly", HALF, PART),
    posting("csv", "P-206", "2026-05-11", "", PRODUCT, "Accessibility check of the booking form", (
        "One-off: check our booking form against WCAG 2.2 AA, report with priorities, one call to explain. Two weeks."),
        "Quality Assurance", "WCAG; Accessibility testing", "hourly", SHORT, PART),
    # ---- Marketing
    posting("csv", "P-301", "2025-04-14", "", MARKETING, VIDEO, (
        "Second editor for our weekly flight videos: 40 minutes of helmet camera in, 3 minutes out, template and "
        "style sheet attached, one round of changes. Paid test with last week's footage. 6 hours a week."),
        "Video Editing", "Adobe Premiere Pro; Captions; Colour correction", "hourly", SHORT, PART),
    posting("csv", "P-302", "2024-10-07", "Thumbnails", MARKETING, "Thumbnails for our videos", (
        "Two thumbnails for each video, from stills that we pick, in our template. Fixed price per pair. Fast "
        "answer, no drama."),
        "Graphic Design", "Photoshop", "fixed", SHORT),
    posting("csv", "P-303", "2024-09-23", "Blog articles", MARKETING, "Articles about launch sites", (
        "900 words for each launch site from our fact sheet; the outline is always the same (how to get there, "
        "wind, where to eat). Paid by the article. Send one sample, not five."),
        "Content Writing", "Copywriting; SEO", "fixed", SHORT),
    posting("csv", "P-304", "2025-10-20", "Blog articles", MARKETING, "Articles about launch sites (Norway, Sweden)", (
        "As before, now for the north: 900 words, our outline, our fact sheet, your pictures if you have some. Paid "
        "by the article."),
        "Content Writing", "Copywriting; SEO", "fixed", SHORT),
    posting("csv", "P-305", "2024-11-04", "", MARKETING, LOGO, (
        "One-time job: three colour variants of our logo for the spring season, vector files, one round of changes."),
        "Graphic Design", "Illustrator; Logo design", "fixed", SHORT),
    posting("csv", "P-306", "2025-06-02", "", MARKETING, "SEO audit of the booking site", (
        "One-off audit of our site with a list of changes by priority. Two weeks, fixed price. We do the changes ourselves."),
        "SEO", "Technical SEO", "fixed", SHORT),
    posting("csv", "P-307", "2024-09-30", "", MARKETING, GERMAN, (
        "German translation of the newsletter and new booking pages, 1,500-3,000 words, glossary attached. Priced "
        "by the word, each batch is a milestone. Native speakers please."),
        "Translation", "German; Translation", "fixed", SHORT),
    posting("csv", "P-309", "2024-10-28", "", MARKETING, FRENCH, (
        "French translation of the newsletter and new booking pages, 1,000-3,000 words per batch, glossary "
        "attached, priced by the word."),
        "Translation", "French; Translation", "fixed", SHORT),
    posting("csv", "P-310", "2025-03-24", "Translations", MARKETING, "Italian translation of newsletter and booking pages", (
        "Italian translation, same batches and glossary as for German and French, every six weeks or so. Fixed "
        "price per batch."),
        "Translation", "Italian; Translation", "fixed", SHORT),
    posting("csv", "P-308", "2024-12-30", "Content lead", MARKETING, "Content lead, part-time", (
        "You keep the editorial calendar, brief the video editors and the writers, and write the landing pages "
        "yourself. Half of it is writing alone, half of it is people. One call a month with the founder, more if he "
        "has ideas (he has ideas). Two days a week."),
        "Content Strategy", "Content strategy; Copywriting; Editing", "hourly", HALF, PART),
    posting("csv", "P-311", "2025-11-24", "", MARKETING, "Landing page illustration set", (
        "Six spot illustrations for our landing pages, style guide attached, fixed price, two rounds."),
        "Illustration", "Illustration; Vector", "fixed", SHORT),
    posting("csv", "P-312", "2025-08-18", "", MARKETING, "Photo retouching, catalogue 2025", (
        "About 120 pictures: horizon, sky, sponsor logos off helmets. List with remarks attached. A one-off, ten days."),
        "Photo Editing", "Photoshop; Retouching", "hourly", SHORT, PART),
    posting("csv", "P-313", "2025-11-03", "", MARKETING, "Gift voucher design", (
        "One-time: gift voucher for Christmas, print and screen, our colours."),
        "Graphic Design", "InDesign", "hourly", SHORT, PART),
    # ---- Finance
    posting("csv", "P-401", "2025-05-20", "", FINANCE, BOOKS, (
        "Weekly bookkeeping in Xero: match the bank, post supplier invoices, commissions of the flight schools, VAT "
        "return each quarter. Every entry has a rule. Most of the rules are in our last bookkeeper's head and she "
        "left in May, so part of the job is to work them out again. 10-12 hours a week."),
        "Bookkeeping", "Xero; Bookkeeping; VAT returns", "hourly", HALF, PART),
    posting("csv", "P-402", "2025-10-27", "", FINANCE, ENTRY, (
        "Type supplier invoices into our sheet, twelve columns, sample and rules attached. About 8 hours a week, "
        "whenever you like, checked every Friday."),
        "Data Entry", "Data entry; Spreadsheets", "hourly", HALF, PART),
    posting("csv", "P-403", "2024-09-23", "Payroll support", FINANCE, "Monthly payroll run for nine employees", (
        "Payroll for nine people in two countries, once a month, by our checklist. Fixed monthly price."),
        "Payroll", "Payroll; Spreadsheets", "fixed", HALF),
    posting("csv", "P-404", "2024-12-16", "", FINANCE, "Jahresabschluss der Niederlassung Kempten", (
        "Einmaliger Auftrag (one-off): Jahresabschluss 2024 unserer kleinen Niederlassung, Unterlagen liegen geordnet vor."),
        "Accounting", "German GAAP", "fixed", SHORT),
    # ---- Operations
    posting("csv", "P-501", "2025-06-16", "Founder's assistant", OPERATIONS, "Executive assistant to the founder", (
        "Inbox, calendar, partners, travel, board papers, and knowing what matters this week without being told. We "
        "speak every morning, plan on Mondays and review on Fridays. Ongoing, full-time, paid by the month. "
        "Carmela, who does it now, has no handbook: it is all in her head and in 4,000 mails."),
        "Executive Assistance", "Executive support; Calendar; Writing; Travel booking; Negotiation; Notion; Discretion; English", "hourly", LONG, FULL),
    posting("feed", "AFH-2025-08", "2025-07-21", "", OPERATIONS, RESEARCH, (
        "<p>Find and check launch sites and suppliers by our list of 25 questions; one row for each. Sample with 40 "
        "rows &amp; written rules attached.</p><p>10 hours a week, your own time.</p>"),
        "Research", "", "parttime"),
    posting("csv", "P-505", "2026-01-12", "Supplier research", OPERATIONS, "Supplier research, Baltics and Poland", (
        "Our list of 25 questions for about 150 suppliers, one row each, rules attached. 6 hours a week until the "
        "list is done."),
        "Research", "Web research; Spreadsheets", "hourly", HALF, PART),
    posting("csv", "P-502", "2024-12-09", "", OPERATIONS, BOOKINGS, (
        "Copy bookings from partner mails into our system by the written procedure (14 pages with pictures). Two "
        "people share it; about 8 hours each."),
        "Data Entry", "Data entry", "hourly", HALF, PART),
    posting("csv", "P-503", "2025-02-24", "", OPERATIONS, "Partner coordination, Alps", (
        "You are our voice with eleven flight schools: season planning, allotments, prices, bad weather. Ongoing, "
        "long-term; you visit each school twice a year and bring back what they would never write in a mail. Weekly "
        "call with care, feedback to product."),
        "Operations", "Partner management; German; Italian; Negotiation", "hourly", LONG, PART),
    posting("csv", "P-504", "2025-08-25", "CRM clean-up", OPERATIONS, "One-time CRM clean-up", (
        "One-time job: remove duplicates from our CRM and tidy the tags. Should take two or three weeks, then we are done."),
        "Data Entry", "CRM; Spreadsheets", "hourly", SHORT, PART),
]

# What every company pastes under its postings.
ABOUT = [
    "Altiva Flight Holidays sells gliding and paragliding holidays online, about 9,000 guests a year, with schools "
    "from Wales to the Tatra mountains. We are a small company without an office; nearly all of us work from home.",
    "About us: we take people flying. Glider weeks, tandem flights, paragliding courses, forty partner schools. "
    "Eleven years old, profitable, a bit chaotic in summer.",
    "Who we are: a travel company for people who would like to see their holiday from above. Founder-led, nine "
    "employees, many freelancers. We work in English, write a lot, and try to be decent with each other when the "
    "weather is not.",
    "(Altiva Flight Holidays, flying holidays since 2014. No, you don't have to fly yourself. Yes, you may, at cost price.)",
]
APPLY = [
    "To apply, write three sentences about yourself and one about the wind. We notice letters that a machine wrote.",
    "Please state your rate, your time zone and when you can start.",
    "Send a short message with two references. We answer everyone within a week, really.",
    "Start your message with the word THERMAL so that we know that you read this far.",
    "We pay for a trial of two hours. Interviews are on Thursdays.",
    "Please no agencies for this one, and no generic portfolio links. One good example is enough.",
    "Tell us what you would ask us first. That says more than a CV.",
]


def with_boilerplate(entry):
    dice = Dice(f"posting {entry['id']} {entry['day']}")
    if entry["department"] == FINANCE and "Jahres" in entry["title"] or "Kundenbetreuung" in entry["title"]:
        return entry["text"] + "\n\nAltiva Flight Holidays verkauft Flugreisen der stillen Art: Segelflug und Gleitschirm, rund 9.000 Gäste im Jahr. Wir arbeiten von zu Hause."
    return "\n\n".join([entry["text"], dice.pick(ABOUT), dice.pick(APPLY)])
