/// Least squares with a penalty on the squared weights, in the dual form.
///
/// Solves `(X Xᵀ + λ W⁻¹) c = t` by conjugate gradients, `W` being what each row counts; the weights
/// are `Xᵀ c`. Sums run in the order
/// of the rows, so that the same rows give the same bits. Source: M. R. Hestenes, E. Stiefel,
/// *Methods of Conjugate Gradients for Solving Linear Systems*, 1952.
enum RidgeRegression {
  /// The penalty.
  static let penalty = 3.0

  /// The weights of the dense part, its constant last, and of the columns; `weights` are those of
  /// the rows, above 0.
  static func fit(
    _ rows: [Design.Row],
    targets: [Double],
    weights: [Double],
    columns: Int
  ) -> (dense: [Double], columns: [Double]) {
    let width = rows.first?.dense.count ?? 0
    var dense = [Double](repeating: 0, count: width)
    var sparse = [Double](repeating: 0, count: columns)
    var solution = [Double](repeating: 0, count: rows.count)
    var residual = targets
    var direction = targets
    var product = solution
    var norm = dot(residual, residual)
    let goal = norm * 1e-16
    for _ in 0..<500 where norm > goal {
      gather(rows, direction, &dense, &sparse)
      for (index, row) in rows.enumerated() {
        product[index] = score(row, dense, sparse) + penalty / weights[index] * direction[index]
      }
      let step = norm / dot(direction, product)
      for index in solution.indices {
        solution[index] += step * direction[index]
        residual[index] -= step * product[index]
      }
      let next = dot(residual, residual)
      let share = next / norm
      norm = next
      for index in direction.indices {
        direction[index] = residual[index] + share * direction[index]
      }
    }
    gather(rows, solution, &dense, &sparse)
    return (dense, sparse)
  }

  /// What the weights give for one row.
  static func score(_ row: Design.Row, _ dense: [Double], _ sparse: [Double]) -> Double {
    var sum = 0.0
    for (value, weight) in zip(row.dense, dense) { sum += value * weight }
    row.columns.withUnsafeBufferPointer { columns in
      row.values.withUnsafeBufferPointer { values in
        sparse.withUnsafeBufferPointer { weights in
          for index in 0..<columns.count { sum += values[index] * weights[Int(columns[index])] }
        }
      }
    }
    return sum
  }

  /// `Xᵀ c`.
  private static func gather(
    _ rows: [Design.Row],
    _ factors: [Double],
    _ dense: inout [Double],
    _ sparse: inout [Double]
  ) {
    for index in dense.indices { dense[index] = 0 }
    for index in sparse.indices { sparse[index] = 0 }
    for (row, factor) in zip(rows, factors) {
      for index in dense.indices { dense[index] += factor * row.dense[index] }
      row.columns.withUnsafeBufferPointer { columns in
        row.values.withUnsafeBufferPointer { values in
          sparse.withUnsafeMutableBufferPointer { sums in
            for index in 0..<columns.count {
              sums[Int(columns[index])] += factor * values[index]
            }
          }
        }
      }
    }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for (x, y) in zip(a, b) { sum += x * y }
    return sum
  }
}
