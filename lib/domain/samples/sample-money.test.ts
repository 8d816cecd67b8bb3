import { describe, expect, it } from 'vitest'
import { amountText, CURRENCIES, moneyWords, readAmount, sumByCurrency } from './sample-money.ts'

describe('what a sample costs', () => {
  it.each([
    ['24.50', 'EUR', 2450],
    ['24,5', 'EUR', 2450],
    ['24', 'NZD', 2400],
    ['1 200', 'JPY', 1200],
    ["1'200.05", 'CHF', 120005],
    ['0', 'GBP', 0],
    ['0.07', 'USD', 7],
    ['10000000', 'EUR', 1_000_000_000],
  ])('is read from “%s” %s', (typed, currency, minor) => {
    expect(readAmount(typed, currency)).toBe(minor)
  })

  it.each([
    ['', 'EUR'],
    ['-3', 'EUR'],
    ['free', 'EUR'],
    ['1.234', 'EUR'],
    ['12.5', 'JPY'],
    ['1,200.50', 'EUR'],
    ['10000000.01', 'EUR'],
    ['1e5', 'EUR'],
    ['NaN', 'EUR'],
  ])('is not read from “%s” %s', (typed, currency) => {
    expect(readAmount(typed, currency)).toBeNull()
  })

  it('comes back into its field as it was kept', () => {
    for (const currency of CURRENCIES) expect(readAmount(amountText(1999, currency), currency)).toBe(1999)
    expect(amountText(null, 'EUR')).toBe('')
  })

  it('is summed by currency and never across', () => {
    expect(
      sumByCurrency([
        { minor: 2450, currency: 'EUR' },
        { minor: 900, currency: 'NZD' },
        { minor: 50, currency: 'EUR' },
      ]),
    ).toEqual([
      { minor: 2500, currency: 'EUR' },
      { minor: 900, currency: 'NZD' },
    ])
    expect(moneyWords(2500, 'EUR')).toBe('€25.00')
    expect(moneyWords(1200, 'JPY')).toBe('¥1,200')
  })
})
