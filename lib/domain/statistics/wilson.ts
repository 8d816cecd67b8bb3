export type Interval = { low: number; high: number }

const Z_95 = 1.959963984540054

/**
 * Where a share lies in 95 cases of 100, from its counts: the score interval of E. B. Wilson (1927), without a correction
 * for continuity. `total` is above zero.
 */
export function wilsonInterval(successes: number, total: number): Interval {
  const share = successes / total
  const spread = Z_95 ** 2 / total
  const middle = (share + spread / 2) / (1 + spread)
  const reach = (Z_95 * Math.sqrt((share * (1 - share)) / total + spread / (4 * total))) / (1 + spread)
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}
