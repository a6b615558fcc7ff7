/// Where the defaults come from, with their grade, and what is plausible (model specification, 2.9
/// and 3.2).
///
/// Confirmed: in a public page. From memory: not confirmed. Assumption: no source exists. Derived:
/// by arithmetic from others.
enum ParameterSources {
  static func source(of name: String) -> String {
    if let known = sources[name] { return known }
    if name.hasPrefix("weeks_to_full_productivity.") {
      return "median of external hires, Mellon Learning Curve Research Study 2003 (confirmed)"
    }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    return sources[last] ?? "assumption"
  }

  static func range(of name: String) -> String? {
    ParameterVariation.all.first { $0.name.split(separator: " ").map(String.init).contains(name) }
      .map { "\($0.word(min($0.low, $0.high))) to \($0.word(max($0.low, $0.high)))" }
  }

  private static let sources: [String: String] = [
    "horizon_months": "choice of the reader",
    "knowledge_retention_per_month":
      "between aircraft 0.96 (from memory) and professional services 1.0 (Boone et al. 2008, "
      + "confirmed); form of Argote, Beckman & Epple 1990",
    "initial_productivity": "25 % in weeks 1 to 4, quoted from Williams 2003 (from memory)",
    "full_productivity_level": "assumption: 95 % of the gap closed counts as full",
    "hours_per_week_full": "convention",
    "multiplier_collab": "calibrated to 21 % of pay, Boushey & Glynn 2012 (confirmed, derived)",
    "codifiable_specific": "direction: Ton & Huckman 2008 (confirmed); value: assumption",
    "codifiable_collab": "direction: Ton & Huckman 2008 (confirmed); value: assumption",
    "doc_half_life_months": "direction: Lethbridge et al. 2003 (confirmed); value: assumption",
    "shared_knowledge": "assumption, below that of employees",
    "hazard_prior_events": "weight of the market prior: assumption",
    "hazard_prior_months": "contingent assignments of 14.2 months (aggregator 2026, weak)",
    "frailty_shape": "assumption; the most influential one",
    "attachment_hazard_ratio": "contingent staff turn over 45 % more (aggregator 2026, weak)",
    "attachment_reference": "assumption",
    "marketplace_fee": "client fee 5 % Basic (golance.com May 2026, confirmed secondary)",
    "recent_days": "a quarter",
    "seat_hours_per_recent": "13 weeks of 40 hours",
    "gap_prior_weight": "assumption", "gap_prior_scale": "assumption: a fortnight off a year",
    "gap_prior_power": "assumption", "gap_factor": "assumption",
    "gap_type1_error":
      "error of the first kind on the client's history, after Indeed 2020 (confirmed)",
    "gap_min_days": "assumption", "gap_max_days": "assumption",
    "replacement_after_days": "assumption", "posting_before_days": "assumption",
    "manager_usd_h": "assumption", "search_hours": "assumption",
    "contract_initiation_usd": "up to 4.95 a contract (support.upwork.com, April 2023, confirmed)",
    "coord_share_specific": "assumption", "coord_share_collab": "assumption",
    "doc_effort": "assumption", "doc_upkeep_per_year": "assumption", "doc_target": "assumption",
    "parallel_run_months": "assumption",
    "fx": "pesos for a dollar, from memory",
    "night_share": "night differential 10 % from 22:00 to 06:00 (respicio.ph, confirmed)",
    "hmo_year": "assumption",
    "seat_month": "PHP 5,000 to 15,000 (Lobien, KMC, confirmed)",
    "admin_usd_month":
      "employer of record, local provider 2025 (confirmed); global ones 599 to 699 "
      + "(from memory)",
    "benefits_share": "29.8 % of compensation, BLS ECEC June 2025 (confirmed)",
    "seat_usd_month": "assumption", "efficiency": "assumption",
    "equipment_usd": "assumption", "equipment_years": "assumption",
    "productive_hours": "assumption",
    "lead_span": "8 to 10 for a supervisor, McKinsey 2017 (confirmed)",
    "lead_wage_ratio": "assumption", "coord_factor": "assumption",
    "philippines.annual_attrition": "18 % over all sectors (confirmed); BPO 30 to 40 % (confirmed)",
    "us.annual_attrition": "33 % a year from monthly separations of 3.3 % (confirmed, derived)",
    "recruit_share": "assumption",
    "philippines.setup_usd": "PHP 50,000 to 200,000 with some providers (confirmed)",
    "us.setup_usd": "assumption: employees of the own company need no provider",
    "paid_hours": "52 weeks of 40 hours, of which productive_hours are worked",
    "colombia.burden":
      "about 45 to 52 % by statute (from memory); 25 to 35 % quoted by an agency (sharkhelpers.com, "
      + "confirmed)",
    "india.burden":
      "13.61 % with the layers of EPF 12 % (wehireglobally.com, kaam.work, confirmed)",
    "mexico.burden":
      "about 36 % with IMSS, INFONAVIT and aguinaldo (globalsquirrels.com, confirmed)",
    "poland.burden":
      "20.48 % (tarmack.com, 2025) and PPK 1.5 % (dudkowiak.com, 2025), confirmed",
    "burden":
      "assumption: no figure is known for this place; those of the table run from 14 to 45 %",
    "seat_equipment_usd": "assumption: seat and equipment of a post for a year",
    "omega":
      "1 less 42 % of knowledge unique to a person, Panopto/YouGov 2018 (confirmed, derived)",
    "handover": "assumption",
    "alternatives.horizon_months": "choice of the specification",
  ]
}
