/// Least squares with a penalty on the squared weights, in the dual form.
///
/// Solves `(X Xᵀ + λ W⁻¹) c = t` by conjugate gradients, `W` being what each row counts; the weights
/// are `Xᵀ c`. Sums run in the order
/// of the rows, so that the same rows give the same bits. Source: M. R. Hestenes, E. Stiefel,
/// *Methods of Conjugate Gradients for Solving Linear Systems*, 1952.
enum RidgeRegression {
  /// The squared residual, as a share of the targets' squares, at which the solution is good enough: the
  /// weights are rounded to 16 bits.
  private static let tolerance = 1e-13

  /// The weights of the dense part, its constant last, and of the columns; `weights` are those of
  /// the rows, above 0, `penalty` is λ.
  static func fit(
    _ rows: [Design.Row],
    targets: [Double],
    weights: [Double],
    columns: Int,
    penalty: Double
  ) -> (dense: [Double], columns: [Double]) {
    let matrix = Matrix(rows, columns: columns)
    var both = (
      dense: [Double](repeating: 0, count: matrix.width),
      sparse: [Double](repeating: 0, count: columns)
    )
    var solution = [Double](repeating: 0, count: rows.count)
    var residual = targets
    var direction = targets
    var product = solution
    var norm = dot(residual, residual)
    let goal = norm * tolerance
    for _ in 0..<500 where norm > goal {
      matrix.gather(direction, &both.dense, &both.sparse)
      matrix.scores(both.dense, both.sparse, &product)
      for index in product.indices {
        product[index] += penalty / weights[index] * direction[index]
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
    matrix.gather(solution, &both.dense, &both.sparse)
    return (both.dense, both.sparse)
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

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for (x, y) in zip(a, b) { sum += x * y }
    return sum
  }

  /// The rows one after the other, so that going over them touches memory in order.
  private struct Matrix {
    let width: Int
    private let dense: [Double]
    private let columns: [Int32]
    private let values: [Double]
    /// Where each row's columns start, and where the last one's end.
    private let starts: [Int]

    init(_ rows: [Design.Row], columns count: Int) {
      width = rows.first?.dense.count ?? 0
      dense = rows.flatMap(\.dense)
      columns = rows.flatMap(\.columns)
      values = rows.flatMap(\.values)
      starts = rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.columns.count) }
      precondition(columns.allSatisfy { (0..<count).contains(Int($0)) })
    }

    /// `Xᵀ c`.
    func gather(_ factors: [Double], _ ofDense: inout [Double], _ ofColumns: inout [Double]) {
      for index in ofDense.indices { ofDense[index] = 0 }
      for index in ofColumns.indices { ofColumns[index] = 0 }
      for (row, factor) in factors.enumerated() {
        for index in 0..<width { ofDense[index] += factor * dense[row * width + index] }
      }
      columns.withUnsafeBufferPointer { columns in
        values.withUnsafeBufferPointer { values in
          ofColumns.withUnsafeMutableBufferPointer { sums in
            for (row, factor) in factors.enumerated() {
              for index in starts[row]..<starts[row + 1] {
                sums[Int(columns[index])] += factor * values[index]
              }
            }
          }
        }
      }
    }

    /// `X w`.
    func scores(_ ofDense: [Double], _ ofColumns: [Double], _ scores: inout [Double]) {
      columns.withUnsafeBufferPointer { columns in
        values.withUnsafeBufferPointer { values in
          ofColumns.withUnsafeBufferPointer { weights in
            for row in scores.indices {
              var sum = 0.0
              for index in 0..<width { sum += dense[row * width + index] * ofDense[index] }
              for index in starts[row]..<starts[row + 1] {
                sum += values[index] * weights[Int(columns[index])]
              }
              scores[row] = sum
            }
          }
        }
      }
    }
  }
}
