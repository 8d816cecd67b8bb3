export type HonestRate = {
  successes: number
  total: number
  /** Per cent, one decimal; null when there is nothing to count yet. */
  percent: number | null
  /** The 95 % interval in per cent, one decimal each; null when there is nothing to count yet. */
  low: number | null
  high: number | null
  isTooFew: boolean
  /** "too few to say: 1 of 12, 8.3 % (1.5 to 35.4)" */
  words: string
}

const ENOUGH_TO_SAY = 20
const Z_95 = 1.959963984540054

/** A rate with its counts and its Wilson 95 % interval (DESIGN.md, rule 6; golden numbers in FACTS.md, section 6). */
export function honestRate(successes: number, total: number): HonestRate {
  if (!(Number.isInteger(successes) && Number.isInteger(total) && successes >= 0 && successes <= total)) {
    throw new RangeError(`No rate: ${successes} of ${total}`)
  }
  if (total === 0) {
    const words = 'nothing to count yet'
    return { successes, total, percent: null, low: null, high: null, isTooFew: true, words }
  }
  const share = successes / total
  const spread = Z_95 ** 2 / total
  const middle = (share + spread / 2) / (1 + spread)
  const reach = (Z_95 * Math.sqrt((share * (1 - share)) / total + spread / (4 * total))) / (1 + spread)
  const percent = oneDecimal(share)
  const low = oneDecimal(Math.max(0, middle - reach))
  const high = oneDecimal(Math.min(1, middle + reach))
  const isTooFew = total < ENOUGH_TO_SAY
  const counts = `${successes} of ${total}, ${percent} % (${low} to ${high})`
  return {
    successes,
    total,
    percent,
    low,
    high,
    isTooFew,
    words: isTooFew ? `too few to say: ${counts}` : counts,
  }
}

function oneDecimal(share: number): number {
  return Math.round(share * 1000) / 10
}
