/** A published number: the sum of the cells whose index is listed. */
export type Equation = { readonly cells: readonly number[]; readonly sum: number }

/**
 * What someone who adds and subtracts published numbers can say of a sum of hidden cells, knowing only that counts are not
 * negative: its smallest and largest possible value, by linear programming (two-phase simplex, Bland's rule).
 */
export function knownRange(
  equations: readonly Equation[],
  cellCount: number,
  target: readonly number[],
): [number, number] {
  const objective = Array.from({ length: cellCount }, (_, index) => (target.includes(index) ? 1 : 0))
  const largest = maximize(equations, objective)
  const smallest = maximize(
    equations,
    objective.map(value => -value),
  )
  return [-smallest, largest]
}

const epsilon = 1e-7

function maximize(equations: readonly Equation[], objective: readonly number[]): number {
  const variables = objective.length
  const width = variables + equations.length + 1
  // One artificial variable for each equation makes the start feasible; phase one drives them to zero.
  const rows = equations.map((equation, index) => {
    const row = new Array<number>(width).fill(0)
    for (const cell of equation.cells) row[cell] = 1
    row[variables + index] = 1
    row[width - 1] = equation.sum
    return row
  })
  const basis = equations.map((_, index) => variables + index)
  const phaseOne = new Array<number>(width)
    .fill(0)
    .map((_, index) => (index >= variables && index < width - 1 ? -1 : 0))
  if (Math.abs(solve(rows, basis, phaseOne, width - 1)) > epsilon)
    throw new Error('published numbers contradict each other')
  return solve(rows, basis, [...objective, ...new Array<number>(equations.length + 1).fill(0)], variables)
}

/** Runs the simplex over the first `allowed` columns; the value of the objective, or Infinity. */
function solve(rows: number[][], basis: number[], cost: readonly number[], allowed: number): number {
  const last = cost.length - 1
  for (;;) {
    const entering = cost.findIndex(
      (_, column) => column < allowed && reducedCost(rows, basis, cost, column) > epsilon,
    )
    if (entering === -1)
      return basis.reduce((total, column, i) => total + at(cost, column) * at(at(rows, i), last), 0)
    let leaving = -1
    let best = Number.POSITIVE_INFINITY
    for (const [index, row] of rows.entries()) {
      // An artificial variable left in the basis at zero must leave before it can grow again.
      const isArtificial =
        at(basis, index) >= allowed &&
        Math.abs(at(row, last)) < epsilon &&
        Math.abs(at(row, entering)) > epsilon
      const ratio = isArtificial
        ? 0
        : at(row, entering) > epsilon
          ? at(row, last) / at(row, entering)
          : Number.POSITIVE_INFINITY
      const isBetter =
        ratio < best - epsilon ||
        (ratio < best + epsilon && leaving !== -1 && at(basis, index) < at(basis, leaving))
      if (ratio !== Number.POSITIVE_INFINITY && isBetter) [best, leaving] = [ratio, index]
    }
    if (leaving === -1) return Number.POSITIVE_INFINITY
    pivot(rows, leaving, entering)
    basis[leaving] = entering
  }
}

function reducedCost(
  rows: readonly number[][],
  basis: readonly number[],
  cost: readonly number[],
  column: number,
): number {
  return rows.reduce(
    (total, row, index) => total - at(cost, at(basis, index)) * at(row, column),
    at(cost, column),
  )
}

function pivot(rows: number[][], leaving: number, entering: number): void {
  const pivotRow = at(rows, leaving)
  const divisor = at(pivotRow, entering)
  for (let column = 0; column < pivotRow.length; column++) pivotRow[column] = at(pivotRow, column) / divisor
  for (const [index, row] of rows.entries()) {
    const factor = at(row, entering)
    if (index === leaving || factor === 0) continue
    for (let column = 0; column < row.length; column++)
      row[column] = at(row, column) - factor * at(pivotRow, column)
  }
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index]
  if (value === undefined) throw new Error(`no element ${index}`)
  return value
}
