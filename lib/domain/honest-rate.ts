import { wilsonInterval } from './statistics/wilson.ts'

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

/** A rate with its counts and its Wilson 95 % interval (DESIGN.md, rule 6; golden numbers in FACTS.md, section 6). */
export function honestRate(successes: number, total: number): HonestRate {
  if (!(Number.isInteger(successes) && Number.isInteger(total) && successes >= 0 && successes <= total)) {
    throw new RangeError(`No rate: ${successes} of ${total}`)
  }
  if (total === 0) {
    const words = 'nothing to count yet'
    return { successes, total, percent: null, low: null, high: null, isTooFew: true, words }
  }
  const interval = wilsonInterval(successes, total)
  const percent = oneDecimal(successes / total)
  const [low, high] = [oneDecimal(interval.low), oneDecimal(interval.high)]
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
