/// What a Philippine employer pays beside the wage, by the rates of 2025 (SSS, EC, PhilHealth,
/// Pag-IBIG; model specification, 3.2).
public enum PhilippinePayroll {
  /// The employer's contributions in pesos a month for a monthly wage in pesos.
  public static func contributions(monthlyWage wage: Double) -> Double {
    // SSS: 10 % of the monthly salary credit in steps of 500, from 5,000 to 35,000.
    let credit = min(35_000, max(5_000, ((wage + 250) / 500).rounded(.down) * 500))
    let compensation = credit >= 15_000 ? 30.0 : 10
    let health = 0.025 * min(100_000, max(10_000, wage))
    let housing = 0.02 * min(10_000, wage)
    return 0.10 * credit + compensation + health + housing
  }
}
