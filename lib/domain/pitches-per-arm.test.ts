import { describe, expect, it } from 'vitest'
import { pitchesPerArm } from './pitches-per-arm.ts'

describe('how many pitches it takes to tell two rates apart', () => {
  it.each([
    [0.085, 0.17, 241],
    [0.17, 0.085, 241],
    [0.085, 0.11, 2_209],
    [0.2, 0.4, 82],
  ])('%f from %f takes %i of each', (one, other, perArm) => {
    expect(pitchesPerArm(one, other).perArm).toBe(perArm)
  })

  it('shows the sum', () => {
    expect(pitchesPerArm(0.085, 0.17).sum).toBe(
      '(1.96 × √(2 × 0.1275 × 0.8725) + 0.84 × √(0.085 × 0.915 + 0.17 × 0.83))² ÷ (0.17 − 0.085)² = 240.5, so 241',
    )
  })

  it.each([
    [0.1, 0.1],
    [0, 0.1],
    [0.1, 1],
    [Number.NaN, 0.1],
  ])('has nothing to say of %f and %f', (one, other) => {
    expect(() => pitchesPerArm(one, other)).toThrow(RangeError)
  })
})
