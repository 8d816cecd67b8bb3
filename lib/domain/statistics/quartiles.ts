/** So many had this value. */
export type Weighed = { value: number; count: number }

export type Quartiles = { count: number; lower: number; median: number; upper: number }

/**
 * Lower quartile, median and upper quartile, by straight lines between neighbours: definition 7 of R. J. Hyndman and Y. Fan,
 * "Sample Quantiles in Statistical Packages" (The American Statistician 50, 1996), as PostgreSQL's percentile_cont has it.
 * Null where there is nothing.
 */
export function quartilesOf(values: readonly Weighed[]): Quartiles | null {
  const sorted = values.filter(({ count }) => count > 0).toSorted((a, b) => a.value - b.value)
  const count = sorted.reduce((sum, each) => sum + each.count, 0)
  if (count === 0) return null
  const at = (share: number) => quantile(sorted, (count - 1) * share)
  return { count, lower: at(0.25), median: at(0.5), upper: at(0.75) }
}

/** The value at a place of the row, counted from 0; between two places on the line that joins them. */
function quantile(sorted: readonly Weighed[], place: number): number {
  const [below, above] = [Math.floor(place), Math.ceil(place)]
  const low = valueAt(sorted, below)
  return low + (valueAt(sorted, above) - low) * (place - below)
}

function valueAt(sorted: readonly Weighed[], place: number): number {
  let passed = 0
  for (const { value, count } of sorted) {
    passed += count
    if (place < passed) return value
  }
  return sorted.at(-1)?.value ?? Number.NaN
}
