/** Two-sided 5 %: how far out chance alone seldom goes. */
const Z_95 = 1.959963984540054
/** 80 %: how often a difference that is there is to be noticed. */
const Z_80 = 0.8416212335729143

export type PitchesPerArm = {
  perArm: number
  /** The sum with its figures, as one line for people. */
  sum: string
}

/**
 * How many pitches each of two kinds needs before one rate can be told from another: 95 % sure that a difference is none
 * of chance's, and noticing it four times out of five. The usual normal approximation for two shares, pooled under "no
 * difference" (golden numbers in FACTS.md, section 5: 8.5 % from 17 % takes 241, from 11 % it takes 2,209).
 *
 * @param one a share between 0 and 1, as is `other`; they must differ
 */
export function pitchesPerArm(one: number, other: number): PitchesPerArm {
  if (!(one > 0 && one < 1 && other > 0 && other < 1) || one === other) {
    throw new RangeError(`Nothing to tell apart: ${one} and ${other}`)
  }
  const middle = (one + other) / 2
  const byChance = Z_95 * Math.sqrt(2 * middle * (1 - middle))
  const noticed = Z_80 * Math.sqrt(one * (1 - one) + other * (1 - other))
  const exact = (byChance + noticed) ** 2 / (other - one) ** 2
  const perArm = Math.ceil(exact)
  const sum =
    `(1.96 × √(2 × ${short(middle)} × ${short(1 - middle)}) + ` +
    `0.84 × √(${short(one)} × ${short(1 - one)} + ${short(other)} × ${short(1 - other)}))² ÷ ` +
    `(${short(Math.max(one, other))} − ${short(Math.min(one, other))})² = ${counted(exact)}, so ${counted(perArm)}`
  return { perArm, sum }
}

function short(share: number): string {
  return String(Number(share.toFixed(4)))
}

function counted(number: number): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(number)
}
